import * as vscode from 'vscode';
import type { Services } from '../../services';
import type { PlacedArticle } from '../../workspace/articleArguments';

/** The next unread article after the active one in the tree's order, in its own archive first, then in the others. */
export function nextUnread({ archives, trees }: Services): PlacedArticle | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active === undefined ? undefined : archives.of(active);
  const place = active === undefined ? undefined : trees.rowOf(active);
  const inOrder = [...trees.shown];
  const start = own === undefined ? 0 : Math.max(0, inOrder.indexOf(own));
  for (const archive of [...inOrder.slice(start), ...inOrder.slice(0, start)]) {
    const row = trees.treeOf(archive)?.next(archive === own ? place : undefined, 1, 'unread');
    if (row !== undefined) return { archive, entry: row.item };
  }
  return undefined;
}
