import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveIndex } from '../../../../src/core/archive/archiveIndex';
import { ArticleTree } from '../../../../src/core/archive/articleTree';
import { placementOf } from '../../../../src/core/archive/grouping';
import { Indexer } from '../../../../src/core/archive/indexer';
import { InlineArticleReader } from '../../../../src/core/archive/inlineArticleReader';
import { SourceNames } from '../../../../src/core/article/sourceNames';
import { configPath, readArchiveConfig } from '../../../../src/core/config/archiveConfig';
import type { Log } from '../../../../src/core/host/log';
import { FileIndexCache } from '../../../../src/node/fileIndexCache';
import { NodeArchiveFiles } from '../../../../src/node/nodeArchiveFiles';
import { WorkerArticleReader } from '../../../../src/node/workerArticleReader';
import { WorkerPool } from '../../../../src/node/workerPool';
import { projectRoot } from '../../../support/projectRoot';

export const unstopped = new AbortController().signal;

const log: Log = {
  info: () => undefined,
  warn: (message) => process.stderr.write(`${message}\n`),
  error: (message) => process.stderr.write(`${message}\n`),
};

export interface Bench {
  readonly pool: WorkerPool;
  readonly index: ArchiveIndex;
  readonly tree: ArticleTree;
  readonly indexer: Indexer;
}

/** What the extension runs on local files, without VS Code: index, tree that follows it, threads and cache. */
export async function openBench(root: string, scratch: string): Promise<Bench> {
  const { config } = readArchiveConfig(await readFile(join(root, configPath), 'utf8'), 'UTC');
  const pool = new WorkerPool({ script: join(projectRoot, 'dist', 'parseWorker.mjs') });
  const files = new NodeArchiveFiles(root, pool, log);
  const reader = new WorkerArticleReader(root, pool, new InlineArticleReader(files), log);
  const cache = new FileIndexCache(join(scratch, 'index.cache'), log);
  const index = new ArchiveIndex();
  const context = {
    timeZone: config.rules.timeZone,
    sources: new SourceNames().spelledBy(index.names.sources),
    categories: index.names.categories,
  };
  const tree = new ArticleTree(
    'bench',
    {
      placement: placementOf('source', context),
      order: 'newest',
      matches: () => true,
      isUnread: () => true,
    },
    [],
  );
  let { version } = index.names;
  index.onDidChange((change) => {
    if (index.names.version !== version) tree.renamed();
    version = index.names.version;
    tree.apply(change);
    tree.takeChange();
  });
  const indexer = new Indexer({ files, reader, cache, log }, index, config);
  return { pool, index, tree, indexer };
}

/** What a person sees first: the groups, and the articles of the first group they open. */
export function showTree(tree: ArticleTree): number {
  let shown = 0;
  let rows = tree.children(tree.root);
  for (;;) {
    shown += rows.length;
    const first = rows.find((row) => row.type === 'group');
    if (first === undefined) return shown;
    rows = tree.children(first);
  }
}
