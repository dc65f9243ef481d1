import assert from 'node:assert/strict';
import { ArchiveIndex } from '../../../src/core/archive/archiveIndex';
import { type ArticleOrder, articleOrders } from '../../../src/core/archive/articleOrder';
import type { ArticleGroup } from '../../../src/core/archive/articleTree';
import { type Grouping, groupings } from '../../../src/core/archive/grouping';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import { entry } from '../../support/builders';
import { Seeded } from '../../support/seeded';
import { follow as followIndex, treeOf, treeOfIndex } from './treeBench';
import { TreeView } from './treeView';

const dates = ['', 'nonsense', '2020-12-31T17:00:00Z', '2021-01-05T00:00:00Z', '2021-03-05T00:00:00Z', '2021-03-06'];
const sources = ['', 'Ledger', 'LEDGER', 'ledger ', 'Evening', 'A/2021'];
const folders = ['', 'a/', 'a/b/', 'a/b/c/', 'd/'];
const categories = ['Sea', 'Town', 'Sky', 'SEA'];

function randomEntry(random: Seeded, path: string): ArticleEntry {
  const source = random.of(sources);
  return entry(path, {
    title: `T${random.below(4)}`,
    date: random.of(dates),
    categories: categories.filter(() => random.below(3) === 0),
    ...(source === '' ? {} : { source }),
  });
}

describe('a tree that follows its index', () => {
  const follow = (grouping: Grouping, order: ArticleOrder, seed: number): void => {
    const random = new Seeded(seed);
    const read = new Set<string>();
    const parts = { grouping, order, read, matches: ({ title }: ArticleEntry) => title !== 'T0' };
    const index = new ArchiveIndex();
    const randomPath = () => `${random.of(folders)}${random.below(12)}.md`;
    index.apply(Array.from({ length: random.below(20) }, () => randomEntry(random, randomPath())));
    const tree = treeOfIndex(index, parts);
    const view = new TreeView(tree);
    followIndex(tree, index, () => view.refresh());

    for (let step = 0; step < 25; step++) {
      if (random.below(4) === 0) {
        const path = randomPath();
        if (!read.delete(path)) read.add(path);
        tree.refreshUnread([path]);
        view.refresh();
      } else {
        const put = Array.from({ length: random.below(4) }, () => randomEntry(random, randomPath()));
        const known = [...index.entries()];
        if (known.length > 0 && random.below(3) === 0) {
          const { source: _, ...rest } = random.of(known);
          put.push({ ...rest, source: { text: random.of(['Ledger', 'LEDGER', 'ledger ']), from: 'field' } });
        }
        const gone = random.below(2) === 0 ? [randomPath(), ...index.paths()].slice(0, random.below(4)) : [];
        index.apply(put, gone);
      }
      const anew = treeOf(index.entries(), parts);
      const where = `${grouping}, ${order}, seed ${seed}, step ${step}`;
      assert.deepEqual(view.lines, new TreeView(anew).lines, where);
      assert.deepEqual([tree.size, tree.root.count, tree.root.totals], [anew.size, anew.root.count, anew.root.totals]);
      const unread = (group: ArticleGroup): readonly unknown[] =>
        [...group.groups.values()]
          .flatMap((each) => [[each.id, each.size, each.totals.unread, each.name], ...unread(each)])
          .sort();
      assert.deepEqual(unread(tree.root), unread(anew.root), where);
    }
  };

  for (const grouping of groupings) {
    it(`is, and shows, the same as one built anew: ${grouping}`, () => {
      for (let seed = 0; seed < 24; seed++)
        follow(grouping, articleOrders[seed % articleOrders.length] ?? 'newest', seed);
    });
  }
});
