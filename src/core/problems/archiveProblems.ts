import { Emitter, type Listen } from '../host/emitter';
import { noProblems, type ProblemSummary, problemCount } from './problemSummary';

/** What one batch changed: each article whose problems are others now. */
export type ProblemsChange = readonly ChangedProblems[];

export interface ChangedProblems {
  readonly path: string;
  readonly before: ProblemSummary;
  readonly after: ProblemSummary;
}

/**
 * How many problems each article of an archive has, by rule. Articles with the same problems share one summary, so that
 * a hundred thousand of them take little memory.
 */
export class ArchiveProblems {
  readonly #summaries = new Map<string, ProblemSummary>();
  readonly #shared = new Map<string, ProblemSummary>();
  readonly #changes = new Emitter<ProblemsChange>();
  #withProblems = 0;

  readonly onDidChange: Listen<ProblemsChange> = this.#changes.listen;

  /** How many articles have problems that count. */
  get articles(): number {
    return this.#withProblems;
  }

  of(path: string): ProblemSummary {
    return this.#summaries.get(path) ?? noProblems;
  }

  count(path: string): number {
    return problemCount(this.of(path));
  }

  /** Articles with at least one problem, hints included. */
  entries(): IterableIterator<[string, ProblemSummary]> {
    return this.#summaries.entries();
  }

  put(batch: Iterable<readonly [path: string, summary: ProblemSummary]>): void {
    const changed: ChangedProblems[] = [];
    for (const [path, summary] of batch) {
      const before = this.of(path);
      const after = this.#share(summary);
      if (before === after) continue;
      this.#withProblems += Number(problemCount(after) > 0) - Number(problemCount(before) > 0);
      if (after === noProblems) this.#summaries.delete(path);
      else this.#summaries.set(path, after);
      changed.push({ path, before, after });
    }
    if (changed.length > 0) this.#changes.fire(changed);
  }

  /** Forgets the problems of all articles. */
  clear(): void {
    this.put([...this.#summaries.keys()].map((path) => [path, noProblems]));
  }

  #share(summary: ProblemSummary): ProblemSummary {
    if (summary.length === 0) return noProblems;
    const key = JSON.stringify(summary);
    const known = this.#shared.get(key) ?? summary;
    this.#shared.set(key, known);
    return known;
  }
}
