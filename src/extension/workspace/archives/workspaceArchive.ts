import * as vscode from 'vscode';
import { CacheLineReader, cacheLines } from '../../../core/archive/cacheFormat';
import type { IndexCache } from '../../../core/archive/indexCache';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import type { Log } from '../../../core/host/log';
import type { ArticleChecker } from '../../../core/problems/articleChecker';
import type { RemoteImageLister } from '../../../core/problems/remoteImageLister';
import type { ArchivePorts } from '../../platform';
import { articleReaderOnDemand } from './articleReaderOnDemand';
import { StoredFile } from './storedFile';
import { WorkspaceFiles } from './workspaceFiles';
import { WorkspaceLocalFiles } from './workspaceLocalFiles';

/** An archive on any file system that VS Code knows, read on the extension host's own thread. */
export function openWorkspaceArchive(folder: vscode.Uri, storage: vscode.Uri, log: Log): ArchivePorts {
  const files = new WorkspaceFiles(folder);
  const localFiles = new WorkspaceLocalFiles(folder);
  const loadChecker = () => import('../../../core/problems/inlineArticleChecker');
  const checker: ArticleChecker & RemoteImageLister = {
    check: async (...request) => {
      const { InlineArticleChecker } = await loadChecker();
      return new InlineArticleChecker(files, localFiles).check(...request);
    },
    fix: async (...request) => {
      const { InlineArticleChecker } = await loadChecker();
      return new InlineArticleChecker(files, localFiles).fix(...request);
    },
    remoteImages: async (...request) => {
      const { InlineArticleChecker } = await loadChecker();
      return new InlineArticleChecker(files).remoteImages(...request);
    },
  };
  return {
    files,
    reader: articleReaderOnDemand(files),
    checker,
    localFiles,
    cache: new WorkspaceIndexCache(vscode.Uri.joinPath(storage, 'index.jsonl'), log),
    log,
    dispose: () => undefined,
  };
}

class WorkspaceIndexCache implements IndexCache {
  readonly #file: StoredFile;
  readonly #log: Log;

  constructor(uri: vscode.Uri, log: Log) {
    this.#file = new StoredFile(uri);
    this.#log = log;
  }

  async *load(fingerprint: string, signal: AbortSignal): AsyncGenerator<readonly ArticleEntry[], void> {
    const reader = new CacheLineReader(fingerprint);
    for (const line of (await this.#text()).split('\n')) {
      signal.throwIfAborted();
      const entries = line === '' ? undefined : reader.next(line);
      if (entries === undefined) return;
      yield entries;
    }
  }

  async save(fingerprint: string, entries: Iterable<ArticleEntry>): Promise<void> {
    await this.#file.write([...cacheLines(fingerprint, entries)].join(''));
  }

  async #text(): Promise<string> {
    try {
      return (await this.#file.read()) ?? '';
    } catch (error) {
      this.#log.warn(`The cache cannot be read and is not used: ${error}`);
      return '';
    }
  }
}
