import type { ArchiveIndex } from '../core/archive/archiveIndex';
import { csvField } from '../core/text/csvField';
import { articleGroups, type ListGroup, type ListGrouping, type ListItem, listGroupings } from './articleGroups';
import { CannotRun, type CliOutput, type Command, exitCode } from './cliHost';
import { type ListedArticle, listedArticle } from './listedArticle';
import { type OpenArchive, withArchive } from './openArchive';
import { plainLine } from './plainLine';
import { readArticles } from './readArticles';
import { choiceOf, readOptions } from './readOptions';
import { tableList } from './tableList';
import { writeAll } from './writeAll';

const formats = ['table', 'json', 'csv'] as const;
type Format = (typeof formats)[number];

interface ListRequest {
  readonly folder: string;
  readonly format: Format;
  readonly group: ListGrouping | undefined;
}

/** Lists the articles of an archive. */
export const listCommand: Command = {
  summary: 'list the articles of an archive',
  usage: `List the articles of an archive, sorted by path.

Usage: marginalia list <folder> [--format table|json|csv] [--group source|date]

  --format  table (the default), json or csv
  --group   list them by source, or by month, each group with its number
`,
  async run(args, host) {
    const request = parseRequest(args);
    return withArchive(request.folder, host, async (archive) => {
      const { index, unreadable } = await readArticles(archive, 'whole', host.signal);
      for (const { path, detail } of unreadable.toSorted(byPath))
        host.error.write(`${plainLine(`${path}: ${detail}`)}\n`);
      writeAll(host.out, lines(request, index, archive, host.out));
      return exitCode.done;
    });
  },
};

function parseRequest(args: readonly string[]): ListRequest {
  const { values, positionals } = readOptions('list', args, {
    format: { type: 'string' },
    group: { type: 'string' },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined) throw new CannotRun('list needs the folder of an archive; see marginalia list --help');
  if (more.length > 0) throw new CannotRun(`list takes one folder, not also ${more.join(' ')}`);
  return {
    folder,
    format: choiceOf('format', formats, values.format) ?? 'table',
    group: choiceOf('group', listGroupings, values.group),
  };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

function lines(
  { format, group }: ListRequest,
  index: ArchiveIndex,
  { sources, config }: OpenArchive,
  out: CliOutput,
): Iterable<string> {
  const { timeZone } = config.rules;
  const names = { sources: sources.spelledBy(index.names.sources), spelled: index.names };
  const items: ListItem[] = [...index.entries()]
    .sort(byPath)
    .map((entry) => ({ entry, article: listedArticle(entry, names) }));
  const groups = group === undefined ? undefined : articleGroups(items, group, timeZone);
  switch (format) {
    case 'json':
      return jsonList(items, groups);
    case 'csv':
      return csvList(groups?.flatMap((each) => each.items) ?? items);
    case 'table':
      return tableList(items, groups, { timeZone, ...(out.isTTY && out.columns ? { width: out.columns } : {}) });
  }
}

const columns = [
  'path',
  'title',
  'source',
  'author',
  'date',
  'dateText',
  'categories',
  'words',
  'images',
] as const satisfies readonly (keyof ListedArticle)[];

/** The articles by RFC 4180, a header first. */
function* csvList(items: Iterable<ListItem>): Generator<string, void> {
  yield `${columns.join(',')}\r\n`;
  for (const { article } of items) yield `${columns.map((column) => csvField(article[column])).join(',')}\r\n`;
}

/** The articles as one JSON object, an article a line. */
function* jsonList(items: Iterable<ListItem>, groups: readonly ListGroup[] | undefined): Generator<string, void> {
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
