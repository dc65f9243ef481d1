import type * as vscode from 'vscode';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';

/** Opens an article by words of it. */
export function registerGoToArticle(services: Services): vscode.Disposable {
  return registerCommand('goToArticle', async () => {
    await services.archives.start();
    const { goToArticle } = await import('./goToArticle');
    await goToArticle(services);
  });
}
