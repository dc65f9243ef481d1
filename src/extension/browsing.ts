import * as vscode from 'vscode';
import { type ArticleFilter, isEmptyFilter } from '../core/archive/articleFilter';
import { type ArticleOrder, articleOrders } from '../core/archive/articleOrder';
import { type Grouping, groupingOf } from '../core/archive/grouping';
import { setContextKey } from './contribute';

/** How a person looks at the articles: grouped, sorted, filtered. The first two are remembered per workspace. */
export class Browsing implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #grouping: Grouping;
  #order: ArticleOrder;
  #filter: ArticleFilter = {};

  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#grouping = groupingOf(memory.get('grouping')) ?? 'source';
    this.#order = oneOf(articleOrders, memory.get('order')) ?? 'newest';
    this.#tell();
  }

  get grouping(): Grouping {
    return this.#grouping;
  }

  get order(): ArticleOrder {
    return this.#order;
  }

  get filter(): ArticleFilter {
    return this.#filter;
  }

  async arrange(arrangement: { readonly grouping?: Grouping; readonly order?: ArticleOrder }): Promise<void> {
    this.#grouping = arrangement.grouping ?? this.#grouping;
    this.#order = arrangement.order ?? this.#order;
    this.#tell();
    this.#changed.fire();
    await this.#memory.update('grouping', this.#grouping);
    await this.#memory.update('order', this.#order);
  }

  setFilter(filter: ArticleFilter): void {
    this.#filter = filter;
    this.#tell();
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #tell(): void {
    setContextKey('grouping', this.#grouping);
    setContextKey('order', this.#order);
    setContextKey('filtered', !isEmptyFilter(this.#filter));
  }
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((item) => item === value);
}
