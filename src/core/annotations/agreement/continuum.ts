import type { TextRange } from '../../text/textRange';
import type { ComparedArticle } from './comparedArticle';
import { type UnitisingDisagreement, unitisingDisagreement } from './unitisingAlpha';

/** All articles that each of some people annotated, laid end to end. */
export class Continuum {
  readonly creators: readonly string[];
  readonly articles: number;
  readonly #starts = new Map<ComparedArticle, number>();
  readonly #length: number;

  constructor(all: readonly ComparedArticle[], creators: readonly string[]) {
    this.creators = creators;
    let length = 0;
    for (const article of all) {
      if (!creators.every((creator) => article.creators.includes(creator))) continue;
      this.#starts.set(article, length);
      length += article.length;
    }
    this.#length = length;
    this.articles = this.#starts.size;
  }

  /** `marked`: the articles in which anybody marked anything with the label. */
  disagreementOn(label: string, marked: readonly ComparedArticle[]): UnitisingDisagreement {
    const ranges = this.creators.map((): TextRange[] => []);
    for (const article of marked) {
      const start = this.#starts.get(article);
      if (start === undefined) continue;
      for (const [index, creator] of this.creators.entries()) {
        for (const range of article.passages.get(label)?.get(creator) ?? [])
          ranges[index]?.push({ start: start + range.start, end: start + range.end });
      }
    }
    return unitisingDisagreement(ranges, this.#length);
  }
}
