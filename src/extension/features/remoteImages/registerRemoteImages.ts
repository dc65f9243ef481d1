import * as vscode from 'vscode';
import type { Archive } from '../../archives/archive';
import { registerCommand } from '../../contribute';
import type { ArticlesOfArchive } from '../../remoteImages/listImages';
import { articlesOf } from '../../rowArguments';
import type { Services } from '../../services';
import { checkByItself } from './checkByItself';
import { checkImages } from './checkImages';
import { downloadImage } from './downloadImage';
import { findSnapshot } from './findSnapshot';
import { ImageActions } from './imageActions';
import { ImageHover } from './imageHover';
import { localiseImages } from './localiseImages';
import { markBroken } from './markBroken';
import { treatAsPlaceholder } from './treatAsPlaceholder';

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
    vscode.languages.registerHoverProvider('*', new ImageHover(services)),
    vscode.languages.registerCodeActionsProvider('*', new ImageActions(services), {
      providedCodeActionKinds: ImageActions.kinds,
    }),
    registerCommand('checkImages', async (...args) => checkImages(await chosen(args), 'due', services)),
    registerCommand('checkArchiveImages', async () => checkImages(await wholeArchives(), 'due', services)),
    registerCommand('checkBrokenImages', async () => checkImages(await wholeArchives(), 'broken', services)),
    registerCommand('localiseImages', async (...args) => localiseImages(await chosen(args), services)),
    registerCommand('downloadImage', (...args) => downloadImage(args, services)),
    registerCommand('treatAsPlaceholder', (...args) => treatAsPlaceholder(args, services)),
    registerCommand('findSnapshot', (...args) => findSnapshot(args, services)),
    registerCommand('markImageBroken', (...args) => markBroken(args, services)),
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
