import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { isJsonObject } from '../text/json/jsonValue';

/** So many aliases are enough for any article, and too few to blow up what they stand for. */
export const mostAliases = 20;

/** What a piece of front matter says that is valid YAML, yet no mapping. */
export class NotAMappingError extends Error {}

/** Parses YAML so that every scalar stays text and every node knows its place. */
export function parseYaml(content: string): Document.Parsed {
  return parseDocument(content, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
}

/** Reads any YAML, every scalar as the text that is written: a date stays one, `12_00` is no number. Throws on errors. */
export function readExactYaml(content: string): Record<string, unknown> {
  const document = parseYaml(content);
  const [error] = document.errors;
  if (error !== undefined) throw error;
  const { contents } = document;
  if (contents === null || (isScalar(contents) && isEmptyScalar(contents))) return Object.create(null);
  if (!isMap(contents)) throw new NotAMappingError('The front matter is not a mapping of keys to values.');
  return new Values(document).mapping(contents.items);
}

class Values {
  readonly #document: Document.Parsed;
  readonly #read = new Map<Node, unknown>();
  #aliases = 0;

  constructor(document: Document.Parsed) {
    this.#document = document;
  }

  mapping(items: readonly { readonly key: unknown; readonly value: unknown }[]): Record<string, unknown> {
    const data: Record<string, unknown> = Object.create(null);
    const merged: unknown[] = [];
    for (const { key, value } of items) {
      if (!isScalar(key)) continue;
      const name = String(key.value ?? '');
      const read = this.#value(value);
      if (name === '<<') merged.push(...(Array.isArray(read) ? read : [read]));
      // Of a key that is there twice the first counts that says something.
      else data[name] ??= read;
    }
    for (const base of merged.slice(0, mostAliases)) {
      if (isJsonObject(base)) for (const [name, value] of Object.entries(base)) data[name] ??= value;
    }
    return data;
  }

  #value(node: unknown): unknown {
    if (isScalar(node)) return isEmptyScalar(node) ? null : node.value;
    if (isMap(node)) return this.#once(node, () => this.mapping(node.items));
    if (isSeq(node)) return this.#once(node, () => node.items.map((item) => this.#value(item)));
    if (isAlias(node)) {
      if (++this.#aliases > mostAliases) return null;
      const target = node.resolve(this.#document);
      return target === undefined ? null : this.#value(target);
    }
    return null;
  }

  /** A node that an alias repeats is read once; one that holds itself is empty where it does. */
  #once(node: Node, read: () => unknown): unknown {
    if (this.#read.has(node)) return this.#read.get(node);
    this.#read.set(node, null);
    const value = read();
    this.#read.set(node, value);
    return value;
  }
}

/** Nothing, or the `~` that YAML has for it; words such as `null` may be meant as words. */
function isEmptyScalar(node: { readonly value: unknown; readonly type?: string | undefined }): boolean {
  if (node.value === null) return true;
  return (node.value === '' || node.value === '~') && (node.type === undefined || node.type === 'PLAIN');
}
