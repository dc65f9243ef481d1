import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { GroupedTree } from '../../src/core/tree/groupedTree';
import { type DetailRow, TreeProvider, type ViewRow } from '../../src/extension/ui/treeProvider';

interface Book {
  readonly id: string;
  readonly shelf: string;
}

interface BookTypes {
  readonly item: Book;
  readonly key: { readonly kind: 'shelf'; readonly key: string };
  readonly measure: undefined;
  readonly totals: object;
}

type Row = ViewRow<BookTypes, DetailRow>;

function library(id: string, ...books: Book[]): GroupedTree<BookTypes> {
  const tree = new GroupedTree<BookTypes>(id, {
    idOf: (book) => book.id,
    place: ({ shelf }) => [{ keys: [{ kind: 'shelf', key: shelf }], measure: undefined }],
    compareItems: (a, b) => a.id.localeCompare(b.id),
    compareGroups: (a, b) => a.id.localeCompare(b.id),
    newTotals: () => ({}),
    add: () => undefined,
  });
  tree.put(books);
  tree.takeChange();
  return tree;
}

describe('the rows of a view', () => {
  let trees: GroupedTree<BookTypes>[];
  let provider: TreeProvider<BookTypes, DetailRow>;
  let refreshed: string[];

  beforeEach(async () => {
    refreshed = [];
    trees = [library('town', { id: 'Atlas', shelf: 'maps' }, { id: 'Poems', shelf: 'verse' })];
    provider = new TreeProvider<BookTypes, DetailRow>({
      trees: () => trees,
      groupItem: (group, isOpen) => new vscode.TreeItem(group.id, isOpen ? 2 : 1),
      leafItem: ({ item }, isOpen) => new vscode.TreeItem(item.id, isOpen ? 2 : 1),
      detailsOf: async ({ id }) => [{ type: 'detail', id: `${id}#page` }],
      tooltip: async (row) => `About ${row.id}`,
      hidesEmpty: true,
    });
    provider.onDidChangeTreeData((rows) => {
      refreshed.push(...(rows?.map((row) => (row.type === 'more' ? row.type : row.id)) ?? ['all']));
    });
    provider.refresh();
    refreshed = [];
  });

  afterEach(() => provider.dispose());

  async function ids(row?: Row): Promise<string[]> {
    return (await provider.getChildren(row)).map((each) => (each.type === 'more' ? each.type : each.id));
  }

  function put(tree: GroupedTree<BookTypes> | undefined, id: string, shelf: string): void {
    tree?.put([{ id, shelf }]);
    provider.refresh();
  }

  it('are the groups of the only archive, their leaves, and what is below these', async () => {
    assert.deepEqual(await ids(), ['town/maps', 'town/verse']);
    const [maps] = await provider.getChildren();
    const [atlas] = await provider.getChildren(maps);
    assert.ok(maps && atlas);
    assert.deepEqual(await ids(atlas), ['town/maps:Atlas#page']);
    assert.deepEqual([provider.getParent(atlas), provider.getParent(maps)], [maps, undefined]);
    const item = await provider.resolveTreeItem(provider.getTreeItem(atlas), atlas);
    assert.deepEqual([item.label, item.tooltip], ['Atlas', 'About town/maps:Atlas']);
  });

  it('are refreshed where something has changed, and all where the outermost are others', () => {
    provider.refresh();
    assert.deepEqual(refreshed, []);
    put(trees[0], 'Globe', 'maps');
    assert.deepEqual(refreshed, ['town/maps']);
    put(trees[0], 'Globe', 'toys');
    assert.deepEqual(refreshed.splice(0), ['town/maps', 'all']);
    trees = [library('town', { id: 'Atlas', shelf: 'maps' })];
    provider.refresh();
    assert.deepEqual(refreshed, ['all'], 'another tree');
  });

  it('are one for each of several archives, without those in which nothing is', async () => {
    trees = [...trees, library('village')];
    provider.refresh();
    assert.deepEqual([refreshed.splice(0), await ids()], [['all'], ['town']]);
    put(trees[1], 'Songs', 'verse');
    assert.deepEqual([refreshed.splice(0), await ids()], [['all'], ['town', 'village']]);
    put(trees[0], 'Globe', 'maps');
    assert.deepEqual(refreshed, ['town'], 'its row says how much is in it');
    const [town] = await provider.getChildren();
    const [maps] = await provider.getChildren(town);
    assert.ok(town && maps);
    assert.equal(provider.getParent(maps), town);
    assert.equal(provider.getTreeItem(town).collapsibleState, vscode.TreeItemCollapsibleState.Expanded);
  });

  it('stay open when they come again, and show what is below them anew only then', async () => {
    const [maps] = await provider.getChildren();
    const [atlas] = await provider.getChildren(maps);
    assert.ok(maps?.type === 'group' && atlas?.type === 'leaf');
    provider.refreshDetails([atlas]);
    assert.deepEqual(refreshed, []);
    provider.setOpen(maps, true);
    provider.setOpen(atlas, true);
    provider.refreshDetails([atlas]);
    assert.deepEqual(refreshed, ['town/maps:Atlas']);
    trees = [library('town', { id: 'Atlas', shelf: 'maps' })];
    const [again] = await provider.getChildren();
    assert.ok(again);
    assert.equal(provider.getTreeItem(again).collapsibleState, vscode.TreeItemCollapsibleState.Expanded);
  });

  it('of a large group come in pages, up to a row that is wanted', async () => {
    const books = Array.from({ length: 2500 }, (_, at) => ({ id: String(at).padStart(4, '0'), shelf: 'maps' }));
    trees = [library('town', ...books)];
    const [maps] = await provider.getChildren();
    assert.ok(maps);
    assert.deepEqual((await ids(maps)).slice(999), ['town/maps:0999', 'more']);
    const [wanted] = trees[0]?.leavesOf('1234') ?? [];
    assert.ok(wanted);
    provider.include(wanted);
    assert.deepEqual([refreshed, (await ids(maps)).length], [['town/maps'], 2001]);
  });
});
