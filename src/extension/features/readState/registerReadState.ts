import * as vscode from 'vscode';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { pathBelow } from '../../workspace/archives/fileChanges';
import { openArticle } from '../../workspace/archives/openArticle';
import { articlesOf } from '../../workspace/articleArguments';
import { nextUnread } from './nextUnread';

/** Marks what a person has read, and goes to what is left. */
export function registerReadState(services: Services): vscode.Disposable {
  const { archives } = services;
  const mark = async (args: readonly unknown[], read: boolean): Promise<void> => {
    await archives.whenRead();
    const paths = new Map<(typeof archives.all)[number], string[]>();
    for (const { archive, entry } of articlesOf(args, services)) {
      const known = paths.get(archive);
      if (known === undefined) paths.set(archive, [entry.path]);
      else known.push(entry.path);
    }
    for (const [archive, own] of paths) archive.marks.mark(own, read);
  };
  return vscode.Disposable.from(
    registerCommand('markRead', (...args) => mark(args, true)),
    registerCommand('markUnread', (...args) => mark(args, false)),
    registerCommand('nextUnread', async () => {
      await archives.whenRead();
      const next = nextUnread(services);
      if (next !== undefined) await openArticle(next, { preview: true });
      else vscode.window.setStatusBarMessage(vscode.l10n.t('No unread articles.'), 3000);
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        const archive = archives.of(newUri);
        const from = archive && pathBelow(archive.folder.uri, oldUri);
        const to = archive && pathBelow(archive.folder.uri, newUri);
        if (archive !== undefined && from !== undefined && to !== undefined) archive.marks.move(from, to);
      }
    }),
  );
}
