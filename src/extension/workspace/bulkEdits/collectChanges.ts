import * as vscode from 'vscode';
import type { FileStamp } from '../../../core/host/archiveFiles';
import type { Archive } from '../archives/archive';
import type { ArticleChange, TextState } from './articleChange';

/** So many that all threads have enough to do, so few that progress moves and stopping is quick. */
const batchSize = 256;

export type TextChange = Omit<ArticleChange, 'archive' | 'path' | 'state'>;

/** Finds out what is to change, from a text or from files. Of neither any more is kept than the edits. */
export interface ChangeMaker {
  ofDocument(archive: Archive, path: string, document: vscode.TextDocument): Promise<TextChange | undefined>;
  ofFiles(archive: Archive, files: readonly FileStamp[], signal: AbortSignal): Promise<ReadonlyMap<string, TextChange>>;
}

/** The changes of articles: of an open document from its text, of all others from their files. Rejects when aborted. */
export async function collectChanges(
  archive: Archive,
  paths: readonly string[],
  maker: ChangeMaker,
  signal: AbortSignal,
  onDone: (articles: number) => void,
): Promise<readonly ArticleChange[]> {
  const changes: ArticleChange[] = [];
  const put = (path: string, state: TextState, change: TextChange | undefined): void => {
    if (change !== undefined) changes.push({ ...change, archive, path, state });
  };
  const isOtherText = readsOtherText(archive);
  for (let at = 0; at < paths.length; at += batchSize) {
    signal.throwIfAborted();
    const batch = paths.slice(at, at + batchSize);
    const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
    const closed: string[] = [];
    for (const path of batch) {
      const uri = archive.uri({ path });
      const document = open.get(uri.toString()) ?? (isOtherText ? await opened(uri) : undefined);
      if (document === undefined) {
        closed.push(path);
        continue;
      }
      signal.throwIfAborted();
      if (isMisread(archive, document)) continue;
      const { version } = document;
      put(path, { kind: 'document', document, version }, await maker.ofDocument(archive, path, document));
    }
    // Asked before they are read: whatever is written from then on is noticed when the changes are to be done.
    const { files } = await archive.files.stat(closed);
    const found = await maker.ofFiles(archive, files, signal);
    for (const stamp of files) put(stamp.path, { kind: 'file', stamp }, found.get(stamp.path));
    onDone(batch.length);
  }
  signal.throwIfAborted();
  return changes;
}

/** Whether an editor may read files with another encoding than we do: then only its own text tells the places. */
function readsOtherText({ folder }: Archive): boolean {
  const files = vscode.workspace.getConfiguration('files', { uri: folder.uri, languageId: 'markdown' });
  return !['utf8', 'utf8bom'].includes(files.get('encoding', 'utf8')) || files.get('autoGuessEncoding', false);
}

/** Whether an editor shows a file in the wrong encoding: to save that would be to lose what the file says. */
function isMisread(archive: Archive, document: vscode.TextDocument): boolean {
  return archive.entryOf(document.uri)?.fault === 'notUtf8' && document.getText().includes('\ufffd');
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // Gone, or nothing that an editor can show: there is nothing to change in it.
    return undefined;
  }
}
