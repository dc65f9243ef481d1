import * as vscode from 'vscode';
import type { FileStamp } from '../../../core/host/archiveFiles';
import type { Archive } from '../archives/archive';
import { type ArticleChange, uriOf } from './articleChange';

/** Those whose text is still the one that their edits are of. */
export async function withoutChangedMeanwhile(changes: readonly ArticleChange[]): Promise<readonly ArticleChange[]> {
  const paths = new Map<Archive, string[]>();
  for (const { archive, path, state } of changes) {
    if (state.kind !== 'file') continue;
    const known = paths.get(archive);
    if (known === undefined) paths.set(archive, [path]);
    else known.push(path);
  }
  const stamps = new Map<Archive, ReadonlyMap<string, FileStamp>>();
  for (const [archive, own] of paths) {
    const { files } = await archive.files.stat(own);
    stamps.set(archive, new Map(files.map((stamp) => [stamp.path, stamp])));
  }
  // Looked at last, so that nothing is waited for any more between the look and the edit.
  const unsaved = new Set(
    vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
  );
  return changes.filter((change) => {
    const { state } = change;
    if (state.kind === 'document') return !state.document.isClosed && state.document.version === state.version;
    const now = stamps.get(change.archive)?.get(change.path);
    const isSameFile = now?.size === state.stamp.size && now.mtime === state.stamp.mtime;
    return isSameFile && !unsaved.has(uriOf(change).toString());
  });
}
