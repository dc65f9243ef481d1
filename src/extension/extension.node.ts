import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { KeptText } from '../core/host/keptText';
import type { Log } from '../core/host/log';
import type { TextStore } from '../core/host/textStore';
import { FileIndexCache } from '../node/fileIndexCache';
import { KeptTextFile } from '../node/keptTextFile';
import { NestedFolderWatcher } from '../node/nestedFolderWatcher';
import { NodeArchiveFiles } from '../node/nodeArchiveFiles';
import { NodeLocalFiles } from '../node/nodeLocalFiles';
import { NodeTextStore } from '../node/nodeTextStore';
import { prepareInThread } from '../node/prepareInThread';
import { WorkerArticleChecker } from '../node/workerArticleChecker';
import { WorkerArticleReader } from '../node/workerArticleReader';
import { WorkerPool } from '../node/workerPool';
import { activateOn, type ExtensionApi } from './activate';
import type { ArchivePorts, Platform, PrepareArticle } from './platform';
import { WorkspaceTextStore } from './workspace/annotations/workspaceTextStore';
import { articleReaderOnDemand } from './workspace/archives/articleReaderOnDemand';
import { StoredFile } from './workspace/archives/storedFile';
import { openWorkspaceArchive } from './workspace/archives/workspaceArchive';

/**
 * A thread takes 40 MB of the extension host, which other extensions share, and a core of the machine, of which one is for
 * the person.
 */
const mostInBackground = 2;

/** From this many characters on, preparing takes longer than a person should wait for a key to show. */
const longArticle = 200_000;

export function activate(context: vscode.ExtensionContext): ExtensionApi | undefined {
  const background = Math.max(1, Math.min(mostInBackground, availableParallelism() - 1));
  const script = context.asAbsolutePath(join('dist', 'parseWorker.mjs'));
  const pool = new WorkerPool({ script, background, size: background + 1 });
  context.subscriptions.push(pool);
  const openArchive = (folder: vscode.Uri, storage: vscode.Uri, log: Log): ArchivePorts => {
    // Only local files can be reached without asking VS Code for each of them.
    if (folder.scheme !== 'file') return openWorkspaceArchive(folder, storage, log);
    const files = new NodeArchiveFiles(folder.fsPath, pool, log);
    const nestedFolders = process.platform === 'linux' ? new NestedFolderWatcher(folder.fsPath, log) : undefined;
    return {
      files,
      reader: new WorkerArticleReader(folder.fsPath, pool, articleReaderOnDemand(files), log),
      checker: new WorkerArticleChecker(folder.fsPath, pool, log),
      localFiles: new NodeLocalFiles(folder.fsPath),
      cache: new FileIndexCache(join(storage.fsPath, 'index.jsonl'), log),
      log,
      ...(nestedFolders && { nestedFolders }),
      dispose: () => nestedFolders?.dispose(),
    };
  };
  // VS Code no longer writes for a window that is closing.
  const openText = (file: vscode.Uri): KeptText =>
    file.scheme === 'file' ? new KeptTextFile(file.fsPath) : new StoredFile(file);
  const prepareArticle: PrepareArticle = async (text, options, trees) =>
    text.length < longArticle
      ? (await import('../core/preview/prepareArticle')).prepareArticle(text, options, trees)
      : prepareInThread(pool, text, options);
  const openHttp: Platform['openHttp'] = async (settings) => {
    const { NodeHttpClient } = await import('../node/remoteImages/nodeHttpClient');
    return new NodeHttpClient(settings);
  };
  const openTexts = (folder: vscode.Uri): TextStore =>
    folder.scheme === 'file' ? new NodeTextStore(folder.fsPath) : new WorkspaceTextStore(folder);
  const home = vscode.Uri.file(homedir());
  return activateOn(context, {
    openArchive,
    openText,
    openTexts,
    home,
    prepareArticle,
    openHttp,
  });
}
