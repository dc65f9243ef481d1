import type { ArticleEntry } from '../article/articleEntry';
import { NameSpellings } from './nameSpellings';

/** The names that an archive's articles give to sources, authors and categories, each in the spelling to show. */
export class ArticleNames {
  readonly sources: NameSpellings;
  readonly authors: NameSpellings;
  readonly categories: NameSpellings;
  #version = 0;

  constructor(entries: () => Iterable<ArticleEntry>) {
    this.sources = new NameSpellings(({ source }) => (source === undefined ? [] : [source.text]), entries);
    this.authors = new NameSpellings(({ author }) => (author === undefined ? [] : [author]), entries);
    this.categories = new NameSpellings(({ categories }) => categories, entries);
  }

  /** Another number once a name is shown in another spelling. */
  get version(): number {
    return this.#version;
  }

  add(entry: ArticleEntry): void {
    for (const names of this.#all) names.add(entry);
  }

  remove(entry: ArticleEntry): void {
    for (const names of this.#all) names.remove(entry);
  }

  /** Takes over what was added and removed since. */
  settle(): void {
    const renamed = this.#all.map((names) => names.settle());
    if (renamed.includes(true)) this.#version++;
  }

  get #all(): readonly NameSpellings[] {
    return [this.sources, this.authors, this.categories];
  }
}
