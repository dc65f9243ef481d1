import type * as vscode from 'vscode';
import type { StandingMessage } from '../../../protocol/previewMessages';
import type { Services } from '../../services';
import type { ArticleTrees } from '../../workspace/archives/articleTrees';

/** The article before or after another in the order of the tree: none at either end. */
export function articleBeside(uri: vscode.Uri, to: 'previous' | 'next', trees: ArticleTrees): vscode.Uri | undefined {
  const row = trees.rowOf(uri);
  const archive = row && trees.archiveOf(row);
  if (row === undefined || archive === undefined) return undefined;
  const tree = trees.treeOf(archive);
  const direction = to === 'next' ? 1 : -1;
  const beside = tree?.next(row, direction, 'any');
  // The tree goes round: from its end back to where it begins.
  return beside === undefined || beside === tree?.next(undefined, direction, 'any')
    ? undefined
    : archive.uri(beside.item);
}

/** How an article stands in its archive. */
export function standingOf(uri: vscode.Uri, { archives, trees }: Services): StandingMessage {
  const archive = archives.of(uri);
  const entry = archive?.entryOf(uri);
  return {
    kind: 'standing',
    isRead: archive !== undefined && entry !== undefined && !archive.marks.isUnread(entry.path),
    hasPrevious: articleBeside(uri, 'previous', trees) !== undefined,
    hasNext: articleBeside(uri, 'next', trees) !== undefined,
  };
}
