import type { TextRange } from '../text/textRange';
import type { FieldPlace, ValuePlace } from './fieldPlace';
import { innerOf } from './lineFields';

const token = /"(?:[^"\\\r\n]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** The fields of the outermost object of JSON front matter. */
export function jsonFields(text: string, content: TextRange): readonly FieldPlace[] {
  const fields: FieldPlace[] = [];
  const source = text.slice(0, content.end);
  let depth = 0;
  let key: TextRange | undefined;
  let value: { start: number; end: number; items: ValuePlace[] } | undefined;
  let last: TextRange | undefined;
  const close = (): void => {
    if (key !== undefined && value !== undefined) fields.push(fieldOf(text, key, value));
    key = undefined;
    value = undefined;
  };
  token.lastIndex = content.start;
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const place = { start: match.index, end: match.index + match[0].length };
    const opens = match[0] === '{' || match[0] === '[';
    const closes = match[0] === '}' || match[0] === ']';
    if (closes) depth--;
    if (depth === 1 && match[0] === ':' && value === undefined) key = last;
    else if (depth === 0 || (depth === 1 && match[0] === ',')) close();
    else if (key !== undefined) {
      value ??= { ...place, items: [] };
      value.end = place.end;
      const isItem = depth === 2 && !opens && !closes && match[0] !== ',' && match[0] !== ':';
      if (isItem && text[value.start] === '[') value.items.push({ range: place, inner: innerOf(text, place) });
    }
    if (opens) depth++;
    last = place;
  }
  close();
  return fields;
}

function fieldOf(
  text: string,
  keyRange: TextRange,
  value: { readonly start: number; readonly end: number; readonly items: readonly ValuePlace[] },
): FieldPlace {
  const range = { start: value.start, end: value.end };
  const inner = innerOf(text, range);
  const key = innerOf(text, keyRange);
  const first = text[range.start];
  return {
    key: text.slice(key.start, key.end),
    keyRange,
    range,
    inner,
    style: first === '[' || first === '{' ? 'flow' : first === '"' ? 'double' : 'plain',
    items: value.items,
    lines: { start: keyRange.start, end: range.end },
  };
}
