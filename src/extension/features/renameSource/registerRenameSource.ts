import type * as vscode from 'vscode';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { sourceOfRow } from '../../workspace/articleArguments';

/** Gives a source another name in all articles of its archive. */
export function registerRenameSource(services: Services): vscode.Disposable {
  return registerCommand('renameSource', async (...args) => {
    await services.archives.whenRead();
    const { renameSource } = await import('./renameSource');
    await renameSource(sourceOfRow(args, services), args[0], services);
  });
}
