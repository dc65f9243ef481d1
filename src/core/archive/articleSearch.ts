import type { ArticleEntry } from '../article/articleEntry';
import { foldedWords, foldText } from '../text/foldText';
import { TimeSlice } from '../text/timeSlice';
import { ArticleWords, type WordsContext } from './articleWords';

/** An article as a search sees it. */
class Candidate<T> {
  readonly article: T;
  readonly time: number;
  readonly words: ArticleWords;

  constructor(article: T, entry: ArticleEntry, context: WordsContext) {
    this.article = article;
    this.time = entry.date.kind === 'read' ? entry.date.time : Number.NEGATIVE_INFINITY;
    this.words = new ArticleWords(entry, context);
  }
}

/** How many candidates are looked at before others get their turn. */
const sliceSize = 20_000;

/** Finds articles by words of title, source and day while a person types; made for as long as a search box is open. */
export class ArticleSearch<T> {
  readonly #candidates: Candidate<T>[] = [];

  add(article: T, entry: ArticleEntry, context: WordsContext): void {
    this.#candidates.push(new Candidate(article, entry, context));
  }

  /** The best matches, best first; the newest come first among equals. Rejects when aborted. */
  async find(query: string, most: number, signal: AbortSignal): Promise<readonly T[]> {
    signal.throwIfAborted();
    const whole = foldText(query);
    const words = foldedWords(query);
    const slice = new TimeSlice(signal);
    const best = new Best<T>(most);
    for (const [at, candidate] of this.#candidates.entries()) {
      if (at % sliceSize === sliceSize - 1) await slice.next();
      const score = scoreOf(candidate.words, whole, words);
      if (score > 0) best.offer(candidate, score);
    }
    return best.inOrder();
  }
}

function scoreOf(candidate: ArticleWords, whole: string, words: readonly string[]): number {
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
