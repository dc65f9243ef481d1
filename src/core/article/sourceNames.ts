import { isJsonObject } from '../text/json/jsonValue';
import type { SourceText } from './articleEntry';
import { collapse } from './fieldValue';

/** A source, author or category as it is shown, and the key that all spellings of it share. */
export interface SourceName {
  readonly key: string;
  readonly name: string;
}

/** Spellings that differ only by width, case or white space fold to the same text. */
export function foldName(text: string): string {
  return collapse(text.normalize('NFKC')).toLowerCase();
}

/** Tells which source a text means. */
export interface SourceResolver {
  /** The source by the name to show: its canonical one, or one that the articles write. */
  resolve(source: SourceText): SourceName;
  /** The source of `.marginalia/sources.json` that the text means. */
  canonicalOf(text: string): SourceName | undefined;
}

/** The spelling to show of names that `.marginalia/sources.json` does not hold. */
interface Spellings {
  of(text: string): SourceName;
}

/** Folds the names of sources onto canonical ones by what `.marginalia/sources.json` says. */
export class SourceNames implements SourceResolver {
  readonly #names = new Map<string, SourceName>();
  readonly #domains = new Map<string, SourceName>();
  readonly #canonical = new Map<string, SourceName | undefined>();

  /** Takes the parsed file, whatever it holds; what is malformed in it is passed over. */
  constructor(file: unknown = undefined) {
    const sources = Object.entries(recordOf(recordOf(file).sources));
    for (const [canonical] of sources) this.#addName(canonical, writtenName(canonical));
    for (const [canonical, profile] of sources) {
      const name = writtenName(canonical);
      if (name.key === '') continue;
      for (const alias of textsOf(recordOf(profile).aliases)) this.#addName(alias, name);
      for (const domain of textsOf(recordOf(profile).domains)) {
        const folded = foldDomain(domain);
        if (folded !== '' && !this.#domains.has(folded)) this.#domains.set(folded, name);
      }
    }
  }

  /** The canonical source that the text means, or the text itself as a source of its own. */
  resolve({ text }: SourceText): SourceName {
    return this.canonicalOf(text) ?? writtenName(text);
  }

  /** The same, where a source without a canonical name is called by the spelling that articles use. */
  spelledBy(spellings: Spellings): SourceResolver {
    return {
      resolve: ({ text }) => this.canonicalOf(text) ?? spellings.of(text),
      canonicalOf: (text) => this.canonicalOf(text),
    };
  }

  canonicalOf(text: string): SourceName | undefined {
    if (this.#canonical.has(text)) return this.#canonical.get(text);
    const name = this.#canonicalOf(text);
    this.#canonical.set(text, name);
    return name;
  }

  #canonicalOf(text: string): SourceName | undefined {
    const key = foldName(text);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    if (!/^[^\s/]+\.[^\s/.]+$/.test(key)) return undefined;
    const host = key.replace(/^www\./, '');
    for (let domain = host; domain.includes('.'); domain = domain.slice(domain.indexOf('.') + 1)) {
      const found = this.#domains.get(domain);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #addName(text: string, name: SourceName): void {
    const key = foldName(text);
    if (key !== '' && !this.#names.has(key)) this.#names.set(key, name);
  }
}

/** A name as it is written, its width and case kept. */
function writtenName(text: string): SourceName {
  return { key: foldName(text), name: collapse(text) };
}

function foldDomain(text: string): string {
  return foldName(text)
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^(?:www|\*)\./, '')
    .replace(/[/:?#].*$/, '');
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isJsonObject(value) ? value : {};
}

function textsOf(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string');
}
