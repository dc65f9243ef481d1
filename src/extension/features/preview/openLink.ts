import * as vscode from 'vscode';
import { showWarning } from '../../ui/notify';
import type { ArticlePlace } from './articlePlace';

/** Opens an address outside, after VS Code's own question. */
export async function openLink(url: string): Promise<void> {
  if (url.toLowerCase().startsWith('mailto:')) await vscode.env.openExternal(vscode.Uri.parse(url));
  // By this command the address stays as it is written: a Uri escapes `=` and `&` of its query.
  else await vscode.commands.executeCommand('vscode.open', url);
}

/** What a path of the archive leads to: an article, or any other file. */
export async function fileOf(candidates: readonly string[], place: ArticlePlace): Promise<vscode.Uri | undefined> {
  const files = await place.localFiles.lookUp(candidates);
  const path = candidates.find((candidate) => files[candidate]?.kind === 'file');
  return path === undefined ? undefined : vscode.Uri.joinPath(place.root, path);
}

export function sayMissing(candidates: readonly string[]): void {
  const message = vscode.l10n.t('There is no file {0} in this archive.', candidates[0] ?? '');
  void showWarning(message);
}
