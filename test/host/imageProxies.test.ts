import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CountingProxy } from '../support/countingProxy';
import { ImageServer } from '../support/imageServer';
import { changeSetting } from './changeSetting';
import { rulesIn } from './checkedEditor';
import { type OpenSample, openSample } from './sampleArchive';
import { ScratchFolder } from './scratchFolder';

const head = '---\ntitle: 渡轮 🚢 回来了\nsource: Scratch Gazette\ndate: 2021-04-05\n---\n';
/** Where nobody listens. */
const nowhere = 'http://127.0.0.1:9';

describe('the way out to remote images', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;
  let server: ImageServer;
  let proxy: CountingProxy;
  let number = 0;

  before(async () => {
    sample = await openSample();
    server = await ImageServer.start();
    await changeSetting('images.allowPrivateHosts', ['127.0.0.1']);
  });

  after(async () => {
    await changeSetting('images.allowPrivateHosts', undefined);
    await server.close();
  });

  beforeEach(async () => {
    scratch = new ScratchFolder(sample);
    proxy = await CountingProxy.start(server.port);
  });

  afterEach(async () => {
    for (const name of ['proxy', 'noProxy', 'proxyStrictSSL']) await configure(name, undefined);
    await proxy.close();
    await scratch.remove();
  });

  const configure = async (name: string, value: unknown): Promise<void> =>
    vscode.workspace.getConfiguration('http').update(name, value, vscode.ConfigurationTarget.Global);
  /** Checks images that nobody has ever asked for, with what is known of each afterwards. */
  const check = async (...starts: readonly string[]) => {
    const urls = starts.map((start) => `${start}/ok/way-${++number}.png`);
    await scratch.write('one.md', `${head}${urls.map((url) => `<img src="${url}">`).join(' ')}\n`);
    await scratch.shows('one.md', '渡轮 🚢 回来了');
    const articles = [{ archive: sample.archive, paths: [scratch.path('one.md')] }];
    const { end } = await sample.remoteImages.check(articles, { wanted: 'due', signal: new AbortController().signal });
    return { end, urls, verdicts: urls.map((url) => sample.remoteImages.verdicts.of(url)) };
  };
  const seenOf = (url: string | undefined): readonly string[] => proxy.seen.filter((line) => line.endsWith(` ${url}`));

  it('leads through the proxy of VS Code, but for the hosts that it excepts', async () => {
    await configure('proxy', proxy.address);
    await configure('noProxy', ['127.0.0.1']);
    const { urls, verdicts } = await check('http://img.news.org', `http://127.0.0.1:${server.port}`);
    assert.deepEqual(
      verdicts.map((verdict) => verdict?.kind),
      ['ok', 'ok'],
    );
    assert.deepEqual(seenOf(urls[0]), [`HEAD ${urls[0]}`, `GET ${urls[0]}`]);
    assert.deepEqual(seenOf(urls[1]), []);
  });

  it('asks it for a tunnel where images are encrypted, and blames nobody else when it gives none', async () => {
    await configure('proxy', proxy.address);
    const { verdicts } = await check('https://img.news.org', `http://other.news.org`);
    assert.deepEqual(
      proxy.seen.filter((line) => line.startsWith('CONNECT')),
      ['CONNECT img.news.org:443'],
    );
    assert.deepEqual([verdicts[0]?.kind, verdicts[0]?.cause], ['unreachable', 'proxy']);
    assert.match(verdicts[0]?.detail ?? '', /it answers 403$/);
  });

  it('trusts an encrypted proxy of unknown origin only where VS Code does', async () => {
    const secure = await CountingProxy.start(server.port, true);
    try {
      await configure('proxy', secure.address);
      await configure('noProxy', ['127.0.0.1']);
      const strict = await check('http://img.news.org', `http://127.0.0.1:${server.port}`);
      assert.deepEqual([strict.verdicts[0]?.kind, secure.seen], ['unreachable', []]);
      await configure('proxyStrictSSL', false);
      const lax = await check('http://img.news.org');
      assert.equal(lax.verdicts[0]?.kind, 'ok');
      assert.equal(secure.seen.length, 2);
    } finally {
      await secure.close();
    }
  });

  it('leads through the proxy of the environment where VS Code names none', async () => {
    process.env.http_proxy = proxy.address;
    try {
      const { urls, verdicts } = await check('http://img.news.org');
      assert.equal(verdicts[0]?.kind, 'ok');
      assert.deepEqual(seenOf(urls[0]), [`HEAD ${urls[0]}`, `GET ${urls[0]}`]);
    } finally {
      delete process.env.http_proxy;
    }
  });

  it('is known to be closed when no server at all is reached: nothing is marked then', async () => {
    await configure('proxy', nowhere);
    const { end, verdicts } = await check('http://a.news.org', 'http://b.news.org', 'https://c.news.org');
    assert.equal(end, 'offline');
    assert.deepEqual(verdicts, [undefined, undefined, undefined]);
    const uri = scratch.uri('one.md');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const checked = await sample.problems.documents.checkNow(await vscode.workspace.openTextDocument(uri));
    assert.ok(checked?.problems.every(({ rule }) => rule !== 'image/unreachable'));
    assert.ok(!rulesIn(uri).includes('image/unreachable'));
  });
});
