import * as vscode from 'vscode';
import { setting } from '../../ui/contribute';
import type { PlacedArticle } from '../articleArguments';

/** Opens an article as VS Code opens a file at one click; opening it counts as reading where a person wants that. */
export async function openArticle(
  { archive, entry }: PlacedArticle,
  options: vscode.TextDocumentShowOptions,
): Promise<void> {
  const uri = archive.uri(entry);
  await vscode.commands.executeCommand('vscode.open', uri, options);
  if (setting('articles.markRead', uri) === 'onOpen') archive.marks.mark([entry.path], true);
}
