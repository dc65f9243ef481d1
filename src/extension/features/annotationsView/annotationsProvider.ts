import * as vscode from 'vscode';
import type { AnnotationTypes } from '../../../core/annotations/index/annotationTree';
import type { Services } from '../../services';
import { TreeProvider } from '../../ui/treeProvider';
import { annotationItem, groupItem } from './annotationItems';
import type { AnnotationKnowledge } from './annotationKnowledge';

/** The rows of the Annotations view. */
export function annotationsProvider(
  { annotationTrees: trees }: Pick<Services, 'annotationTrees'>,
  knowledge: AnnotationKnowledge,
): TreeProvider<AnnotationTypes> {
  return new TreeProvider<AnnotationTypes>({
    trees: () => trees.shownTrees,
    load: () => knowledge.load(),
    groupItem: (group, isOpen) => {
      const known = knowledge.of(trees.archiveOf(group));
      return known === undefined ? new vscode.TreeItem('') : groupItem(group, known, isOpen);
    },
    leafItem: (leaf) => {
      const known = knowledge.of(trees.archiveOf(leaf));
      return known === undefined ? new vscode.TreeItem('') : annotationItem(leaf, known);
    },
    hidesEmpty: true,
  });
}
