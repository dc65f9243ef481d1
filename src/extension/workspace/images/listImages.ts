import * as vscode from 'vscode';
import type { ListedImages } from '../../../core/problems/remoteImageLister';
import type { Archive } from '../archives/archive';
import { currentCheckSettings } from '../problems/currentCheckSettings';
import type { Problems } from '../problems/problems';

/** Some articles of one archive, by their paths. */
export interface ArticlesOfArchive {
  readonly archive: Archive;
  readonly paths: readonly string[];
}

/** So many that all threads have enough to do, so few that stopping is quick. */
const batchSize = 256;

/**
 * The remote images of articles, batch by batch: of an open document from its text, of all others from their files, whose
 * bodies stay where they are read. Rejects when aborted.
 */
export async function* listImages(
  { archive, paths }: ArticlesOfArchive,
  problems: Problems,
  signal: AbortSignal,
): AsyncGenerator<readonly ListedImages[], void> {
  const { remoteImages } = await import('../../../core/images/remote/remoteAddresses');
  for (let at = 0; at < paths.length; at += batchSize) {
    signal.throwIfAborted();
    const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
    const listed: ListedImages[] = [];
    const closed: string[] = [];
    for (const path of paths.slice(at, at + batchSize)) {
      const document = open.get(archive.uri({ path }).toString());
      const checked = document && (await problems.documents.checkNow(document));
      if (checked === undefined) closed.push(path);
      else listed.push({ path, remoteImages: remoteImages(checked.article) });
    }
    const files = closed.flatMap((path) => archive.index.get(path) ?? []);
    if (files.length > 0) {
      const settings = currentCheckSettings(archive.checkSettings);
      listed.push(...(await archive.checker.remoteImages(files, settings, signal)));
    }
    yield listed;
  }
}
