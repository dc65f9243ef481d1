import assert from 'node:assert/strict';
import type { ArticleGroup, ArticleLeaf, ArticleTree } from '../../../src/core/archive/articleTree';
import { entry } from '../../support/builders';
import { allRows, followedTree, rowTitled, treeOf } from './treeBench';

const march = '2021-03-05T04:00:00Z';
const april = '2021-04-01T04:00:00Z';

/** Every article in the order of the rows: C D in Evening, B (April) A (March) in Ledger. */
const articles = [
  entry('a.md', { title: 'A', source: 'Ledger', date: march }),
  entry('b.md', { title: 'B', source: 'Ledger', date: april }),
  entry('c.md', { title: 'C', source: 'Evening', date: april }),
  entry('d.md', { title: 'D', source: 'Evening', date: march }),
];

function walk(tree: ArticleTree, from: ArticleLeaf | undefined, direction: 1 | -1, wanted: 'any' | 'unread') {
  return tree.next(from, direction, wanted)?.item.title;
}

function sortedGroups(node: ArticleGroup): number {
  const below = [...node.groups.values()].reduce((sum, group) => sum + sortedGroups(group), 0);
  return below + Number(node.sorted !== undefined);
}

describe('walking through the tree', () => {
  it('goes through all articles in order and round at the end, both ways', () => {
    const tree = treeOf(articles);
    for (const [direction, order] of [
      [1, 'CDBAC'],
      [-1, 'ABDCA'],
    ] as const) {
      let row = tree.next(undefined, direction, 'any');
      let walked = row?.item.title ?? '';
      for (let step = 0; step < 4; step++) {
        row = tree.next(row, direction, 'any');
        walked += row?.item.title;
      }
      assert.equal(walked, order);
    }
  });

  it('finds the next and the previous unread article across groups, going round', () => {
    const tree = treeOf(articles, { read: new Set(['d.md', 'b.md']) });
    assert.equal(walk(tree, undefined, 1, 'unread'), 'C');
    assert.equal(walk(tree, rowTitled(tree, 'C'), 1, 'unread'), 'A');
    assert.equal(walk(tree, rowTitled(tree, 'D'), 1, 'unread'), 'A');
    assert.equal(walk(tree, rowTitled(tree, 'A'), 1, 'unread'), 'C');
    assert.equal(walk(tree, rowTitled(tree, 'A'), -1, 'unread'), 'C');
    assert.equal(walk(tree, rowTitled(tree, 'C'), -1, 'unread'), 'A');
    assert.equal(walk(tree, undefined, -1, 'unread'), 'A');
  });

  it('ends where there is no other unread article', () => {
    const one = treeOf(articles, { read: new Set(['a.md', 'b.md', 'd.md']) });
    assert.equal(walk(one, undefined, 1, 'unread'), 'C');
    assert.equal(walk(one, rowTitled(one, 'C'), 1, 'unread'), undefined);
    assert.equal(walk(one, rowTitled(one, 'C'), -1, 'unread'), undefined);
    const none = treeOf(articles, { read: new Set(articles.map(({ path }) => path)) });
    assert.equal(walk(none, undefined, 1, 'unread'), undefined);
    assert.equal(walk(treeOf([]), undefined, 1, 'any'), undefined);
  });

  it('passes through folders that hold both folders and articles', () => {
    const tree = treeOf([entry('top.md'), entry('in/deep/a.md'), entry('in/b.md'), entry('in/other/c.md')], {
      grouping: 'folder',
    });
    const order: string[] = [];
    let row = tree.next(undefined, 1, 'any');
    for (let step = 0; step < 4 && row !== undefined; step++) {
      order.push(row.item.title);
      row = tree.next(row, 1, 'any');
    }
    assert.deepEqual(order, ['a', 'c', 'b', 'top']);
    assert.equal(row?.item.title, 'a');
  });

  it('goes on from the start when its place is gone', () => {
    const { tree, apply } = followedTree(articles);
    const row = rowTitled(tree, 'B');
    apply([], ['b.md']);
    assert.ok(tree.next(row, 1, 'any') !== undefined);
    apply([], ['a.md', 'c.md', 'd.md']);
    assert.equal(tree.next(row, 1, 'any'), undefined);
  });

  it('sorts only the groups it enters, of 10,000 articles', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      entry(`${i}.md`, { source: `Source ${i % 500}`, date: new Date(1.4e12 + i * 3_600_000).toISOString() }),
    );
    const read = new Set(many.filter((_, i) => i % 500 !== 499).map(({ path }) => path));
    const tree = treeOf(many, { read });
    const found = tree.next(undefined, 1, 'unread');
    assert.equal(found?.item.source?.text, 'Source 499');
    // The root, the source, its first year and the month in it.
    assert.equal(sortedGroups(tree.root), 4);
    tree.next(found, 1, 'unread');
    assert.ok(sortedGroups(tree.root) <= 6, `${sortedGroups(tree.root)} groups sorted`);
  });

  it('visits each row of an article in several groups', () => {
    const tree = treeOf([entry('a.md', { title: 'A', categories: ['Sea', 'Town'] })], { grouping: 'category' });
    const rows = allRows(tree).filter((row) => row.type === 'leaf');
    const first = tree.next(undefined, 1, 'any');
    assert.deepEqual([first, tree.next(first, 1, 'any')], rows);
  });
});
