import type { ListGroup, ListItem } from './articleGroups';

/** The articles as one JSON object, an article a line. */
export function* jsonList(
  items: Iterable<ListItem>,
  groups: readonly ListGroup[] | undefined,
): Generator<string, void> {
  yield '{"version":1,"articles":[';
  let separator = '\n';
  for (const { article } of items) {
    yield `${separator}${JSON.stringify(article)}`;
    separator = ',\n';
  }
  yield '\n]';
  if (groups !== undefined) {
    const counts = groups.map((group) => ({ name: group.name, count: group.items.length }));
    yield `,"groups":${JSON.stringify(counts)}`;
  }
  yield '}\n';
}
