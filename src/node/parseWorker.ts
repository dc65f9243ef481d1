import { setImmediate as otherMessages } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { packEntries } from '../core/archive/packedEntries';
import type { ArticleEntry } from '../core/article/articleEntry';
import type { UnreadableFile } from '../core/article/articleReader';
import { MarkdownTrees } from '../core/article/body/markdownTrees';
import { readArticle } from '../core/article/readArticle';
import { errorText } from '../core/text/errorText';
import type { HostToWorker, WorkerJob, WorkerToHost } from '../protocol/workerMessages';
import type { FileChecks } from './checkFiles';
import { findPaths, listFolder } from './listFolder';
import { readArticleFile } from './readArticleFile';

const port = parentPort;
if (port === null) throw new Error('This file is run as a worker thread of Marginalia, never by itself.');

/** Long articles are read here again and again while they are typed. */
const longestKept = 4_000_000;

const trees = new MarkdownTrees(longestKept);
let fileChecks: FileChecks | undefined;
let isStopped = false;

/** Says which of the job's files is begun, even to whoever finds this thread hanging. */
const begin = (file: number): void => {
  if (workerData instanceof Int32Array) Atomics.store(workerData, 0, file);
};

const send = (message: WorkerToHost): void => port.postMessage(message);

port.on('message', (message: HostToWorker) => {
  if (message.kind === 'stop') isStopped = true;
  else void work(message);
});
send({ kind: 'ready' });

async function work(job: WorkerJob): Promise<void> {
  isStopped = false;
  try {
    if (job.kind === 'read') read(job);
    else if (job.kind === 'check') await check(job);
    else if (job.kind === 'fix') await fix(job);
    else if (job.kind === 'prepare') await prepare(job);
    else if (job.kind === 'readText') readText(job);
    else if (job.kind === 'checkText') await checkText(job);
    else if (job.kind === 'stat') send({ kind: 'found', ...findPaths(job.root, job.paths) });
    else await list(job);
    send({ kind: 'done' });
  } catch (error) {
    send({ kind: 'failed', message: errorText(error) });
  }
}

function read({ root, files, depth, rules }: Extract<WorkerJob, { kind: 'read' }>): void {
  const articles: ArticleEntry[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const [index, stamp] of files.entries()) {
    begin(index);
    const result = readArticleFile(root, stamp, depth, rules);
    if ('reason' in result) unreadable.push(result);
    else articles.push(result);
  }
  send({ kind: 'articles', packed: packEntries(articles), unreadable });
}

function readText({ text, stamp, rules }: Extract<WorkerJob, { kind: 'readText' }>): void {
  send({ kind: 'articles', packed: packEntries([readArticle(text, stamp, 'whole', rules, trees)]), unreadable: [] });
}

async function checkText(job: Extract<WorkerJob, { kind: 'checkText' }>): Promise<void> {
  send({ kind: 'checkedText', article: await (await checksOfFiles()).checkText(job, trees) });
}

async function check(job: Extract<WorkerJob, { kind: 'check' }>): Promise<void> {
  send({ kind: 'checked', ...(await (await checksOfFiles()).check(job)) });
}

/** The rules are much to load for a thread that only reads. */
async function checksOfFiles(): Promise<FileChecks> {
  fileChecks ??= new (await import('./checkFiles')).FileChecks(begin);
  return fileChecks;
}

async function fix(job: Extract<WorkerJob, { kind: 'fix' }>): Promise<void> {
  send({ kind: 'fixes', ...(await (await checksOfFiles()).fix(job)) });
}

async function prepare({ text, options }: Extract<WorkerJob, { kind: 'prepare' }>): Promise<void> {
  const { prepareArticle } = await import('../core/preview/prepareArticle');
  send({ kind: 'prepared', article: prepareArticle(text, options, trees) });
}

async function list({ root, folder, filter }: Extract<WorkerJob, { kind: 'list' }>): Promise<void> {
  const onTrouble = (message: string): void => send({ kind: 'trouble', message });
  for (const stamps of listFolder(root, folder, filter, onTrouble)) {
    send({ kind: 'stamps', stamps });
    // The request to stop is a message too.
    await otherMessages();
    if (isStopped) return;
  }
}
