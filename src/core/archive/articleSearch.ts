import type { ArticleEntry } from '../article/articleEntry';
import { foldText } from './foldText';

/** What of an article a search looks at beside its title. */
export interface SearchDetails {
  readonly source: string;
  readonly day: string;
}

/** An article as searches see it. Folding its texts waits until somebody looks for a word. */
class Candidate<T> {
  readonly article: T;
  readonly time: number;
  readonly #entry: ArticleEntry;
  readonly #details: SearchDetails;
  #title: string | undefined;
  #rest: string | undefined;

  constructor(article: T, entry: ArticleEntry, details: SearchDetails) {
    this.article = article;
    this.time = entry.date.kind === 'read' ? entry.date.time : Number.NEGATIVE_INFINITY;
    this.#entry = entry;
    this.#details = details;
  }

  get title(): string {
    this.#title ??= foldText(this.#entry.title);
    return this.#title;
  }

  get rest(): string {
    this.#rest ??= foldText(`${this.#details.source} ${this.#details.day} ${this.#entry.author ?? ''}`);
    return this.#rest;
  }
}

/** How many candidates are looked at before others get their turn. */
const sliceSize = 20_000;

/** Finds articles by words of title, source and day while a person types; made for as long as a search box is open. */
export class ArticleSearch<T> {
  readonly #candidates: Candidate<T>[] = [];

  add(article: T, entry: ArticleEntry, details: SearchDetails): void {
    this.#candidates.push(new Candidate(article, entry, details));
  }

  /** The best matches, best first; the newest come first among equals. Rejects when aborted. */
  async find(query: string, most: number, signal: AbortSignal): Promise<readonly T[]> {
    signal.throwIfAborted();
    const whole = foldText(query);
    const words = whole.split(' ').filter(Boolean);
    const best = new Best<T>(most);
    for (const [at, candidate] of this.#candidates.entries()) {
      if (at % sliceSize === sliceSize - 1) {
        await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
      }
      const score = scoreOf(candidate, whole, words);
      if (score > 0) best.offer(candidate, score);
    }
    return best.inOrder();
  }
}

function scoreOf<T>(candidate: Candidate<T>, whole: string, words: readonly string[]): number {
  let score = 1;
  if (words.length === 0) return score;
  const { title } = candidate;
  for (const word of words) {
    if (title.includes(word)) score += 2;
    else if (candidate.rest.includes(word)) score += 1;
    else return 0;
  }
  if (title.startsWith(whole)) score += 8;
  else if (title.includes(whole)) score += 4;
  return score;
}

/** Keeps the best few of many without sorting all. */
class Best<T> {
  readonly #most: number;
  #kept: Scored<T>[] = [];
  /** What another must beat once there are enough. */
  #last: Scored<T> | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  offer(candidate: Candidate<T>, score: number): void {
    const offered = { candidate, score };
    if (this.#last !== undefined && compare(offered, this.#last) >= 0) return;
    this.#kept.push(offered);
    if (this.#kept.length >= this.#most * 8) this.#cut();
  }

  inOrder(): readonly T[] {
    this.#cut();
    return this.#kept.map(({ candidate }) => candidate.article);
  }

  #cut(): void {
    this.#kept.sort(compare);
    if (this.#kept.length < this.#most) return;
    this.#kept.length = this.#most;
    this.#last = this.#kept.at(-1);
  }
}

interface Scored<T> {
  readonly candidate: Candidate<T>;
  readonly score: number;
}

/** The better first, among equals the newer. */
function compare<T>(a: Scored<T>, b: Scored<T>): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.candidate.time === b.candidate.time ? 0 : b.candidate.time - a.candidate.time;
}
