import assert from 'node:assert/strict';
import { nameCollator } from '../../../src/core/archive/articleOrder';
import { entry } from '../../support/builders';
import { allRows, draw, followedTree, groupNamed, label, rowTitled, treeOf } from './treeBench';

const march = '2021-03-05T04:00:00Z';
const april = '2021-04-01T04:00:00Z';
const later = '2022-01-01T04:00:00Z';

describe('the tree of articles', () => {
  const articles = [
    entry('a.md', { title: 'A', source: 'Ledger', date: march, categories: ['Sea', 'Town'] }),
    entry('b.md', { title: 'B', source: 'Ledger', date: april, categories: ['Sea'] }),
    entry('in/c.md', { title: 'C', source: 'Evening', date: later }),
    entry('in/deep/d.md', { title: 'D', date: march }),
    entry('in/deep/e.md', { title: 'E', source: 'Ledger', date: '' }),
    entry('f.md', { title: 'F', source: 'Ledger', date: 'Invalid Date' }),
  ];

  it('groups by source, year and month', () => {
    assert.deepEqual(draw(treeOf(articles)), [
      'Evening > 2022 > 1 (1)',
      '  C',
      'Ledger (4)',
      '  2021 (2)',
      '    4 (1)',
      '      B',
      '    3 (1)',
      '      A',
      '  (unreadableDate) (1)',
      '    F',
      '  (noDate) (1)',
      '    E',
      '(noSource) > 2021 > 3 (1)',
      '  D',
    ]);
  });

  it('groups by date and source', () => {
    assert.deepEqual(draw(treeOf(articles, { grouping: 'date' })), [
      '2022 > 1 > 1 > Evening (1)',
      '  C',
      '2021 (3)',
      '  4 > 1 > Ledger (1)',
      '    B',
      '  3 > 5 (2)',
      '    Ledger (1)',
      '      A',
      '    (noSource) (1)',
      '      D',
      '(unreadableDate) > Ledger (1)',
      '  F',
      '(noDate) > Ledger (1)',
      '  E',
    ]);
  });

  it('groups by category, an article in each of its own', () => {
    const tree = treeOf(articles, { grouping: 'category' });
    assert.deepEqual(draw(tree), [
      'Sea (2)',
      '  B',
      '  A',
      'Town (1)',
      '  A',
      '(noCategory) (4)',
      '  C',
      '  D',
      '  E',
      '  F',
    ]);
    assert.equal(tree.size, 6);
    assert.equal(tree.leavesOf('a.md').length, 2);
  });

  it('groups by folder, with articles after folders', () => {
    assert.deepEqual(draw(treeOf(articles, { grouping: 'folder' })), [
      'in (3)',
      '  deep (2)',
      '    D',
      '    E',
      '  C',
      'B',
      'A',
      'F',
    ]);
  });

  it('puts an instant on the day it is by the clocks of the archive', () => {
    const tree = treeOf([entry('a.md', { title: 'A', date: '2021-12-31T17:00:00Z' })], { grouping: 'date' });
    assert.deepEqual(draw(tree), ['2022 > 1 > 1 > (noSource) (1)', '  A']);
  });

  it('sorts newest first, oldest first, or by title', () => {
    const some = [
      entry('1.md', { title: '第10章', date: march }),
      entry('2.md', { title: '第9章', date: later }),
      entry('3.md', { title: '阿姨', date: '' }),
      entry('4.md', { title: 'zebra', date: 'Invalid Date' }),
      entry('5.md', { title: 'apple', date: april }),
    ].map((each) => ({ ...each, categories: ['all'] }));
    const titles = (order: 'newest' | 'oldest' | 'title') =>
      allRows(treeOf(some, { grouping: 'category', order })).flatMap((row) =>
        row.type === 'leaf' ? [row.item.title] : [],
      );
    assert.deepEqual(titles('newest'), ['第9章', 'apple', '第10章', '阿姨', 'zebra']);
    assert.deepEqual(titles('oldest'), ['第10章', 'apple', '第9章', '阿姨', 'zebra']);
    assert.deepEqual(titles('title'), ['阿姨', '第9章', '第10章', 'apple', 'zebra']);
  });

  it('lets years and months run with the articles, and keeps what lacks a date at the end', () => {
    assert.deepEqual(draw(treeOf(articles, { order: 'oldest' })).slice(2, 12), [
      'Ledger (4)',
      '  2021 (2)',
      '    3 (1)',
      '      A',
      '    4 (1)',
      '      B',
      '  (unreadableDate) (1)',
      '    F',
      '  (noDate) (1)',
      '    E',
    ]);
  });

  it('counts what is unread in every group above', () => {
    const tree = treeOf(articles, { read: new Set(['a.md', 'in/c.md']) });
    assert.deepEqual(
      [tree.root, groupNamed(tree, 'Ledger'), groupNamed(tree, '2021'), groupNamed(tree, '3')].map((group) => [
        group.count,
        group.totals.unread,
      ]),
      [
        [6, 4],
        [4, 3],
        [2, 1],
        [1, 0],
      ],
    );
  });

  it('takes categories that differ by width and case for one, shown as most articles write it', () => {
    const write = (path: string, ...categories: string[]) => entry(path, { categories });
    const { tree, apply } = followedTree([write('a', '财经（一）'), write('b', '财经(一)'), write('c', '财经(一)')], {
      grouping: 'category',
    });
    assert.deepEqual(draw(tree), ['财经(一) (3)', '  a', '  b', '  c']);
    apply([write('b', '财经（一）')]);
    assert.equal(draw(tree)[0], '财经（一） (3)');
  });

  it('sorts groups anew when a name is spelled in another way', () => {
    const write = (path: string, source: string) => entry(path, { source });
    const { tree, apply } = followedTree([write('a', '①b'), write('b', '1c')]);
    assert.deepEqual(
      draw(tree)
        .filter((line) => !line.startsWith(' '))
        .map((line) => line.slice(0, 2)),
      ['1c', '①b'].sort(nameCollator.compare),
    );
    assert.equal(apply([write('c', '1b'), write('d', '1b')]).whole, true);
    assert.deepEqual(
      draw(tree)
        .filter((line) => !line.startsWith(' '))
        .map((line) => line.slice(0, 2)),
      ['1b', '1c'],
    );
  });

  it('shows a source by the name most of its articles write', () => {
    const write = (path: string, source: string) => entry(path, { source });
    const { tree, apply } = followedTree([write('b', 'Ledger'), write('c', 'Ｌedger'), write('f', 'LEDGER')]);
    const [only] = tree.children(tree.root);
    assert.ok(only?.type === 'group');
    assert.equal(only.name, 'Ledger');
    assert.deepEqual(apply([write('a', 'LEDGER')]).whole, true);
    assert.equal(only.name, 'LEDGER');
    // As many of each: the first by path decides.
    assert.equal(apply([write('g', 'Ledger')]).whole, false);
    assert.equal(only.name, 'LEDGER');
    assert.equal(apply([], ['a']).whole, true);
    assert.equal(only.name, 'Ledger');
  });

  it('takes a category once that an article names twice', () => {
    const { tree, apply } = followedTree([entry('a.md', { categories: ['Sea', 'Sea'] })], { grouping: 'category' });
    assert.deepEqual(draw(tree), ['Sea (1)', '  a']);
    apply([], ['a.md']);
    assert.deepEqual(draw(tree), []);
    assert.equal(tree.root.count, 0);
  });

  it('keeps rows apart whatever their names hold', () => {
    const tricky = [
      entry('a.md', { source: 'A/2021', date: march }),
      entry('b.md', { source: 'A', date: march }),
      entry('c.md', { source: 'A', date: later }),
      entry('d.md', { source: 'A%2F2021', date: march }),
      entry('e.md', { source: ' ?source', date: march }),
      entry('f.md', { source: 'A:c.md', date: march }),
      entry('g.md', { date: march }),
    ];
    const ids = allRows(treeOf(tricky)).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(treeOf(tricky).root.groups.size, 6);
    const folders = [entry('x.md/y.md/z.md'), entry('x.md/y.md')];
    const folderIds = allRows(treeOf(folders, { grouping: 'folder' })).map(({ id }) => id);
    assert.equal(new Set(folderIds).size, folderIds.length);
  });

  it('has no rows where there are no articles', () => {
    const { tree, apply } = followedTree([]);
    assert.deepEqual(draw(tree), []);
    apply([entry('a.md', { title: 'A' })]);
    assert.equal(draw(tree).length, 2);
    assert.equal(apply([], ['a.md']).whole, true);
    assert.deepEqual(draw(tree), []);
  });
});

describe('a change in the tree', () => {
  const ledger = (name: string, date: string) => entry(`${name}.md`, { title: name, source: 'Ledger', date });
  const evening = (name: string, date: string) => entry(`${name}.md`, { title: name, source: 'Evening', date });
  const start = [ledger('A', march), ledger('B', april), evening('C', later), evening('D', april)];

  it('shows only the row of an article that stays where it is', () => {
    const { apply, tree } = followedTree(start);
    const row = rowTitled(tree, 'A');
    assert.deepEqual(apply([{ ...ledger('A', march), author: 'Somebody' }]), { whole: false, groups: [], rows: ['A'] });
    assert.equal(rowTitled(tree, 'A'), row);
    assert.equal(row.item.author, 'Somebody');
  });

  it('shows only the group in which an article changes its place', () => {
    const { apply, tree } = followedTree([...start, ledger('A2', march)]);
    tree.children(groupNamed(tree, '3'));
    assert.deepEqual(apply([{ ...ledger('A', march), title: 'Z' }]), { whole: false, groups: ['3'], rows: [] });
    assert.deepEqual(draw(tree, groupNamed(tree, '3')), ['A2', 'Z']);
  });

  it('shows only the source of which an article was edited, moved, added or removed', () => {
    const { apply } = followedTree(start);
    const only = { whole: false, groups: ['Ledger'], rows: [] };
    assert.deepEqual(apply([ledger('A', later)]), only);
    assert.deepEqual(apply([ledger('E', later)]), only);
    assert.deepEqual(apply([], ['E.md']), only);
    const { tree, apply: applyNext } = followedTree(start);
    assert.deepEqual(applyNext([evening('A', march)]).groups, ['Evening', 'Ledger > 2021 > 4']);
    assert.deepEqual(
      tree.children(tree.root).map((row) => row.type === 'group' && label(row)),
      ['Evening', 'Ledger > 2021 > 4'],
    );
  });

  it('shows the whole only when the outermost rows change', () => {
    const { apply } = followedTree(start);
    assert.equal(apply([entry('n.md', { source: 'New', date: march })]).whole, true);
    assert.equal(apply([entry('n2.md', { source: 'New', date: march })]).whole, false);
    assert.equal(apply([], ['n.md']).whole, false);
    assert.equal(apply([], ['n2.md']).whole, true);
  });

  it('keeps a group whose only article changes within it, or has another path now', () => {
    const { apply, tree } = followedTree([...start, entry('n.md', { source: 'New', date: march })]);
    const group = groupNamed(tree, 'New > 2021 > 3');
    assert.deepEqual(apply([entry('n.md', { source: 'New', date: later })]), {
      whole: false,
      groups: ['New > 2022 > 1'],
      rows: [],
    });
    assert.equal(groupNamed(tree, 'New > 2022 > 1'), group);
    assert.equal(apply([entry('moved.md', { source: 'New', date: later })], ['n.md']).whole, false);
    assert.equal(groupNamed(tree, 'New > 2022 > 1'), group);
  });

  it('shows a source within a day anew that is written in another way', () => {
    const { apply, tree } = followedTree(start, { grouping: 'date' });
    const name = '3 > 5 > Ledger';
    const written = (source: string) => entry('A.md', { title: 'A', source, date: march });
    const group = groupNamed(tree, '2021');
    assert.deepEqual(apply([written('LEDGER')]), { whole: true, groups: [], rows: [] });
    assert.equal(groupNamed(tree, '2021'), group);
    assert.throws(() => groupNamed(tree, name));
    groupNamed(tree, '3 > 5 > LEDGER');
  });

  it('shows articles that stand in no group as part of the whole', () => {
    const { apply } = followedTree([entry('a.md'), entry('in/b.md')], { grouping: 'folder' });
    assert.deepEqual(apply([entry('a.md', { author: 'Somebody' })]), { whole: false, groups: [], rows: ['a'] });
    assert.equal(apply([entry('a.md', { title: 'New' })]).whole, true);
    assert.equal(apply([], ['a.md']).whole, true);
    assert.equal(apply([entry('in/c.md')]).whole, false);
  });

  it('names nothing that is gone and nothing twice', () => {
    const { apply } = followedTree([...start, ledger('A2', march)]);
    const edits = [
      { ...ledger('A', march), title: 'Z' },
      { ...ledger('B', april), author: 'X' },
    ];
    const change = apply(edits, ['A2.md', 'D.md']);
    assert.deepEqual(change, { whole: false, groups: ['Evening > 2022 > 1', 'Ledger > 2021'], rows: [] });
  });

  it('lets a line of groups split and join while every row keeps its id', () => {
    const { apply, tree } = followedTree([ledger('A', march)]);
    const group = groupNamed(tree, 'Ledger > 2021 > 3');
    const { id } = group;
    const row = rowTitled(tree, 'A');
    const rowId = row.id;
    assert.equal(tree.parent(row), group);
    apply([ledger('B', april)]);
    assert.deepEqual(draw(tree), ['Ledger > 2021 (2)', '  4 (1)', '    B', '  3 (1)', '    A']);
    assert.equal(groupNamed(tree, 'Ledger > 2021').id, id);
    assert.equal(tree.parent(row), groupNamed(tree, '3'));
    assert.equal(tree.parent(groupNamed(tree, '3')), group);
    apply([ledger('C', later)]);
    assert.equal(groupNamed(tree, 'Ledger').id, id);
    apply([], ['B.md', 'C.md']);
    assert.deepEqual(draw(tree), ['Ledger > 2021 > 3 (1)', '  A']);
    assert.equal(groupNamed(tree, 'Ledger > 2021 > 3').id, id);
    assert.equal(rowTitled(tree, 'A').id, rowId);
    assert.equal(tree.parent(group), tree.root);
  });

  it('keeps the row in a category that stays', () => {
    const { apply, tree } = followedTree([entry('a.md', { title: 'A', categories: ['Sea', 'Town'] })], {
      grouping: 'category',
    });
    const row = rowTitled(tree, 'A', groupNamed(tree, 'Sea'));
    apply([entry('a.md', { title: 'A', categories: ['Sky', 'Sea'] })]);
    assert.equal(rowTitled(tree, 'A', groupNamed(tree, 'Sea')), row);
    assert.deepEqual(draw(tree), ['Sea (1)', '  A', 'Sky (1)', '  A']);
    assert.equal(tree.size, 1);
  });

  it('lets articles come and go as the filter has it', () => {
    const { apply, tree } = followedTree([ledger('A', march), ledger('B', april)], {
      matches: ({ title }) => title !== 'B',
    });
    assert.deepEqual(draw(tree), ['Ledger > 2021 > 3 (1)', '  A']);
    apply([{ ...ledger('B', april), title: 'B now' }]);
    assert.equal(tree.size, 2);
    apply([{ ...ledger('A', march), title: 'B' }]);
    assert.deepEqual(draw(tree), ['Ledger > 2021 > 4 (1)', '  B now']);
    assert.equal(tree.size, 1);
    assert.deepEqual(apply([{ ...ledger('A', march), title: 'B', author: 'X' }]), {
      whole: false,
      groups: [],
      rows: [],
    });
    apply([], ['A.md']);
    assert.equal(tree.size, 1);
  });

  it('takes over what was read', () => {
    const read = new Set<string>();
    const { tree } = followedTree(start, { read });
    read.add('A.md');
    tree.refreshUnread(['A.md', 'B.md']);
    assert.deepEqual(
      [...tree.takeChange().leaves].map(({ item: { title }, measure }) => [title, measure.isUnread]),
      [['A', false]],
    );
    assert.equal(groupNamed(tree, 'Ledger > 2021').totals.unread, 1);
    assert.equal(tree.root.totals.unread, 3);
    tree.refreshUnread(['A.md', 'B.md']);
    assert.equal(tree.takeChange().leaves.size, 0);
  });
});
