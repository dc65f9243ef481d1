import type { ArticleEntry } from '../article/articleEntry';
import { foldText } from './foldText';

/** What of an article a search looks at beside its title. */
export interface SearchDetails {
  readonly source: string;
  readonly day: string;
}

interface Candidate<T> {
  readonly article: T;
  readonly title: string;
  readonly rest: string;
  readonly time: number;
}

/** How many candidates are looked at before others get their turn. */
const sliceSize = 20_000;

/** Finds articles by words of title, source and day while a person types; made for as long as a search box is open. */
export class ArticleSearch<T> {
  readonly #candidates: Candidate<T>[] = [];

  add(article: T, entry: ArticleEntry, details: SearchDetails): void {
    this.#candidates.push({
      article,
      title: foldText(entry.title),
      rest: foldText(`${details.source} ${details.day} ${entry.author ?? ''}`),
      time: entry.date.kind === 'read' ? entry.date.time : Number.NEGATIVE_INFINITY,
    });
  }

  /** The best matches, best first; the newest come first among equals. Rejects when aborted. */
  async find(query: string, most: number, signal: AbortSignal): Promise<readonly T[]> {
    const whole = foldText(query);
    const words = whole.split(' ').filter(Boolean);
    const best = new Best<T>(most);
    for (let at = 0; at < this.#candidates.length; at++) {
      if (at % sliceSize === sliceSize - 1) {
        await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
      }
      const candidate = this.#candidates[at];
      const score = candidate === undefined ? 0 : scoreOf(candidate, whole, words);
      if (candidate !== undefined && score > 0) best.offer(candidate, score);
    }
    return best.inOrder();
  }
}

function scoreOf<T>({ title, rest }: Candidate<T>, whole: string, words: readonly string[]): number {
  let score = 1;
  for (const word of words) {
    if (title.includes(word)) score += 2;
    else if (rest.includes(word)) score += 1;
    else return 0;
  }
  if (whole === '') return score;
  if (title.startsWith(whole)) score += 8;
  else if (title.includes(whole)) score += 4;
  return score;
}

/** Keeps the best few of many without sorting all. */
class Best<T> {
  readonly #most: number;
  #kept: { readonly candidate: Candidate<T>; readonly score: number }[] = [];
  #worst = 0;

  constructor(most: number) {
    this.#most = most;
  }

  offer(candidate: Candidate<T>, score: number): void {
    if (score < this.#worst) return;
    this.#kept.push({ candidate, score });
    if (this.#kept.length >= this.#most * 8) this.#cut();
  }

  inOrder(): readonly T[] {
    this.#cut();
    return this.#kept.map(({ candidate }) => candidate.article);
  }

  #cut(): void {
    this.#kept.sort((a, b) => b.score - a.score || compareTimes(b.candidate.time, a.candidate.time));
    if (this.#kept.length < this.#most) return;
    this.#kept.length = this.#most;
    this.#worst = this.#kept.at(-1)?.score ?? 0;
  }
}

function compareTimes(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
