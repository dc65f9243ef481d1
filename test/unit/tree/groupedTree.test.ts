import assert from 'node:assert/strict';
import { GroupedTree } from '../../../src/core/tree/groupedTree';
import type { TreeGroup } from '../../../src/core/tree/treeRow';
import { Seeded } from '../../support/seeded';

interface Book {
  readonly id: string;
  readonly shelves: readonly string[];
  readonly pages: number;
}

interface BookTypes {
  readonly item: Book;
  readonly key: { readonly kind: 'shelf'; readonly key: string };
  readonly measure: number;
  readonly totals: { pages: number };
}

/** All that another view needs of its own. */
function bookTree(books: Iterable<Book>): GroupedTree<BookTypes> {
  const tree = new GroupedTree<BookTypes>('books', {
    idOf: ({ id }) => id,
    place: ({ shelves, pages }) =>
      shelves.map((shelf) => ({ keys: shelf.split('/').map((key) => ({ kind: 'shelf', key })), measure: pages })),
    compareItems: (a, b) => a.id.localeCompare(b.id),
    compareGroups: (a, b) => a.id.localeCompare(b.id),
    newTotals: () => ({ pages: 0 }),
    add: (totals, pages, sign) => {
      totals.pages += sign * pages;
    },
  });
  tree.put(books);
  tree.takeChange();
  return tree;
}

function draw(tree: GroupedTree<BookTypes>, group: TreeGroup<BookTypes> = tree.root, indent = ''): readonly string[] {
  return tree
    .children(group)
    .flatMap((row) =>
      row.type === 'leaf'
        ? [`${indent}${row.item.id}`]
        : [`${indent}${row.key?.key} ${row.count}/${row.size} ${row.totals.pages}`, ...draw(tree, row, `${indent}  `)],
    );
}

const atlas = { id: 'Atlas', shelves: ['maps/old', 'maps/new'], pages: 10 };
const poems = { id: 'Poems', shelves: ['verse'], pages: 3 };

describe('a grouped tree', () => {
  it('adds up what each leaf counts for, and counts an item once in what holds it twice', () => {
    const tree = bookTree([atlas, poems]);
    assert.deepEqual(draw(tree), [
      'maps 2/1 20',
      '  new 1/1 10',
      '    Atlas',
      '  old 1/1 10',
      '    Atlas',
      'verse 1/1 3',
      '  Poems',
    ]);
    assert.deepEqual([tree.size, tree.root.size, tree.root.count, tree.root.totals.pages], [2, 2, 3, 23]);
  });

  it('keeps the leaf in a group that stays, and forgets groups that are empty', () => {
    const tree = bookTree([atlas, poems]);
    const [, kept] = tree.leavesOf('Atlas');
    tree.put([{ ...atlas, shelves: ['maps/new', 'verse'], pages: 11 }]);
    assert.deepEqual(draw(tree), ['maps 1/1 11', '  new 1/1 11', '    Atlas', 'verse 2/2 14', '  Atlas', '  Poems']);
    assert.equal(tree.leavesOf('Atlas')[0], kept);
    tree.remove(['Atlas', 'Poems', 'Nothing']);
    assert.deepEqual([draw(tree), tree.size, tree.root.size, tree.root.totals.pages], [[], 0, 0, 0]);
  });

  it('tells a change once, and nothing where nothing has changed', () => {
    const tree = bookTree([atlas, poems]);
    tree.put([atlas, poems]);
    assert.deepEqual(tree.takeChange(), { whole: false, groups: new Set(), leaves: new Set() });
    tree.put([{ ...poems, pages: 4 }]);
    tree.touch(['Poems', 'Atlas']);
    const { whole, groups, leaves } = tree.takeChange();
    assert.deepEqual([whole, Array.from(groups, ({ key }) => key?.key)], [false, ['verse']]);
    assert.deepEqual([...leaves], tree.leavesOf('Atlas'), 'the other leaf is refreshed with its group');
    tree.remove(['Poems']);
    assert.equal(tree.takeChange().whole, true);
  });

  it('changes what an item counts for where it is, whatever its place would be now', () => {
    const tree = bookTree([atlas]);
    tree.measure('Atlas', 1);
    assert.equal(tree.root.totals.pages, 2);
    assert.equal(tree.takeChange().leaves.size, 2);
  });

  it('is the same after any changes as one made anew', () => {
    const random = new Seeded(5);
    const shelves = ['a', 'a/b', 'a/c', 'b', 'b/a/c', 'c'];
    const books = new Map<string, Book>();
    const tree = bookTree([]);
    for (let step = 0; step < 2000; step++) {
      const id = `${random.below(20)}`;
      if (random.below(4) === 0) {
        books.delete(id);
        tree.remove([id]);
      } else {
        const book = { id, shelves: shelves.filter(() => random.below(3) === 0), pages: random.below(5) };
        books.set(id, book);
        tree.put([book]);
      }
      if (step % 20 !== 0) continue;
      const fresh = bookTree(books.values());
      assert.deepEqual(draw(tree), draw(fresh), `step ${step}`);
      assert.deepEqual([tree.size, tree.root.size, tree.root.totals], [fresh.size, fresh.root.size, fresh.root.totals]);
    }
  });
});
