import * as vscode from 'vscode';
import type { ArticleGroup, ArticleTypes } from '../../../core/archive/articleTree';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import type { Services } from '../../services';
import { TreeProvider } from '../../ui/treeProvider';
import type { Archive } from '../../workspace/archives/archive';
import { articleItem } from './articleItem';
import { articleTooltip } from './articleTooltip';
import { groupCounts, groupItem } from './groupItem';
import { showProblems } from './showProblems';

/** More than this and a person would rather see the groups. */
const fewResults = 50;

/** The rows of the Articles view. */
export function articlesProvider({
  trees,
  problems,
  annotations,
}: Pick<Services, 'trees' | 'problems' | 'annotations'>): TreeProvider<ArticleTypes> {
  const annotationsOn = ({ path }: ArticleEntry, archive: Archive): number =>
    annotations.of(archive)?.index.rowsOf(path).length ?? 0;
  return new TreeProvider<ArticleTypes>({
    trees: () => trees.shownTrees,
    groupItem: (group, isOpen) =>
      groupItem(group, isOpen, group.key === undefined ? trees.archiveOf(group)?.folder.name : undefined),
    leafItem: (leaf) => {
      const archive = trees.archiveOf(leaf);
      return archive === undefined
        ? new vscode.TreeItem('')
        : articleItem(leaf, archive, annotationsOn(leaf.item, archive));
    },
    tooltip: async (row) => {
      const archive = trees.archiveOf(row);
      if (archive === undefined) return undefined;
      if (row.type === 'leaf') {
        const { item } = row;
        const found = await showProblems(item, archive, problems.ruleTexts);
        return articleTooltip(item, archive, { problems: found, annotations: annotationsOn(item, archive) });
      }
      if (row.key?.kind !== 'source') return undefined;
      const { sourceTooltip } = await import('../../workspace/sources/sourceTooltip');
      return sourceTooltip(groupCounts(row), { archive, source: row.key });
    },
    // A filter that leaves little shows all that it has found.
    opensByItself: (group: ArticleGroup) => {
      const archive = trees.isFiltered ? trees.archiveOf(group) : undefined;
      const size = archive && trees.treeOf(archive)?.size;
      return size !== undefined && size <= fewResults;
    },
  });
}
