import * as vscode from 'vscode';
import { configPath, readArchiveConfig } from '../../../core/config/archiveConfig';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { showError } from '../../ui/notify';
import { fileExists } from '../../workspace/archives/fileExists';

/** Makes a folder an archive, and reads archives anew or stops reading them when a person says so. */
export function registerSetUp(services: Services): vscode.Disposable {
  const { archives } = services;
  return vscode.Disposable.from(
    registerCommand('setUpArchive', async () => {
      const folder = await askForFolder();
      if (folder !== undefined) await setUp(folder, services);
    }),
    registerCommand('openSampleArchive', async () => {
      const { openSampleArchive } = await import('./openSampleArchive');
      await openSampleArchive(services.context.extensionUri);
    }),
    registerCommand('refresh', async () => {
      await archives.start();
      for (const archive of archives.all) void archive.readAgain();
    }),
    registerCommand('cancelIndexing', () => {
      for (const archive of archives.all) archive.stop();
    }),
  );
}

async function askForFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    return vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('Which folder holds the articles?') });
  }
  if (folders[0] === undefined) {
    const open = vscode.l10n.t('Open Folder');
    const chosen = await showError(
      vscode.l10n.t('Open the folder that holds your articles first, then set it up.'),
      open,
    );
    if (chosen === open) await vscode.commands.executeCommand('vscode.openFolder');
  }
  return folders[0];
}

async function setUp(folder: vscode.WorkspaceFolder, { archives }: Services): Promise<void> {
  const uri = vscode.Uri.joinPath(folder.uri, configPath);
  if (!(await fileExists(uri))) {
    const { askForTimeZone } = await import('./askForTimeZone');
    const timeZone = await askForTimeZone();
    if (timeZone === undefined) return;
    // An edit that creates, unlike a write, never replaces a file that has come meanwhile, and can be undone.
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(firstConfig(timeZone)) });
    if (!(await vscode.workspace.applyEdit(edit))) {
      await showError(vscode.l10n.t('{0} could not be written. Is the folder writable?', configPath));
      return;
    }
  }
  await vscode.window.showTextDocument(uri);
  await archives.start();
  const archive = archives.of(uri);
  if (archive !== undefined) void archive.readAgain();
}

function firstConfig(timeZone: string): string {
  const { filter, rules } = readArchiveConfig(undefined, timeZone).config;
  return `${JSON.stringify({ version: 1, ...filter, ...rules }, null, 2)}\n`;
}
