import * as vscode from 'vscode';
import type { PreparedArticle } from '../../../core/preview/preparedArticle';
import { localImagePaths } from '../../../core/preview/shownImage';
import type { ArticlePlace } from './articlePlace';

/** The files of an article's images by the paths it names, as far as they are there. */
export type LocalImages = ReadonlyMap<string, vscode.Uri>;

/** Looks up the images of an article. Nothing is looked up twice for the same place until `clear`. */
export class LocalImageFinder {
  #known: { readonly key: string; readonly images: Promise<LocalImages> } | undefined;

  find(article: PreparedArticle, place: ArticlePlace): Promise<LocalImages> {
    const paths = localImagePaths(article);
    if (paths.length === 0) return Promise.resolve(new Map());
    const key = JSON.stringify([place.root.toString(), paths]);
    if (this.#known?.key !== key) this.#known = { key, images: lookUp(paths, place) };
    return this.#known.images;
  }

  clear(): void {
    this.#known = undefined;
  }
}

async function lookUp(paths: readonly string[], { root, localFiles }: ArticlePlace): Promise<LocalImages> {
  const files = await localFiles.lookUp(paths);
  const found = new Map<string, vscode.Uri>();
  for (const path of paths) {
    const file = files[path];
    // In another case it is still the picture that is meant, and a problem says so.
    const actual = file?.kind === 'otherCase' ? file.actual : file?.kind === 'file' ? path : undefined;
    if (actual !== undefined) found.set(path, vscode.Uri.joinPath(root, actual));
  }
  return found;
}
