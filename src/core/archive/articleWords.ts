import type { ArticleEntry } from '../article/articleEntry';
import type { SourceResolver } from '../article/sourceNames';
import { isoDay } from '../article/zoneOffset';
import { foldText } from '../text/foldText';

export interface WordsContext {
  readonly timeZone: string;
  readonly sources: Pick<SourceResolver, 'resolve'>;
}

/**
 * The words by which a person finds an article: of its title, its source as shown and as written, its author and its
 * date. All folded, and only once somebody looks for a word.
 */
export class ArticleWords {
  readonly #entry: ArticleEntry;
  readonly #context: WordsContext;
  #title: string | undefined;
  #rest: string | undefined;

  constructor(entry: ArticleEntry, context: WordsContext) {
    this.#entry = entry;
    this.#context = context;
  }

  get title(): string {
    this.#title ??= foldText(this.#entry.title);
    return this.#title;
  }

  /** All but the title. */
  get rest(): string {
    this.#rest ??= foldText(this.#details().join('\n'));
    return this.#rest;
  }

  has(word: string): boolean {
    return this.title.includes(word) || this.rest.includes(word);
  }

  #details(): readonly string[] {
    const { source, author = '', date } = this.#entry;
    const { sources, timeZone } = this.#context;
    const day = date.kind === 'read' ? isoDay(date.time, timeZone) : date.kind === 'unreadable' ? date.text : '';
    return source === undefined ? [author, day] : [sources.resolve(source).name, source.text, author, day];
  }
}
