import * as vscode from 'vscode';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import type { Archive } from '../../workspace/archives/archive';
import { isArticle } from '../../workspace/archives/isArticle';
import { articlesOf } from '../../workspace/articleArguments';
import type { ArticlesOfArchive } from '../../workspace/images/listImages';
import { checkByItself } from './checkByItself';
import { checkImages } from './checkImages';

/** Looks whether remote images are still there, and helps where they are not. */
export function registerRemoteImages(services: Services): vscode.Disposable {
  const { archives } = services;
  const wholeArchives = async (): Promise<readonly ArticlesOfArchive[]> => {
    await archives.whenRead();
    return archives.all
      .filter(({ isArchive }) => isArchive)
      .map((archive) => ({ archive, paths: [...archive.index.paths()] }));
  };
  const chosen = async (args: readonly unknown[]): Promise<readonly ArticlesOfArchive[]> => {
    await archives.whenRead();
    return byArchive(args, services);
  };
  return vscode.Disposable.from(
    // What an archive counts as articles may be files of any language.
    vscode.languages.registerHoverProvider('*', {
      async provideHover(document, position) {
        if (!isArticle(document.uri, archives)) return undefined;
        const { imageHover } = await import('./imageHover');
        return imageHover(document, position, services);
      },
    }),
    vscode.languages.registerCodeActionsProvider(
      '*',
      {
        async provideCodeActions(document, range, { only }, token) {
          if (!isArticle(document.uri, archives)) return [];
          const { imageActions } = await import('./imageActions');
          return imageActions(document, range, only, token, services);
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite] },
    ),
    registerCommand('checkImages', async (...args) => checkImages(await chosen(args), 'due', services)),
    registerCommand('checkArchiveImages', async () => checkImages(await wholeArchives(), 'due', services)),
    registerCommand('checkBrokenImages', async () => checkImages(await wholeArchives(), 'broken', services)),
    registerCommand('localiseImages', async (...args) => {
      const { localiseImages } = await import('./localiseImages');
      await localiseImages(await chosen(args), services);
    }),
    registerCommand('downloadImage', async (...args) =>
      (await import('./downloadImage')).downloadImage(args, services),
    ),
    registerCommand('treatAsPlaceholder', async (...args) =>
      (await import('./treatAsPlaceholder')).treatAsPlaceholder(args, services),
    ),
    registerCommand('findSnapshot', async (...args) => (await import('./findSnapshot')).findSnapshot(args, services)),
    registerCommand('markImageBroken', async (...args) => (await import('./markBroken')).markBroken(args, services)),
    checkByItself(services),
  );
}

function byArchive(args: readonly unknown[], services: Services): readonly ArticlesOfArchive[] {
  const paths = new Map<Archive, string[]>();
  for (const { archive, entry } of articlesOf(args, services)) {
    const known = paths.get(archive);
    if (known === undefined) paths.set(archive, [entry.path]);
    else known.push(entry.path);
  }
  return [...paths].map(([archive, own]) => ({ archive, paths: own }));
}
