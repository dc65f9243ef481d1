import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../textEdit';

/** What a JSON text holds, with the places of all that is in it. */
export function jsonRoot(text: string): unknown {
  // JSON is YAML, and this parser knows places. A byte order mark is as wide as a space.
  return parseDocument(text.replace(/^\uFEFF/, ' '), { logLevel: 'silent', prettyErrors: false, uniqueKeys: false })
    .contents;
}

/** The object that a JSON text is; undefined where it is none. */
export function jsonObject(text: string): YAMLMap | undefined {
  const root = jsonRoot(text);
  return isMap(root) ? root : undefined;
}

/** More items at the end of an object or list, on a line of their own where the others are; each as it is written. */
export function addedToJson(text: string, parent: YAMLMap | YAMLSeq, items: readonly string[]): TextEdit | undefined {
  const [start] = parent.range ?? [];
  if (start === undefined || items.length === 0) return undefined;
  const last: Pair | unknown = parent.items.at(-1);
  const lastNode = isPair(last) ? (last.value as Node | null) : (last as Node | undefined);
  const firstNode = isPair(parent.items[0])
    ? (parent.items[0].key as Node | null)
    : (parent.items[0] as Node | undefined);
  if (!lastNode?.range || !firstNode?.range) {
    return { range: { start: start + 1, end: start + 1 }, text: items.join(', ') };
  }
  const gap = text.slice(start + 1, firstNode.range[0]);
  const between = `,${/[\r\n]/.test(gap) ? gap : ' '}`;
  const end = lastNode.range[1];
  return { range: { start: end, end }, text: items.map((item) => `${between}${item}`).join('') };
}

/** A value as JSON on one line, with spaces as people write them. */
export function writtenJson(value: unknown): string {
  // No text in JSON has a line break in it, so that only those between its parts are met.
  return JSON.stringify(value, undefined, 1)
    .replace(/([[{])\n */g, '$1')
    .replace(/\n *([\]}])/g, '$1')
    .replace(/\n */g, ' ');
}

export function pairIn(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

export function valueIn(map: YAMLMap, key: string): unknown {
  return pairIn(map, key)?.value ?? undefined;
}

export function isPair(value: unknown): value is Pair {
  return typeof value === 'object' && value !== null && 'key' in value && 'value' in value && !('items' in value);
}
