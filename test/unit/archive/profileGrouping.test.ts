import assert from 'node:assert/strict';
import { ArchiveIndex } from '../../../src/core/archive/archiveIndex';
import { ArticleTree } from '../../../src/core/archive/articleTree';
import {
  type Grouping,
  groupingOf,
  isProfileGrouping,
  type Placement,
  placementOf,
} from '../../../src/core/archive/grouping';
import { changedSources, profileTable } from '../../../src/core/archive/profileTable';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import { readSourceProfiles } from '../../../src/core/sources/sourceProfiles';
import { entry, shanghai } from '../../support/builders';
import { Seeded } from '../../support/seeded';
import { CountedWork } from '../../support/work/countedWork';
import { draw, follow, shown } from './treeBench';
import { TreeView } from './treeView';

type Sources = Readonly<Record<string, object>>;

const scales = [{ id: 'care', name: 'Care', min: 1, max: 5, steps: { '1': 'none', '5': 'great' } }];
const rating = (value: number, rater: string, date = '2026-01-01') => ({ scale: 'care', value, rater, date });

const sources: Sources = {
  北湾晚报: {
    aliases: ['Beiwan'],
    kind: 'newspaper',
    country: 'CN',
    languages: ['zh-Hans', 'en'],
    owner: 'Beiwan Press',
    ratings: [rating(2, 'Lin', '2025-01-01'), rating(4, 'Lin'), rating(1, 'Zhou')],
  },
  Ledger: { kind: 'newspaper', country: 'GB', owner: '  beiwan   PRESS ' },
  Courier: { kind: 'agency', country: 'cn', ratings: [rating(1, 'Lin')] },
};

const articles = [
  entry('a.md', { source: '北湾晚报' }),
  entry('b.md', { source: 'beiwan', date: '2020-01-02T00:00:00Z' }),
  entry('c.md', { source: 'Ledger' }),
  entry('d.md', { source: 'Courier' }),
  entry('e.md', { source: 'Stranger' }),
  entry('f.md'),
];

function profilesOf(own: Sources) {
  const { sources: read, faults } = readSourceProfiles(JSON.stringify({ version: 1, scales, sources: own }));
  assert.deepEqual(faults, []);
  return read;
}

function placed(grouping: Grouping, own: Sources) {
  const profiles = profilesOf(own);
  const table = isProfileGrouping(grouping) ? profileTable(grouping, profiles) : undefined;
  const { categories } = new ArchiveIndex().names;
  const context = { timeZone: shanghai, sources: profiles.names, categories, ...(table && { profiles: table }) };
  return { table, placement: placementOf(grouping, context) };
}

function treeBy(grouping: Grouping, entries: Iterable<ArticleEntry>, own = sources): ArticleTree {
  return treePlaced(placed(grouping, own).placement, entries);
}

function treePlaced(placement: Placement, entries: Iterable<ArticleEntry>): ArticleTree {
  return new ArticleTree('root', { placement, order: 'newest', matches: () => true, isUnread: () => true }, entries);
}

describe('articles grouped by what is known of their sources', () => {
  const work = new CountedWork();

  it('stand below the kind, source and year, those of which nothing is known in one group, last', () => {
    assert.deepEqual(draw(treeBy('profile:kind', articles)), [
      'agency > Courier > 2021 (1)',
      '  d',
      'newspaper (3)',
      '  北湾晚报 (2)',
      '    2021 (1)',
      '      a',
      '    2020 (1)',
      '      b',
      '  Ledger > 2021 (1)',
      '    c',
      '(noField) (2)',
      '  Stranger > 2021 (1)',
      '    e',
      '  (noSource) > 2021 (1)',
      '    f',
    ]);
  });

  const outermost = (grouping: Grouping): readonly string[] => {
    const tree = treeBy(grouping, articles);
    return tree
      .children(tree.root)
      .flatMap((row) => (row.type === 'group' ? [`${row.key?.kind} ${row.key?.key} ${row.name}: ${row.count}`] : []));
  };

  it('stand once, however a value is written, and in each of several', () => {
    assert.deepEqual(outermost('profile:country'), ['country cn CN: 3', 'country gb GB: 1', 'noField   : 2']);
    assert.deepEqual(outermost('profile:owner'), ['owner beiwan press Beiwan Press: 3', 'noField   : 3']);
    assert.deepEqual(outermost('profile:language'), [
      'language en en: 2',
      'language zh-hans zh-Hans: 2',
      'noField   : 4',
    ]);
    assert.deepEqual(outermost('profile:funding'), ['noField   : 6']);
  });

  it('stand by how people rate the source now, from the lowest step on', () => {
    assert.deepEqual(outermost('rating:care'), ['rating 1 none: 3', 'rating 4 : 2', 'noField   : 3']);
    assert.deepEqual(outermost('rating:none'), ['noField   : 6']);
  });

  it('move alone when something else is known of their source, and nothing else is shown anew', () => {
    const asked: string[] = [];
    const counting = (own: Sources) => {
      const { table, placement } = placed('profile:kind', own);
      assert.ok(table);
      return {
        table,
        placement: (one: ArticleEntry) => {
          asked.push(one.path);
          return placement(one);
        },
      };
    };
    const before = counting(sources);
    const many = Array.from({ length: 500 }, (_, at) => entry(`x${at}.md`, { source: `Other ${at % 50}` }));
    let { placement } = before;
    const options = {
      placement: (one: ArticleEntry) => placement(one),
      order: 'newest',
      matches: () => true,
      isUnread: () => true,
    } as const;
    const tree = new ArticleTree('root', options, [...articles, ...many]);
    const after = counting({ ...sources, Ledger: { ...sources.Ledger, kind: 'agency', notes: 'New.' } });
    const changed = changedSources(before.table, after.table);
    assert.deepEqual([...changed], ['ledger']);
    asked.length = 0;
    placement = after.placement;
    tree.regroup(tree.articlesOf(changed));
    const change = tree.takeChange();
    assert.deepEqual([...new Set(asked)], ['c.md'], 'only its articles are looked at');
    assert.deepEqual(shown(change), { whole: false, groups: ['agency', 'newspaper > 北湾晚报'], rows: [] });
    assert.equal(tree.size, 506);
    // What has no group yet, and what keeps none, are no exceptions.
    const gone = counting({ ...sources, Ledger: {}, Courier: {}, Stranger: { kind: 'portal' } });
    placement = gone.placement;
    tree.regroup(tree.articlesOf(changedSources(after.table, gone.table)));
    assert.deepEqual(
      tree.children(tree.root).map((row) => (row.type === 'group' ? `${row.key?.key} ${row.count}` : '')),
      ['newspaper 2', 'portal 1', '  503'],
    );
  });

  it('are, and show, the same as a tree built anew, whatever changes', () => {
    const kinds = ['agency', 'newspaper', 'portal'];
    for (const grouping of ['profile:kind', 'profile:language', 'rating:care'] as const) {
      for (let seed = 0; seed < 16; seed++) {
        const random = new Seeded(seed);
        const names = ['A', 'B', 'C', 'D'];
        const some = (): Sources =>
          Object.fromEntries(
            names.map((name) => [
              name,
              {
                ...(random.below(3) > 0 && { kind: random.of(kinds) }),
                languages: ['en', 'zh', 'ja'].filter(() => random.below(2) === 0),
                ratings: ['Lin', 'Zhou'].flatMap((rater) =>
                  random.below(2) === 0 ? [rating(1 + random.below(5), rater)] : [],
                ),
              },
            ]),
          );
        const make = (): ArticleEntry =>
          entry(`${random.below(15)}.md`, {
            source: random.of([...names, 'Z']),
            date: random.of(['', '2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z']),
          });
        const index = new ArchiveIndex();
        index.apply(Array.from({ length: 12 }, make));
        let own = some();
        let now = placed(grouping, own);
        const tree = treePlaced((one) => now.placement(one), index.entries());
        const view = new TreeView(tree);
        follow(tree, index, () => view.refresh());
        for (let step = 0; step < 12; step++) {
          if (random.below(2) === 0) {
            const before = now;
            own = some();
            now = placed(grouping, own);
            assert.ok(before.table && now.table);
            tree.regroup(tree.articlesOf(changedSources(before.table, now.table)));
            view.refresh();
          } else {
            index.apply([make()], random.below(3) === 0 ? [...index.paths()].slice(0, 2) : []);
          }
          const anew = treeBy(grouping, index.entries(), own);
          assert.deepEqual(view.lines, new TreeView(anew).lines, `${grouping}, seed ${seed}, step ${step}`);
          assert.equal(tree.size, anew.size);
        }
      }
    }
  });

  it('take hardly more work than grouped by source', async () => {
    const entries = Array.from({ length: 4_000 }, (_, at) =>
      entry(`${at}.md`, {
        source: `Source ${at % 200}`,
        date: new Date(Date.UTC(2000 + (at % 25), at % 12)).toISOString(),
      }),
    );
    const own = Object.fromEntries(
      Array.from({ length: 200 }, (_, at) => [`Source ${at}`, { owner: `Owner ${at % 40}` }]),
    );
    const bySource = await work.of('tree', 'source', entries, own);
    const byOwner = await work.of('tree', 'profile:owner', entries, own);
    assert.deepEqual([bySource.result, byOwner.result], [4_000, 4_000]);
    assert.ok(byOwner.steps < bySource.steps * 2.5, `${byOwner.steps} by owner, ${bySource.steps} by source`);
  });

  it('are kept by the name of their grouping', () => {
    const known = ['source', 'folder', 'profile:kind', 'profile:funding', 'rating:care'];
    assert.deepEqual(known.map(groupingOf), known);
    assert.deepEqual([undefined, 7, 'sources', 'profile:notes', 'kind'].map(groupingOf), Array(5).fill(undefined));
  });
});
