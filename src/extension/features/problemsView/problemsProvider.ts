import * as vscode from 'vscode';
import type { ProblemTypes } from '../../../core/problems/problemTree';
import type { Services } from '../../services';
import { TreeProvider } from '../../ui/treeProvider';
import type { ProblemPlace } from '../../workspace/problems/problemRows';
import { articleItem, groupItem, placeItem } from './problemItems';
import { problemPlaces } from './problemPlaces';
import { problemsTooltip } from './problemsTooltip';

/** The rows of the Problems view. */
export function problemsProvider(services: Services): TreeProvider<ProblemTypes, ProblemPlace> {
  const { problemTrees: trees, problems } = services;
  return new TreeProvider<ProblemTypes, ProblemPlace>({
    trees: () => trees.shownTrees,
    load: () => problems.ruleTexts.load(),
    groupItem: (group, isOpen) => groupItem(group, trees.archiveOf(group), problems.ruleTexts, isOpen),
    leafItem: (leaf, isOpen) => {
      const archive = trees.archiveOf(leaf);
      return archive === undefined ? new vscode.TreeItem('') : articleItem(leaf, archive, isOpen);
    },
    detailsOf: (leaf) => problemPlaces(leaf, services),
    detailItem: placeItem,
    tooltip: async (row) =>
      row.type === 'leaf' ? problemsTooltip(row, await problemPlaces(row, services)) : undefined,
    hidesEmpty: true,
  });
}
