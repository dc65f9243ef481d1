import assert from 'node:assert/strict';
import { prepareArticle } from '../../../src/core/preview/prepareArticle';
import { defaultCheckSettings } from '../../../src/core/problems/checkSettings';
import { prepareInThread } from '../../../src/node/prepareInThread';
import { WorkerPool } from '../../../src/node/workerPool';
import { articleText, folderWith, mortalWorker, rules, workerScript } from './archiveFolder';

const { imageFields, imageRoots, standInImages } = defaultCheckSettings;
const options = { path: 'a.md', reading: rules, imageFields, imageRoots, standInImages };

describe('preparing an article in a worker thread', () => {
  let pool: WorkerPool;

  before(() => {
    pool = new WorkerPool({ script: workerScript, size: 1 });
  });
  after(() => pool.dispose());

  it('makes what is made of it here', async () => {
    const text = `${articleText('The harbour')}\n<p onclick="x()">港口 <img src="a.png"></p>\n`;
    assert.deepEqual(await prepareInThread(pool, text, options), prepareArticle(text, options));
  });

  it('goes before all that is done in the background and has not begun', async () => {
    const told: string[] = [];
    const background = Array.from({ length: 5 }, async (_, index) => {
      await pool.run({ kind: 'stat', root: '.', paths: [] }, () => undefined, new AbortController().signal);
      told.push(`${index}`);
    });
    const looked = prepareInThread(pool, 'text', options).then(() => told.push('prepared'));
    await Promise.all([...background, looked]);
    assert.deepEqual(told, ['0', 'prepared', '1', '2', '3', '4']);
  });

  it('has a thread beside the background, as have the heads that the tree shows', async () => {
    const pool = new WorkerPool({ script: await mortalWorker(), size: 2, background: 1, growAfter: 0 });
    const root = await folderWith({ 'tar.md': articleText('Tar') });
    const told: string[] = [];
    const files = [{ path: 'tar.md', size: 100, mtime: 7 }];
    const { signal } = new AbortController();
    const inBackground = [
      pool.run({ kind: 'read', root, files, depth: 'whole', rules }, () => undefined, signal),
      pool
        .run({ kind: 'read', root, files: [], depth: 'whole', rules }, () => undefined, signal)
        .then(() => told.push('background')),
    ];
    const ended = Promise.allSettled(inBackground);
    try {
      for (const name of ['first', 'second']) {
        await prepareInThread(pool, 'text', options);
        told.push(name);
      }
      await pool.run({ kind: 'read', root, files: [], depth: 'head', rules }, () => undefined, signal);
      told.push('tree');
      assert.deepEqual(told, ['first', 'second', 'tree']);
      assert.equal(pool.threads, 2);
    } finally {
      pool.dispose();
    }
    assert.deepEqual(
      (await ended).map(({ status }) => status),
      ['rejected', 'rejected'],
    );
  });

  it('says why it cannot be done', async () => {
    pool.dispose();
    await assert.rejects(prepareInThread(pool, 'text', options), /closed/);
  });
});
