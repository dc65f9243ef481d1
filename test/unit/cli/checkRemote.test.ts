import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCli } from '../../../src/cli/runCli';
import { ImageServer, imageDomain, resolveToLoopback } from '../../support/imageServer';
import { articleText, folderWith } from '../node/archiveFolder';
import { keptThreads } from './keptThreads';
import { only } from './runInMemory';

interface Found {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

const remoteRules = only({
  'image/broken': 'error',
  'image/moved': 'hint',
  'image/refused': 'information',
  'image/unreachable': 'warning',
});

describe('marginalia check --remote', () => {
  let server: ImageServer;
  beforeEach(async () => {
    server = await ImageServer.start();
  });
  afterEach(() => server.close());

  const check = async (args: readonly string[], isTerminal = false, signal = new AbortController().signal) => {
    let out = '';
    let error = '';
    const remote = ['--remote', '--allow-host', `*.${imageDomain}`, '--timeout', '2'];
    const code = await runCli(['check', ...args, ...remote, '--format', 'json', ...remoteRules], {
      out: { write: (text) => (out += text) },
      error: { write: (text) => (error += text), isTTY: isTerminal, columns: 60 },
      signal,
      ...keptThreads,
      network: {
        resolve: resolveToLoopback,
        environment: {},
        requestPolicy: { spacing: 0, retryWait: 1, tooManyWait: 1 },
      },
    });
    const problems: readonly Found[] = out === '' ? [] : JSON.parse(out).problems;
    return { code, error, found: problems.map(({ path, rule }) => `${path} ${rule}`), problems };
  };
  const archive = () => {
    const shared = `<img src="${server.url('missing/shared.png')}">`;
    return folderWith({
      'a.md': articleText('A', `<p>a</p>${shared}<img src="${server.url('ok/a.png')}">`),
      'b.md': articleText('B', `<p>b</p>${shared}<img src="${server.url('moved/b.png', 'two')}">`),
      'c.md': articleText('C', `<p>c</p><img src="${server.url('forbidden/c.png', 'two')}">`),
      'd.md': articleText('D', '<p>d</p><img src="http://gone.images.news/d.png"><img src="http://10.1.2.3/e.png">'),
    });
  };

  it('tells what is broken, and asks for each image once', async () => {
    const { code, found, error } = await check([await archive()]);
    assert.deepEqual(found, [
      'a.md image/broken',
      'b.md image/broken',
      'b.md image/moved',
      'c.md image/refused',
      'd.md image/unreachable',
    ]);
    assert.equal(code, 1);
    assert.equal(error, '');
    assert.equal(server.gets('missing/shared.png'), 1);
  });

  it('asks nothing of what the cache still knows', async () => {
    const root = await archive();
    const cache = join(await folderWith({}), 'seen.jsonl');
    const first = await check([root, '--cache', cache]);
    const { requests } = server;
    assert.ok(requests > 0);
    const second = await check([root, '--cache', cache]);
    assert.deepEqual(second.problems, first.problems);
    assert.equal(server.requests, requests);
  });

  it('forgets a cache that is damaged, and asks again', async () => {
    const root = await archive();
    const cache = join(await folderWith({ 'seen.jsonl': '' }), 'seen.jsonl');
    await check([root, '--cache', cache]);
    const kept = await readFile(cache, 'utf8');
    await writeFile(cache, `${kept.slice(0, kept.length / 2)}\n{{{`);
    const { requests } = server;
    assert.equal((await check([root, '--cache', cache])).found.length, 5);
    assert.ok(server.requests > requests);
    assert.ok((await readFile(cache, 'utf8')).length >= kept.length);
  });

  it('asks about two archives together, each address once', async () => {
    const roots = [await archive(), await archive()];
    const { found } = await check(roots);
    assert.equal(found.length, 10);
    assert.equal(server.gets('missing/shared.png'), 1);
  });

  it('shows how far it is on a terminal, and cleans up after itself', async () => {
    const { error } = await check([await archive()], true);
    assert.match(error, /^\rRemote images: 0 of 6, 0 a second, 0 not shown/);
    assert.match(error, /\r {20,}\r$/);
  });

  it('offers what works over https or without a proxy only where that was seen', async () => {
    const wrapped = `http://proxy.${imageDomain}:${server.port}/missing/?url=${encodeURIComponent(server.url('ok/w.png'))}`;
    const root = await folderWith({ 'a.md': articleText('A', `<p>a</p><img src="${wrapped}"><b></b>`) });
    const { problems } = await check([root]);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['image/broken'],
    );
    assert.equal(server.gets('ok/w.png'), 1);
  });

  it('mends what has moved', async () => {
    const root = await folderWith({ 'a.md': articleText('A', `<p>a</p><img src="${server.url('moved/b.png')}">`) });
    const { found } = await check([root, '--fix']);
    assert.deepEqual(found, []);
    assert.ok((await readFile(join(root, 'a.md'), 'utf8')).includes(server.url('ok/b.png')));
  });

  it('marks nothing where nothing can be reached, and says so', async () => {
    const images = ['one', 'two', 'three', 'four'].map((name) => `<img src="http://${name}.news.org/a.png">`).join('');
    const root = await folderWith({ 'a.md': articleText('A', `<p>a</p>${images}`) });
    const { code, found, error } = await check([root]);
    assert.deepEqual(found, []);
    assert.equal(error, 'No server could be reached: is there a network? Remote images were not checked.\n');
    assert.equal(code, 0);
  });

  it('keeps what it knows when it is stopped', async () => {
    const cache = join(await folderWith({}), 'seen.jsonl');
    const stop = new AbortController();
    const images = ['ok/a.png', 'hangs/b.png'].map((path) => `<img src="${server.url(path)}">`).join('');
    const root = await folderWith({ 'a.md': articleText('A', images) });
    // One at a time: when the second is asked for, the first is done.
    const run = check([root, '--cache', cache, '--per-host', '1'], false, stop.signal);
    while (server.gets('hangs/b.png') === 0) await new Promise(setImmediate);
    stop.abort(new Error('enough'));
    const { code, error } = await run;
    assert.equal(code, 2);
    assert.equal(error, 'marginalia: stopped before it was done\n');
    assert.match(await readFile(cache, 'utf8'), /ok\/a\.png/);
  });

  it('refuses options that say nothing without --remote, or nothing at all', async () => {
    const root = await folderWith({});
    const line = async (...args: readonly string[]) => {
      let error = '';
      const host = { out: { write: () => 0 }, error: { write: (text: string) => (error += text) }, ...keptThreads };
      assert.equal(await runCli(['check', root, ...args], { ...host, signal: new AbortController().signal }), 2);
      return error;
    };
    assert.match(await line('--cache', 'x'), /--cache says how to check remote images: add --remote/);
    assert.match(await line('--remote', '--concurrency', '0'), /--concurrency is a whole number/);
    assert.match(await line('--remote', '--per-host', 'x'), /--per-host is a whole number/);
    assert.match(await line('--remote', '--timeout', '0'), /--timeout is a number of seconds/);
  });
});
