import type * as vscode from 'vscode';
import type { StandingMessage } from '../../../protocol/previewMessages';
import type { ArticleTrees } from '../../articleTrees';
import type { Services } from '../../services';

/** The article before or after another in the order of the tree. */
export function articleBeside(uri: vscode.Uri, to: 'previous' | 'next', trees: ArticleTrees): vscode.Uri | undefined {
  const row = trees.rowOf(uri);
  const archive = row && trees.archiveOf(row);
  if (row === undefined || archive === undefined) return undefined;
  const beside = trees.treeOf(archive)?.next(row, to === 'next' ? 1 : -1, 'any');
  return beside && archive.uri(beside.entry);
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
