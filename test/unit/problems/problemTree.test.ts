import assert from 'node:assert/strict';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import { SourceNames } from '../../../src/core/article/sourceNames';
import type { Severity } from '../../../src/core/problems/problem';
import { type ProblemFilter, shownProblems } from '../../../src/core/problems/problemFilter';
import type { ProblemSummary, RuleCount } from '../../../src/core/problems/problemSummary';
import {
  type ProblemGroup,
  type ProblemGrouping,
  type ProblemRow,
  ProblemTree,
  type ProblemTypes,
} from '../../../src/core/problems/problemTree';
import type { TreeChange } from '../../../src/core/tree/treeChange';
import { entry } from '../../support/builders';
import { Seeded } from '../../support/seeded';

const rules = ['metadata/date', 'image/empty', 'image/insecure', 'metadata/title-mismatch'];

function found(rule: string, count: number, severity: Severity = 'warning', fixable = 0): RuleCount {
  return { rule, severity, count, fixable };
}

/** An archive whose articles and problems a test changes at will, and the tree that follows them. */
class Followed {
  readonly entries = new Map<string, ArticleEntry>();
  readonly summaries = new Map<string, ProblemSummary>();
  readonly tree: ProblemTree;
  looks = 0;

  constructor(
    articles: readonly (readonly [ArticleEntry, ...RuleCount[]])[],
    private readonly parts: { readonly grouping?: ProblemGrouping; readonly filter?: ProblemFilter } = {},
  ) {
    for (const [article, ...summary] of articles) this.#know(article, summary);
    this.tree = this.fresh();
    this.looks = 0;
  }

  /** A tree made now, of what is known now. */
  fresh(): ProblemTree {
    const { grouping = 'rule', filter = {} } = this.parts;
    const sources = new SourceNames();
    const sourceOf = ({ source }: ArticleEntry) =>
      source === undefined ? { key: '', name: 'none' } : sources.resolve(source);
    const options = {
      grouping,
      order: 'newest',
      entryOf: (path: string) => {
        this.looks++;
        return this.entries.get(path);
      },
      summaryOf: (path: string) => this.summaries.get(path) ?? [],
      shown: shownProblems(filter, { timeZone: 'UTC', sources }),
      sourceOf,
      rankOf: (rule: string) => rules.indexOf(rule),
    } as const;
    return new ProblemTree('root', options, this.entries.keys());
  }

  put(article: ArticleEntry, ...summary: RuleCount[]): TreeChange<ProblemTypes> {
    this.#know(article, summary);
    this.tree.update([article.path]);
    return this.tree.takeChange();
  }

  remove(path: string): TreeChange<ProblemTypes> {
    this.entries.delete(path);
    this.summaries.delete(path);
    this.tree.update([path]);
    return this.tree.takeChange();
  }

  #know(article: ArticleEntry, summary: ProblemSummary): void {
    this.entries.set(article.path, article);
    this.summaries.set(article.path, summary);
  }
}

/** The tree as lines: groups with problems and articles, articles with their problems. */
function draw(tree: ProblemTree, group: ProblemGroup = tree.root, indent = ''): readonly string[] {
  return tree
    .children(group)
    .flatMap((row) =>
      row.type === 'leaf'
        ? [`${indent}${row.item.title} ${row.measure.count}`]
        : [`${indent}${row.name} ${row.totals.count} in ${row.size}`, ...draw(tree, row, `${indent}  `)],
    );
}

function shownAnew({ whole, groups, leaves }: TreeChange<ProblemTypes>): readonly string[] {
  if (whole) return ['all'];
  return [
    ...[...groups].map(({ name }) => name),
    ...[...leaves].map(({ item, group }) => `${item.title} of ${group.name}`),
  ];
}

const ledger = { source: 'Ledger' };
const gazette = { source: 'Gazette' };

const some = [
  [
    entry('a.md', { ...ledger, date: '2021-01-01' }),
    found('image/empty', 2, 'warning', 1),
    found('metadata/date', 1, 'error'),
  ],
  [entry('b.md', { ...ledger, date: '2022-01-01' }), found('image/empty', 1)],
  [entry('c.md', { ...gazette, date: '2023-01-01' }), found('image/insecure', 5, 'information', 5)],
  [entry('d.md'), found('metadata/title-mismatch', 1, 'hint')],
  [entry('e.md', gazette)],
] as const;

describe('the tree of problems', () => {
  it('groups by rule, the gravest first, then the most, articles newest first', () => {
    assert.deepEqual(draw(new Followed(some).tree), [
      'metadata/date 1 in 1',
      '  a 1',
      'image/empty 3 in 2',
      '  b 1',
      '  a 2',
      'image/insecure 5 in 1',
      '  c 5',
      'metadata/title-mismatch 1 in 1',
      '  d 1',
    ]);
  });

  it('groups by source and rule, each article counted once', () => {
    const { tree } = new Followed(some, { grouping: 'source' });
    assert.deepEqual(draw(tree), [
      'Ledger 4 in 2',
      '  metadata/date 1 in 1',
      '    a 1',
      '  image/empty 3 in 2',
      '    b 1',
      '    a 2',
      'Gazette 5 in 1',
      '  image/insecure 5 in 1',
      '    c 5',
      'none 1 in 1',
      '  metadata/title-mismatch 1 in 1',
      '    d 1',
    ]);
    assert.deepEqual(
      { ...tree.root.totals.bySeverity, articles: tree.root.size, fixable: tree.root.totals.fixable },
      { error: 1, warning: 3, information: 5, hint: 1, articles: 4, fixable: 6 },
    );
  });

  it('keeps rules that weigh the same in the order of the rules', () => {
    const { tree } = new Followed([[entry('a.md'), ...rules.toReversed().map((rule) => found(rule, 1))]]);
    assert.deepEqual(
      tree.children(tree.root).map((row) => row.type === 'group' && row.key?.key),
      rules,
    );
  });

  const filters: readonly (readonly [string, ProblemFilter, readonly string[]])[] = [
    ['gravity', { severity: 'warning' }, ['metadata/date 1 in 1', 'image/empty 3 in 2']],
    ['what can be fixed', { fixable: true }, ['image/empty 1 in 1', 'image/insecure 5 in 1']],
    ['rules', { rules: ['metadata/date'] }, ['metadata/date 1 in 1']],
    ['sources', { sources: [{ key: 'gazette', name: 'Gazette' }] }, ['image/insecure 5 in 1']],
    ['no source', { sources: [{ key: '', name: 'none' }] }, ['metadata/title-mismatch 1 in 1']],
    ['words of title and path', { text: 'MD Ｂ' }, ['image/empty 1 in 1']],
    ['all at once', { text: 'a', severity: 'error', fixable: true }, []],
  ];
  for (const [what, filter, groups] of filters) {
    it(`is narrowed by ${what}`, () => {
      const lines = draw(new Followed(some, { filter }).tree);
      assert.deepEqual(
        lines.filter((line) => !line.startsWith(' ')),
        groups,
      );
    });
  }

  it('shows only the group anew that has changed, and all where the outermost groups are others', () => {
    const followed = new Followed(some);
    const [a, b] = [some[0][0], some[1][0]];
    assert.deepEqual(shownAnew(followed.put(b, found('image/empty', 2))), ['image/empty']);
    assert.deepEqual(shownAnew(followed.put(b, found('image/empty', 2), found('image/insecure', 1, 'information'))), [
      'image/insecure',
    ]);
    assert.deepEqual(shownAnew(followed.put(a, found('image/empty', 2))), ['all'], 'metadata/date is gone');
    assert.deepEqual(shownAnew(followed.put(a, found('image/empty', 2))), []);
    assert.deepEqual(
      shownAnew(followed.put(b, found('image/empty', 2), found('image/insecure', 1, 'error'))),
      ['all'],
      'the gravest now',
    );
  });

  it('shows only rows anew of an article of which only the rest has changed', () => {
    const followed = new Followed(some);
    const [a, ...problems] = some[0];
    assert.deepEqual(shownAnew(followed.put({ ...a, size: 7 }, ...problems)), [
      'a of image/empty',
      'a of metadata/date',
    ]);
    assert.deepEqual(shownAnew(followed.put({ ...a, size: 8, title: 'Z' }, ...problems)), [
      'image/empty',
      'metadata/date',
    ]);
  });

  it('keeps groups and rows of what stays, also where an article moves to another source', () => {
    const followed = new Followed(some, { grouping: 'source' });
    const group = followed.tree.leafOf('b.md', 'image/empty')?.group;
    const row = followed.tree.leafOf('b.md', 'image/empty');
    followed.put(some[1][0], found('image/empty', 3));
    assert.equal(followed.tree.leafOf('b.md', 'image/empty'), row);
    followed.put({ ...some[0][0], source: { text: 'Gazette', from: 'field' } }, found('image/empty', 1));
    assert.equal(followed.tree.leafOf('b.md', 'image/empty')?.group, group);
    assert.deepEqual(draw(followed.tree), draw(followed.fresh()));
    assert.equal(followed.tree.leavesOf('a.md').length, 1);
  });

  it('forgets what is gone', () => {
    const followed = new Followed(some, { grouping: 'source' });
    for (const [{ path }] of some) followed.remove(path);
    assert.deepEqual(draw(followed.tree), []);
    assert.deepEqual(
      [followed.tree.root.totals.count, followed.tree.root.size, followed.tree.root.totals.fixable],
      [0, 0, 0],
    );
  });

  it('has ids that stay whatever names hold, and differ', () => {
    const odd = ['a/b', 'a:b', 'a%2Fb', 'a#b', '\ud800'].map((source, at) => [
      entry(`${at}.md`, { source }),
      found('image/empty', 1),
    ]) as [ArticleEntry, RuleCount][];
    const { tree } = new Followed(odd, { grouping: 'source' });
    const ids = new Set<string>();
    const walk = (rows: readonly ProblemRow[]): void => {
      for (const row of rows) {
        ids.add(row.id);
        if (row.type === 'group') walk(tree.children(row));
      }
    };
    walk(tree.children(tree.root));
    assert.equal(ids.size, odd.length * 3);
  });

  for (const grouping of ['rule', 'source'] as const) {
    it(`is the same after any changes as one made anew, grouped by ${grouping}`, () => {
      const random = new Seeded(7);
      const pick = (number: number): number => random.below(number);
      const followed = new Followed([], { grouping, filter: { severity: 'information' } });
      for (let step = 0; step < 3000; step++) {
        const path = `${pick(40)}.md`;
        if (pick(5) === 0) followed.remove(path);
        else {
          const article = entry(path, { date: `20${10 + pick(10)}-01-01`, source: `S${pick(4)}` });
          const severities = ['hint', 'information', 'warning', 'error'] as const;
          const problems = rules
            .filter(() => pick(3) === 0)
            .map((rule) => found(rule, 1 + pick(3), severities[pick(4)], pick(2)));
          followed.put(article, ...problems);
        }
        if (step % 50 !== 0) continue;
        const fresh = followed.fresh();
        assert.deepEqual(draw(followed.tree), draw(fresh), `step ${step}`);
        assert.deepEqual(followed.tree.root.totals.bySeverity, fresh.root.totals.bySeverity);
        assert.equal(followed.tree.root.totals.fixable, fresh.root.totals.fixable);
      }
    });
  }

  it('looks at each changed article once, however many there are, and sorts only what has moved', () => {
    for (const size of [1000, 10_000]) {
      let compared = 0;
      const counting = (number: number): ArticleEntry => {
        const plain = entry(`${number}.md`, { source: `S${number % 50}`, date: new Date(number * 1e9).toISOString() });
        const { date } = plain;
        return Object.defineProperty({ ...plain }, 'date', {
          get: () => {
            compared++;
            return date;
          },
        });
      };
      const articles = Array.from(
        { length: size },
        (_, number) => [counting(number), found('image/empty', 1)] as const,
      );
      const followed = new Followed(articles);
      const [group] = followed.tree.children(followed.tree.root);
      assert.ok(group?.type === 'group');
      followed.tree.children(group);
      compared = 0;
      for (let number = 0; number < 100; number++) {
        followed.put(counting(number), found('image/empty', 2));
        followed.tree.children(group);
      }
      assert.equal(followed.looks, 100);
      // One look for its place in a sorted list, not one for each article there is.
      assert.ok(compared < 100 * 4 * Math.log2(size), `${compared} comparisons with ${size} articles`);
    }
  });
});
