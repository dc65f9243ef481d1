import { ArchiveIndex } from '../../../src/core/archive/archiveIndex';
import type { ArticleOrder } from '../../../src/core/archive/articleOrder';
import {
  type ArticleGroup,
  type ArticleLeaf,
  ArticleTree,
  type ArticleTreeRow,
  type ArticleTypes,
} from '../../../src/core/archive/articleTree';
import { type Grouping, placementOf } from '../../../src/core/archive/grouping';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import { SourceNames } from '../../../src/core/article/sourceNames';
import type { TreeChange } from '../../../src/core/tree/treeChange';
import { shanghai } from '../../support/builders';

interface TreeParts {
  readonly grouping?: Grouping;
  readonly order?: ArticleOrder;
  readonly matches?: (entry: ArticleEntry) => boolean;
  readonly read?: ReadonlySet<string>;
}

export function treeOf(entries: Iterable<ArticleEntry>, parts: TreeParts = {}): ArticleTree {
  const index = new ArchiveIndex();
  index.apply([...entries]);
  return treeOfIndex(index, parts);
}

export function treeOfIndex(index: ArchiveIndex, parts: TreeParts): ArticleTree {
  const { grouping = 'source', order = 'newest', matches = () => true, read = new Set() } = parts;
  const { names } = index;
  const sources = new SourceNames().spelledBy(names.sources);
  const placement = placementOf(grouping, { timeZone: shanghai, sources, categories: names.categories });
  const isUnread = (path: string): boolean => !read.has(path);
  return new ArticleTree('root', { placement, order, matches, isUnread }, index.entries());
}

/** Keeps a tree up to date with its index. */
export function follow(tree: ArticleTree, index: ArchiveIndex, onDidChange: () => void): void {
  let { version } = index.names;
  index.onDidChange((change) => {
    if (index.names.version !== version) tree.renamed();
    version = index.names.version;
    tree.apply(change);
    onDidChange();
  });
}

/** A tree that follows an index, with what each change showed anew. */
export function followedTree(entries: readonly ArticleEntry[], parts: TreeParts = {}) {
  const index = new ArchiveIndex();
  index.apply(entries);
  const tree = treeOfIndex(index, parts);
  const changes: TreeChange<ArticleTypes>[] = [];
  follow(tree, index, () => changes.push(tree.takeChange()));
  const apply = (put: readonly ArticleEntry[], removed: readonly string[] = []): ReturnType<typeof shown> => {
    changes.length = 0;
    index.apply(put, removed);
    return shown(changes[0]);
  };
  return { index, tree, apply };
}

/** What a change shows anew, by names. */
export function shown(change: TreeChange<ArticleTypes> | undefined) {
  return {
    whole: change?.whole ?? false,
    groups: [...(change?.groups ?? [])].map(label).sort(),
    rows: [...(change?.leaves ?? [])].map(({ item }) => item.title).sort(),
  };
}

/** The name of a group's row: of all groups it shows as. */
export function label(group: ArticleGroup): string {
  return group.line.map(({ key, name }) => (key !== undefined && 'name' in key ? name : nameOf(key))).join(' > ');
}

function nameOf(key: ArticleGroup['key']): string {
  if (key === undefined) return 'root';
  return 'number' in key ? `${key.number}` : `(${key.kind})`;
}

/** The tree as lines: groups with their counts, articles with their titles. */
export function draw(tree: ArticleTree, group: ArticleGroup = tree.root, indent = ''): readonly string[] {
  return tree
    .children(group)
    .flatMap((row) =>
      row.type === 'leaf'
        ? [`${indent}${row.item.title}`]
        : [`${indent}${label(row)} (${row.count})`, ...draw(tree, row, `${indent}  `)],
    );
}

/** The group whose row has this name. */
export function groupNamed(tree: ArticleTree, name: string, below: ArticleGroup = tree.root): ArticleGroup {
  const found = findGroup(tree, name, below);
  if (found === undefined) throw new Error(`No group is shown as ${name}:\n${draw(tree).join('\n')}`);
  return found;
}

function findGroup(tree: ArticleTree, name: string, below: ArticleGroup): ArticleGroup | undefined {
  for (const row of tree.children(below)) {
    if (row.type !== 'group') continue;
    const found = label(row) === name ? row : findGroup(tree, name, row);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function rowTitled(tree: ArticleTree, title: string, below: ArticleGroup = tree.root): ArticleLeaf {
  const row = allRows(tree, below).find((each) => each.type === 'leaf' && each.item.title === title);
  if (row?.type !== 'leaf') throw new Error(`No article is called ${title}.`);
  return row;
}

export function allRows(tree: ArticleTree, below: ArticleGroup = tree.root): readonly ArticleTreeRow[] {
  return tree.children(below).flatMap((row) => (row.type === 'leaf' ? [row] : [row, ...allRows(tree, row)]));
}
