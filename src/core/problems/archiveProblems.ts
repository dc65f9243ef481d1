import { Emitter, type Listen } from '../host/emitter';
import { noProblems, type ProblemSummary, problemCount } from './problemSummary';

/** The paths of one batch whose problems are others now. */
export type ProblemsChange = readonly string[];

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
    const changed: string[] = [];
    for (const [path, summary] of batch) {
      const before = this.of(path);
      const after = this.#share(summary);
      if (before === after) continue;
      this.#withProblems += Number(problemCount(after) > 0) - Number(problemCount(before) > 0);
      if (after === noProblems) this.#summaries.delete(path);
      else this.#summaries.set(path, after);
      changed.push(path);
    }
    if (changed.length > 0) this.#changes.fire(changed);
  }

  #share(summary: ProblemSummary): ProblemSummary {
    if (summary.length === 0) return noProblems;
    const key = JSON.stringify(summary);
    const known = this.#shared.get(key) ?? summary;
    this.#shared.set(key, known);
    return known;
  }
}
