import * as vscode from 'vscode';
import type { Severity } from '../core/problems/problem';
import { isEmptyProblemFilter, type ProblemFilter } from '../core/problems/problemFilter';
import { gravity } from '../core/problems/problemSummary';
import { type ProblemGrouping, problemGroupings } from '../core/problems/problemTree';
import { setContextKey } from './contribute';

/** How a person looks at the problems: grouped, filtered, with hints or without. All but the filter is remembered. */
export class ProblemLook implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #grouping: ProblemGrouping;
  #hints: boolean;
  #filter: ProblemFilter = {};

  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#grouping = problemGroupings.find((known) => known === memory.get('problems.grouping')) ?? 'rule';
    this.#hints = memory.get('problems.hints') === true;
    this.#tell();
  }

  get grouping(): ProblemGrouping {
    return this.#grouping;
  }

  get hints(): boolean {
    return this.#hints;
  }

  get filter(): ProblemFilter {
    return this.#filter;
  }

  /** The least grave that shows. */
  get severity(): Severity {
    const { severity = 'hint' } = this.#filter;
    return !this.#hints && gravity[severity] < gravity.information ? 'information' : severity;
  }

  async arrange(change: { readonly grouping?: ProblemGrouping; readonly hints?: boolean }): Promise<void> {
    this.#grouping = change.grouping ?? this.#grouping;
    this.#hints = change.hints ?? this.#hints;
    this.#tell();
    this.#changed.fire();
    await this.#memory.update('problems.grouping', this.#grouping);
    await this.#memory.update('problems.hints', this.#hints);
  }

  setFilter(filter: ProblemFilter): void {
    this.#filter = filter;
    this.#tell();
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #tell(): void {
    setContextKey('problemsGrouping', this.#grouping);
    setContextKey('problemHints', this.#hints);
    setContextKey('problemsFiltered', !isEmptyProblemFilter(this.#filter));
  }
}
