import { type ArticleOrder, compareArticles } from '../archive/articleOrder';
import { OrderedRows } from '../archive/orderedRows';
import type { ArticleEntry } from '../article/articleEntry';
import type { ShownProblems } from './problemFilter';
import { compareByWeight, ProblemArticle, ProblemGroup, type ProblemGroupKind, type ProblemRow } from './problemGroup';
import type { ProblemSummary, RuleCount } from './problemSummary';

/** Rule ▸ article, or source ▸ rule ▸ article. */
export type ProblemGrouping = 'rule' | 'source';

export const problemGroupings: readonly ProblemGrouping[] = ['rule', 'source'];

export interface ProblemTreeOptions {
  readonly grouping: ProblemGrouping;
  readonly order: ArticleOrder;
  readonly entryOf: (path: string) => ArticleEntry | undefined;
  readonly summaryOf: (path: string) => ProblemSummary;
  readonly shown: ShownProblems;
  readonly sourceOf: (entry: ArticleEntry) => { readonly key: string; readonly name: string };
  /** Rules that weigh the same stand in this order. */
  readonly rankOf: (rule: string) => number;
}

/** What has to be shown anew: the whole tree, or groups with what is in them, or single rows. */
export interface ProblemTreeChange {
  readonly whole: boolean;
  readonly groups: ReadonlySet<ProblemGroup>;
  readonly rows: ReadonlySet<ProblemArticle>;
}

/** What the tree shows of an article. */
interface Placed {
  readonly entry: ArticleEntry;
  readonly summary: ProblemSummary;
  /** The group its rules stand in: its source, or the root. */
  readonly above: ProblemGroup;
}

/** The problems of one archive in their groups, kept up to date article by article, whatever has changed of them. */
export class ProblemTree {
  readonly root: ProblemGroup;
  readonly #options: ProblemTreeOptions;
  readonly #compare: (a: ArticleEntry, b: ArticleEntry) => number;
  readonly #placed = new Map<string, Placed>();
  readonly #changedGroups = new Set<ProblemGroup>();
  readonly #changedRows = new Set<ProblemArticle>();
  /** The outermost groups as they were last told. */
  #told: readonly ProblemRow[] | undefined;

  constructor(id: string, archive: string, options: ProblemTreeOptions, paths: Iterable<string>) {
    this.root = new ProblemGroup(id, 'archive', archive, { name: '' }, undefined);
    this.#options = options;
    this.#compare = compareArticles(options.order);
    this.update(paths);
    this.takeChange();
  }

  /** What stands below a row, in order. */
  children(group: ProblemGroup): readonly ProblemRow[] {
    group.sorted ??= this.#sorted(group);
    return group.sorted;
  }

  /** The row of an article under a rule, where it shows. */
  rowOf(path: string, rule: string): ProblemArticle | undefined {
    return this.#placed.get(path)?.above.groups.get(rule)?.rows.get(path);
  }

  /** All rows of an article. */
  rowsOf(path: string): readonly ProblemArticle[] {
    const placed = this.#placed.get(path);
    return placed?.summary.flatMap(({ rule }) => placed.above.groups.get(rule)?.rows.get(path) ?? []) ?? [];
  }

  /** Looks again at what is known of these articles, which may be gone. */
  update(paths: Iterable<string>): void {
    for (const path of paths) this.#update(path);
  }

  /** Sources are shown by other names now. */
  renamed(): void {
    if (this.#options.grouping !== 'source') return;
    this.root.sorted = undefined;
    this.#told = undefined;
  }

  /** What has to be shown anew since this was last asked. */
  takeChange(): ProblemTreeChange {
    const groups = new Set<ProblemGroup>();
    for (const group of this.#changedGroups) if (group !== this.root) groups.add(group.topmost);
    const rows = new Set<ProblemArticle>();
    for (const row of this.#changedRows) if (!groups.has(row.group.topmost)) rows.add(row);
    const outermost =
      this.#changedGroups.size === 0 && this.#told !== undefined ? this.#told : this.children(this.root);
    const whole = !isSame(outermost, this.#told);
    this.#told = outermost;
    this.#changedGroups.clear();
    this.#changedRows.clear();
    return whole ? { whole, groups: new Set(), rows: new Set() } : { whole, groups, rows };
  }

  #sorted(group: ProblemGroup): readonly ProblemRow[] {
    if (group.kind === 'rule') {
      group.ordered ??= new OrderedRows(group.rows.values(), this.#compare);
      return group.ordered.in(group.rows);
    }
    const { rankOf } = this.#options;
    return [...group.groups.values()].sort(
      (a, b) =>
        compareByWeight(a, b) ||
        (a.kind === 'rule' ? rankOf(a.key) - rankOf(b.key) : 0) ||
        (a.name < b.name ? -1 : Number(a.name > b.name)),
    );
  }

  #update(path: string): void {
    const before = this.#placed.get(path);
    const entry = this.#options.entryOf(path);
    const summary = entry && this.#options.shown(entry, this.#options.summaryOf(path));
    if (entry === undefined || summary === undefined || summary.length === 0) {
      if (before !== undefined) this.#remove(path, before);
      return;
    }
    if (before?.entry === entry && before.summary === summary) return;
    const above = this.#above(entry);
    const isSamePlace = before?.above === above;
    // What comes before what goes, so that a group whose only article changes stays.
    this.#placed.set(path, { entry, summary, above });
    if (!isSamePlace) this.#countArticle(above, 1);
    for (const found of summary) this.#put(above, entry, found);
    if (before === undefined) return;
    const kept = new Set(isSamePlace ? summary.map(({ rule }) => rule) : []);
    for (const { rule } of before.summary) if (!kept.has(rule)) this.#take(before.above, path, rule);
    if (!isSamePlace) this.#leave(before.above);
  }

  #remove(path: string, { summary, above }: Placed): void {
    this.#placed.delete(path);
    for (const { rule } of summary) this.#take(above, path, rule);
    this.#leave(above);
  }

  #above(entry: ArticleEntry): ProblemGroup {
    if (this.#options.grouping === 'rule') return this.root;
    const source = this.#options.sourceOf(entry);
    return this.#group(this.root, 'source', source.key, source);
  }

  #group(parent: ProblemGroup, kind: ProblemGroupKind, key: string, named: { readonly name: string }): ProblemGroup {
    const known = parent.groups.get(key);
    if (known !== undefined) return known;
    const group = new ProblemGroup(`${parent.id}/${kind}:${idOf(key)}`, kind, key, named, parent);
    parent.groups.set(key, group);
    return group;
  }

  #put(above: ProblemGroup, entry: ArticleEntry, found: RuleCount): void {
    const group = this.#group(above, 'rule', found.rule, { name: found.rule });
    const row = group.rows.get(entry.path);
    if (row === undefined) {
      const added = new ProblemArticle(group, entry, found);
      group.rows.set(entry.path, added);
      group.ordered?.move(added);
      group.articles++;
      this.#count(group, found, 1);
      return;
    }
    const { entry: before, found: foundBefore } = row;
    row.entry = entry;
    row.found = found;
    if (!isSameCount(foundBefore, found)) {
      this.#count(group, foundBefore, -1);
      this.#count(group, found, 1);
    }
    if (before === entry) return;
    if (this.#compare(before, entry) === 0) {
      this.#changedRows.add(row);
      return;
    }
    group.ordered?.move(row);
    this.#touch(group);
  }

  #take(above: ProblemGroup, path: string, rule: string): void {
    const group = above.groups.get(rule);
    const row = group?.rows.get(path);
    if (group === undefined || row === undefined) return;
    group.rows.delete(path);
    group.ordered?.move(row);
    group.articles--;
    this.#count(group, row.found, -1);
    if (group.rows.size === 0) above.groups.delete(rule);
  }

  /** An article shows here no more. */
  #leave(above: ProblemGroup): void {
    this.#countArticle(above, -1);
    if (above.parent !== undefined && above.groups.size === 0) above.parent.groups.delete(above.key);
  }

  #countArticle(above: ProblemGroup, by: 1 | -1): void {
    for (let group: ProblemGroup | undefined = above; group !== undefined; group = group.parent) group.articles += by;
    this.#touch(above);
  }

  #count(leaf: ProblemGroup, { severity, count, fixable }: RuleCount, by: 1 | -1): void {
    for (let group: ProblemGroup | undefined = leaf; group !== undefined; group = group.parent) {
      group.problems[severity] += by * count;
      group.fixable += by * fixable;
    }
    this.#touch(leaf);
  }

  #touch(from: ProblemGroup): void {
    this.#changedGroups.add(from);
    for (let group: ProblemGroup | undefined = from; group !== undefined; group = group.parent) {
      group.sorted = undefined;
    }
  }
}

function isSameCount(one: RuleCount, other: RuleCount): boolean {
  return one.severity === other.severity && one.count === other.count && one.fixable === other.fixable;
}

/** Names hold anything, also what parts the names in an id. */
function idOf(key: string): string {
  return key.replace(/[%/:#]/g, encodeURIComponent);
}

function isSame(some: readonly ProblemRow[], others: readonly ProblemRow[] | undefined): boolean {
  return some.length === others?.length && some.every((row, at) => row === others[at]);
}
