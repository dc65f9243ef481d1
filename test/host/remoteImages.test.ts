import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { RemoteImages } from '../../src/extension/workspace/images/remoteImages';
import { KnownVerdicts } from '../../src/extension/workspace/problems/knownVerdicts';
import { eventually } from '../support/eventually';
import { ImageServer } from '../support/imageServer';
import { changeSetting } from './changeSetting';
import { actionsAt, diagnosticFor, diagnosticsOf, perform, placeOf, withoutRule } from './checkedEditor';
import { applyInPreview } from './refactoringPreview';
import { type OpenSample, openSample } from './sampleArchive';
import { ScratchFolder } from './scratchFolder';

const head = '---\ntitle: 渡轮 🚢 回来了\nsource: Scratch Gazette\ndate: 2021-04-05\n---\n';

describe('remote images', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;
  let server: ImageServer;
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

  beforeEach(() => {
    scratch = new ScratchFolder(sample);
  });

  afterEach(() => scratch.remove());

  /** Nobody has ever asked for it. */
  const address = (kind: string): string => `http://127.0.0.1:${server.port}/${kind}/${++number}.png`;
  const open = async (name: string, text: string): Promise<vscode.TextEditor> => {
    await scratch.write(name, text);
    await scratch.shows(name, '渡轮 🚢 回来了');
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(scratch.uri(name)));
  };
  const check = (name: string) =>
    sample.remoteImages.check([{ archive: sample.archive, paths: [scratch.path(name)] }], {
      wanted: 'due',
      signal: new AbortController().signal,
    });

  it('are marked on the exact address, and nobody is asked a second time', async () => {
    const url = address('missing');
    const fine = address('ok');
    const editor = await open('one.md', `${head}<p>图 🚢</p><p><img src="${url}"> <img src="${fine}"></p>\n`);
    const { document } = editor;
    await vscode.commands.executeCommand('marginalia.checkImages', document.uri);
    const diagnostic = await diagnosticFor(document.uri, 'image/broken');
    assert.deepEqual(diagnostic.range, placeOf(document, url));
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(diagnosticsOf(document.uri).filter(({ message }) => /server/.test(message)).length, 1);
    const { requests } = server;
    assert.deepEqual(await check('one.md'), { end: 'done', total: 2, done: 2, remembered: 2, broken: 1 });
    assert.equal(server.requests, requests);
  });

  it('are checked of the article whose preview is in front', async () => {
    const { document } = await open('one.md', `${head}<img src="${address('missing')}">\n`);
    await vscode.commands.executeCommand('marginalia.openPreview', document.uri);
    const isInFront = () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview &&
      vscode.window.activeTextEditor === undefined;
    await eventually('the preview is in front', isInFront);
    await vscode.commands.executeCommand('marginalia.checkImages');
    await diagnosticFor(document.uri, 'image/broken');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('are told of articles that nobody has opened, and found again by whoever reads the archive anew', async () => {
    await scratch.write('one.md', `${head}<img src="${address('gone')}">\n`);
    await scratch.shows('one.md', '渡轮 🚢 回来了');
    const { problems } = sample.archive;
    const rules = (): readonly string[] => problems.of(scratch.path('one.md')).map(({ rule }) => rule);
    await eventually('the first check', () => rules().includes('image/insecure'));
    assert.ok(!rules().includes('image/broken'));
    await check('one.md');
    await eventually('the image is known to be broken', () => rules().includes('image/broken'));
    sample.problems.checksOf(sample.archive)?.restart();
    await eventually('all are checked', () => sample.problems.checksOf(sample.archive)?.progress === undefined);
    assert.ok(rules().includes('image/broken'));
  });

  it('get their new address where they have moved', async () => {
    const url = address('moved');
    const { document } = await open('one.md', `${head}<img src="${url}">\n`);
    await check('one.md');
    const { range } = await diagnosticFor(document.uri, 'image/moved');
    const there = url.replace('/moved/', '/ok/');
    await perform(await offered(document.uri, range, `Write the new URL: ${there}`));
    assert.equal(document.getText(), `${head}<img src="${there}">\n`);
    await withoutRule(document.uri, 'image/moved');
  });

  it('say in the hover when and as what they were seen, with the picture', async () => {
    const url = address('ok');
    const lost = address('missing');
    const front = head.replace('date:', `headimg: ${url}\ndate:`);
    const { document } = await open('one.md', `${front}<img src="${lost}">\n`);
    assert.match(await hoverAt(document, url), /never checked.*command:marginalia\.checkImages/);
    await check('one.md');
    const shown = await hoverAt(document, url);
    assert.match(shown, /The image is there\\\.[\s\S]*PNG · 40 × 30 · [\s\S]*Last checked\\: /);
    assert.ok(shown.includes(`![](${url}|width=40)`), shown);
    const told = await hoverAt(document, lost);
    assert.match(told, /Last checked/);
    assert.doesNotMatch(told, /no such image/);
    assert.ok(!told.includes('width=320'), told);
  });

  it('stop when a person says so, and what is known by then is kept', async () => {
    const hanging = address('hangs');
    const lost = address('missing');
    const { document } = await open('one.md', `${head}<img src="${lost}"> <img src="${hanging}">\n`);
    const stop = new AbortController();
    const run = sample.remoteImages.check([{ archive: sample.archive, paths: [scratch.path('one.md')] }], {
      wanted: 'due',
      signal: stop.signal,
      onProgress: ({ done }) => done > 0 && stop.abort(),
    });
    const { end, done, total } = await run;
    assert.deepEqual({ end, done, total }, { end: 'stopped', done: 1, total: 2 });
    await diagnosticFor(document.uri, 'image/broken');
    assert.equal(sample.remoteImages.verdicts.of(hanging), undefined);
  });

  it('are asked for again where they were broken, and only those', async () => {
    const lost = address('missing');
    await open('one.md', `${head}<img src="${lost}"> <img src="${address('ok')}">\n`);
    await check('one.md');
    const gets = (): number => server.requests;
    const before = gets();
    const again = await sample.remoteImages.check([{ archive: sample.archive, paths: [scratch.path('one.md')] }], {
      wanted: 'broken',
      signal: new AbortController().signal,
    });
    assert.deepEqual([again.total, again.broken, again.remembered], [1, 1, 0]);
    assert.ok(gets() > before);
  });

  it('are not asked for where nothing allows the address', async () => {
    await changeSetting('images.allowPrivateHosts', undefined);
    try {
      const { document } = await open('one.md', `${head}<img src="${address('missing')}">\n`);
      const before = server.requests;
      const { end, broken } = await check('one.md');
      assert.deepEqual({ end, broken }, { end: 'done', broken: 0 });
      assert.equal(server.requests, before);
      await withoutRule(document.uri, 'image/broken');
    } finally {
      await changeSetting('images.allowPrivateHosts', ['127.0.0.1']);
    }
  });

  it('are downloaded beside the article in one step that can be undone', async () => {
    const url = address('ok');
    const text = `${head}<img src="${url}"> <img src="${url}" alt="again">\n`;
    const { document } = await open('one.md', text);
    const range = placeOf(document, `src="${url}"> `);
    const [action] = (await actionsAt(document.uri, range, 'refactor.rewrite')).filter(({ title }) =>
      title.startsWith('Download'),
    );
    assert.ok(action);
    await perform(action);
    const names = (await readdir(scratch.onDisk)).filter((name) => name.endsWith('.png'));
    assert.equal(names.length, 1);
    assert.match(names[0] ?? '', /^image-[0-9a-f]{16}\.png$/);
    assert.equal((await readFile(join(scratch.onDisk, names[0] ?? ''))).subarray(1, 4).toString(), 'PNG');
    assert.equal(document.getText(), text.replaceAll(url, names[0] ?? ''));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('are downloaded for a whole article by its command', async () => {
    const [one, lost] = [address('ok'), address('missing')];
    const { document } = await open('one.md', `${head}<img src="${one}"> <img src="${lost}">\n`);
    await vscode.commands.executeCommand('marginalia.localiseImages', document.uri);
    await eventually('the text points to the file', () => !document.getText().includes(one));
    assert.match(document.getText(), /<img src="image-[0-9a-f]{16}\.png"> <img src="http/);
    assert.ok(document.getText().includes(lost));
  });

  it('are downloaded once for all articles of a group, after a look', async () => {
    const url = address('ok');
    for (const name of ['a.md', 'b.md', 'sub/c.md']) await scratch.write(name, `${head}<img src="${url}">\n`);
    for (const name of ['a.md', 'b.md', 'sub/c.md']) await scratch.shows(name, '渡轮 🚢 回来了');
    const row = sample.trees.rowOf(scratch.uri('a.md'));
    assert.ok(row);
    const command = 'marginalia.localiseImages';
    const texts = () =>
      Promise.all(['a.md', 'b.md', 'sub/c.md'].map((name) => readFile(join(scratch.onDisk, name), 'utf8')));
    await applyInPreview(
      () => vscode.commands.executeCommand(command, row.group.topmost),
      async () => !(await texts()).join().includes(url),
    );
    const pictures = (await readdir(scratch.onDisk, { recursive: true })).filter((name) => name.endsWith('.png'));
    assert.equal(pictures.length, 2);
  });

  it('come from a web archive when a person asks for that', async () => {
    const asked: string[] = [];
    const archive = await answering((path) => {
      asked.push(path);
      const closest = {
        available: true,
        url: 'http://web.archive.example/web/20210406120000/http://x.example/a.png',
        timestamp: '20210406120000',
      };
      return JSON.stringify({ archived_snapshots: { closest } });
    });
    await changeSetting(
      'images.archiveEndpoint',
      `http://127.0.0.1:${(archive.address() as AddressInfo).port}/available`,
    );
    try {
      const url = address('missing');
      const { document } = await open('one.md', `${head}<img src="${url}">\n`);
      await check('one.md');
      const { range } = await diagnosticFor(document.uri, 'image/broken');
      assert.deepEqual(asked, []);
      await perform(await offered(document.uri, range, 'Look for a snapshot in a web archive'));
      const snapshot = 'https://web.archive.example/web/20210406120000im_/http://x.example/a.png';
      assert.equal(document.getText(), `${head}<img src="${snapshot}">\n`);
      assert.equal(asked.length, 1);
      assert.match(asked[0] ?? '', /timestamp=20210/);
    } finally {
      await changeSetting('images.archiveEndpoint', undefined);
      archive.close();
    }
  });

  it('are known as stand-ins, wherever they are sent, once a person has said that one is', async () => {
    const [one, other, fine] = [address('notFoundPicture'), address('notFoundPicture'), address('ok')];
    const { document } = await open('one.md', `${head}<img src="${one}">\n`);
    await scratch.write('other.md', `${head}<img src="${other}"> <img src="${fine}">\n`);
    await scratch.shows('other.md', '渡轮 🚢 回来了');
    for (const name of ['one.md', 'other.md']) await check(name);
    const settings = vscode.workspace.getConfiguration('marginalia.images');
    try {
      const before = server.requests;
      const title = 'Treat this picture as “not found”, here and wherever it is sent';
      const action = await eventually('the action is offered', async () => {
        const actions = await actionsAt(document.uri, placeOf(document, one), 'refactor.rewrite');
        return actions.find((each) => each.title === title);
      });
      await perform(action);
      await diagnosticFor(document.uri, 'image/remote-placeholder');
      const verdicts = [one, other, fine].map((url) => sample.remoteImages.verdicts.of(url)?.kind);
      assert.deepEqual(verdicts, ['placeholder', 'placeholder', 'ok']);
      // Fetched once, then each that is as large once more.
      assert.ok(server.requests - before <= 1 + 2 * 2, `${server.requests - before} requests`);
      assert.equal(
        vscode.workspace.getConfiguration('marginalia.images').get<string[]>('placeholderHashes')?.length,
        1,
      );
    } finally {
      await settings.update('placeholderHashes', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('can be accepted as broken with a reason', async () => {
    const { document } = await open('one.md', `${head}<p>Text</p>\n<img src="${address('missing')}">\n`);
    await check('one.md');
    const { range } = await diagnosticFor(document.uri, 'image/broken');
    const action = await offered(document.uri, range, 'Mark the image as known to be broken, with a reason…');
    const done = perform(action);
    await eventually('the answer is taken', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.isDirty;
    });
    await done;
    assert.match(
      document.getText(),
      /<!-- marginalia-disable-next-line image\/broken: gone \(404\), \d{4}-\d\d-\d\d -->\n<img/,
    );
    await withoutRule(document.uri, 'image/broken');
  });

  it('are checked on opening where a person wants that', async () => {
    await changeSetting('images.checkRemote', 'onOpen');
    try {
      const { document } = await open('one.md', `${head}<img src="${address('html')}">\n`);
      await diagnosticFor(document.uri, 'image/not-an-image');
    } finally {
      await changeSetting('images.checkRemote', undefined);
    }
  });

  it('are left alone in a browser', async () => {
    const kept = new KnownVerdicts({ read: async () => undefined, write: async () => undefined }, sample.log);
    const images = new RemoteImages(kept, sample.problems, undefined, sample.log);
    assert.equal(images.obstacle, 'browser');
    await assert.rejects(images.fetching(new AbortController().signal, async () => undefined));
    images.dispose();
  });
});

/** The list is empty while VS Code has just opened a document. */
async function offered(uri: vscode.Uri, range: vscode.Range, title: string): Promise<vscode.CodeAction> {
  return eventually(`the action “${title}”`, async () =>
    (await actionsAt(uri, range)).find((action) => action.title === title),
  );
}

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const command = 'vscode.executeHoverProvider';
  const { start } = placeOf(document, text);
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    command,
    document.uri,
    start.translate(0, 2),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

async function answering(answer: (path: string) => string): Promise<Server> {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(answer(request.url ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
