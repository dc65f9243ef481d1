import type { ArticleEntry } from '../article/articleEntry';
import { collapse } from '../article/fieldValue';
import { foldName, type SourceName } from '../article/sourceNames';

/** A name that articles spell in one way or several. Its `name` follows the articles. */
class SpelledName implements SourceName {
  readonly key: string;
  name: string;
  readonly spellings: Spelling[] = [];

  constructor(key: string, name: string) {
    this.key = key;
    this.name = name;
  }
}

interface Spelling {
  readonly text: string;
  readonly of: SpelledName;
  articles: number;
  /** The first by path of the articles that use it; undefined where that one has gone and nobody has asked since. */
  first: string | undefined;
}

/**
 * How the articles of an archive spell names that compare as equal (those of sources, authors or categories), counted
 * article by article. A name is shown as most articles write it; of several used equally often, as the first by path does.
 */
export class NameSpellings {
  readonly #namesOf: (entry: ArticleEntry) => readonly string[];
  readonly #entries: () => Iterable<ArticleEntry>;
  readonly #names = new Map<string, SpelledName>();
  readonly #spellings = new Map<string, Spelling>();
  readonly #unsettled = new Set<SpelledName>();

  /** `entries` are all the articles counted: only asked for where the first of an equal number of articles has gone. */
  constructor(namesOf: (entry: ArticleEntry) => readonly string[], entries: () => Iterable<ArticleEntry>) {
    this.#namesOf = namesOf;
    this.#entries = entries;
  }

  /** The name that the text means. The object stays the same while its `name` follows the articles. */
  of(text: string): SourceName {
    const known = this.#spellings.get(text)?.of;
    if (known !== undefined) return known;
    const key = foldName(text);
    return this.#names.get(key) ?? { key, name: collapse(text) };
  }

  add(entry: ArticleEntry): void {
    for (const text of this.#namesOf(entry)) {
      const spelling = this.#spellings.get(text) ?? this.#spelling(text);
      const isFirst = spelling.articles === 0 || (spelling.first !== undefined && entry.path < spelling.first);
      if (isFirst) spelling.first = entry.path;
      spelling.articles++;
      this.#unsettled.add(spelling.of);
    }
  }

  remove(entry: ArticleEntry): void {
    for (const text of this.#namesOf(entry)) {
      const spelling = this.#spellings.get(text);
      if (spelling === undefined) continue;
      spelling.articles--;
      if (spelling.first === entry.path) spelling.first = undefined;
      this.#unsettled.add(spelling.of);
    }
  }

  /** Takes over what was counted since; tells whether a name that was there is shown in another spelling now. */
  settle(): boolean {
    let isRenamed = false;
    for (const name of this.#unsettled) {
      const usual = this.#usualOf(name);
      if (usual === undefined || usual === name.name) continue;
      name.name = usual;
      isRenamed = true;
    }
    this.#unsettled.clear();
    return isRenamed;
  }

  #spelling(text: string): Spelling {
    const key = foldName(text);
    const shown = collapse(text);
    const name = this.#names.get(key) ?? new SpelledName(key, shown);
    this.#names.set(key, name);
    const spelling: Spelling = { text: shown, of: name, articles: 0, first: undefined };
    name.spellings.push(spelling);
    this.#spellings.set(text, spelling);
    return spelling;
  }

  #usualOf({ name, spellings }: SpelledName): string | undefined {
    if (spellings.length === 1) return name;
    const most = spellings.reduce((least, { articles }) => Math.max(least, articles), 0);
    const [usual, ...others] = spellings.filter(({ articles }) => articles === most);
    if (most === 0 || usual === undefined) return undefined;
    if (others.length === 0) return usual.text;
    const firsts = [usual, ...others].map((one) => ({ text: one.text, first: this.#firstOf(one) }));
    // One article may name a category in two spellings.
    return firsts.reduce((a, b) => (b.first < a.first || (b.first === a.first && b.text < a.text) ? b : a)).text;
  }

  #firstOf(spelling: Spelling): string {
    if (spelling.first === undefined) {
      for (const entry of this.#entries()) {
        const isBefore = spelling.first === undefined || entry.path < spelling.first;
        if (isBefore && this.#namesOf(entry).some((text) => this.#spellings.get(text) === spelling)) {
          spelling.first = entry.path;
        }
      }
    }
    return spelling.first ?? '';
  }
}
