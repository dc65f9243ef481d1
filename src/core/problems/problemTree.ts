import { type ArticleOrder, compareArticles } from '../archive/articleOrder';
import type { ArticleEntry } from '../article/articleEntry';
import { GroupedTree } from '../tree/groupedTree';
import { NamedKey } from '../tree/namedKey';
import type { TreeGroup, TreeLeaf, TreeRow } from '../tree/treeRow';
import type { ShownProblems } from './problemFilter';
import type { ProblemSummary, RuleCount } from './problemSummary';
import { compareTotals, ProblemTotals } from './problemTotals';

/** Rule ▸ article, or source ▸ rule ▸ article. */
export type ProblemGrouping = 'rule' | 'source';

export const problemGroupings: readonly ProblemGrouping[] = ['rule', 'source'];

/** A source, by its folded name (empty for none) as its articles spell it, or a rule, by its id. */
export interface ProblemKey {
  readonly kind: ProblemGrouping;
  readonly key: string;
  readonly name: string;
}

/** Articles under the rules that fire in them: one with problems of two rules is two leaves. */
export interface ProblemTypes {
  readonly item: ArticleEntry;
  readonly key: ProblemKey;
  /** What of that rule is shown. */
  readonly measure: RuleCount;
  readonly totals: ProblemTotals;
}

export type ProblemGroup = TreeGroup<ProblemTypes>;
export type ProblemLeaf = TreeLeaf<ProblemTypes>;
export type ProblemRow = TreeRow<ProblemTypes>;

export interface ProblemTreeOptions {
  readonly grouping: ProblemGrouping;
  readonly order: ArticleOrder;
  readonly entryOf: (path: string) => ArticleEntry | undefined;
  readonly summaryOf: (path: string) => ProblemSummary;
  readonly shown: ShownProblems;
  readonly sourceOf: (entry: ArticleEntry) => { readonly key: string; readonly name: string };
  /** Rules that weigh the same are in this order. */
  readonly rankOf: (rule: string) => number;
}

/** The problems of one archive in their groups. */
export class ProblemTree extends GroupedTree<ProblemTypes> {
  readonly #options: ProblemTreeOptions;

  constructor(id: string, options: ProblemTreeOptions, paths: Iterable<string>) {
    const { grouping, order, rankOf, shown, sourceOf, summaryOf } = options;
    const above = (entry: ArticleEntry): readonly ProblemKey[] =>
      grouping === 'rule' ? [] : [new NamedKey('source', sourceOf(entry))];
    super(id, {
      ordersByTotals: true,
      idOf: ({ path }) => path,
      place: (entry) => {
        const summary = shown(entry, summaryOf(entry.path));
        const keys = summary.length === 0 ? [] : above(entry);
        return summary.map((found) => ({ keys: [...keys, ruleKey(found.rule)], measure: found }));
      },
      compareItems: compareArticles(order),
      compareGroups: (a, b) =>
        compareTotals(a.totals, b.totals) ||
        (a.key?.kind === 'rule' ? rankOf(a.key.key) - rankOf(b.key?.key ?? '') : 0) ||
        (a.name < b.name ? -1 : Number(a.name > b.name)),
      newTotals: () => new ProblemTotals(),
      add: (totals, found, sign) => totals.add(found, sign),
      isSameMeasure: (a, b) => a.severity === b.severity && a.count === b.count && a.fixable === b.fixable,
    });
    this.#options = options;
    this.update(paths);
    this.takeChange();
  }

  /** Looks again at what is known of these articles, which may be gone. */
  update(paths: Iterable<string>): void {
    const gone: string[] = [];
    for (const path of paths) {
      const entry = this.#options.entryOf(path);
      if (entry === undefined) gone.push(path);
      else this.put([entry]);
    }
    this.remove(gone);
  }

  /** The leaf of an article under a rule, where it shows. */
  leafOf(path: string, rule: string): ProblemLeaf | undefined {
    return this.leavesOf(path).find(({ group }) => group.key?.key === rule);
  }
}

function ruleKey(rule: string): ProblemKey {
  return { kind: 'rule', key: rule, name: rule };
}
