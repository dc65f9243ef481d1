import type { ArticleGroup, ArticleTreeRow } from '../../src/core/archive/articleTree';
import type { OpenSample } from './sampleArchive';

type Sample = Pick<OpenSample, 'archive' | 'trees'>;

/** The outermost groups with their counts, in order: `Harbour Ledger 6`. */
export function topGroups({ archive, trees }: Sample): readonly string[] {
  const tree = trees.treeOf(archive);
  if (tree === undefined) throw new Error('The archive has no tree.');
  return tree.children(tree.root).map((row) => (row.type === 'group' ? `${nameOf(row)} ${row.count}` : row.item.title));
}

/** Every article row with the groups it stands in, in order: `Harbour Ledger/2014/10: The lighthouse logbook`. */
export function allRows({ archive, trees }: Sample): readonly string[] {
  const tree = trees.treeOf(archive);
  if (tree === undefined) throw new Error('The archive has no tree.');
  const lines: string[] = [];
  const walk = (rows: readonly ArticleTreeRow[], above: readonly string[]): void => {
    for (const row of rows) {
      if (row.type === 'leaf') lines.push(`${above.join('/')}: ${row.item.title}`);
      else walk(tree.children(row), [...above, ...row.line.map(nameOf)]);
    }
  };
  walk(tree.children(tree.root), []);
  return lines;
}

export function nameOf(group: ArticleGroup): string {
  const { key } = group;
  if (key === undefined) return 'all';
  return 'name' in key ? group.name : key.kind.startsWith('no') || key.kind === 'unreadableDate' ? key.kind : key.key;
}
