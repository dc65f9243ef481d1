import assert from 'node:assert/strict';
import { rename, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { Previews } from '../../src/extension/features/preview/previews';
import { previewWords } from '../../src/extension/features/preview/previewWords';
import { previewStrings } from '../../src/protocol/previewStrings';
import { eventually } from '../support/eventually';
import { FakePanel } from './fakePanel';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';

const trial = '北湾晚报/2022-03-08 三号线试运行.md';
const ferry = '2026/battery-ferry.md';
const lighthouse = '2014/The lighthouse logbook.md';

describe('the preview', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;
  let previews: Previews;
  const changed: string[] = [];

  before(async () => {
    sample = await openSample();
    scratch = new ScratchFolder(sample);
  });

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await sample.context.workspaceState.update('preview.remoteImages', undefined);
    await sample.context.workspaceState.update('preview.locked', undefined);
    previews = new Previews(sample);
  });

  afterEach(async () => {
    previews.dispose();
    for (const name of changed.splice(0)) await configure(name, undefined);
    sample.archive.marks.mark([...sample.archive.index.paths()], false);
    await scratch.remove();
  });

  const uriOf = (path: string): vscode.Uri => vscode.Uri.joinPath(sample.archive.folder.uri, path);

  async function configure(name: string, value: unknown): Promise<void> {
    if (value !== undefined) changed.push(name);
    await vscode.workspace.getConfiguration('marginalia').update(name, value, vscode.ConfigurationTarget.Workspace);
  }

  /** A preview of an article in a panel without a page, which has said that it is ready. */
  async function open(path: string, column?: vscode.ViewColumn): Promise<FakePanel> {
    const fake = new FakePanel(column);
    await previews.deserializeWebviewPanel(fake.panel, { article: uriOf(path).toString(), offset: 0 });
    fake.say({ kind: 'ready' });
    await fake.render('the article', ({ article }) => article === uriOf(path).toString());
    return fake;
  }

  it('has all its words, in English as the page knows them by itself', () => {
    assert.deepEqual(previewWords(), previewStrings);
  });

  it('tells a page that is ready all it needs, in messages that the page takes', async () => {
    const fake = await open(trial);
    assert.deepEqual(fake.malformed, []);
    assert.deepEqual(
      fake.sent.slice(0, 4).map(({ kind }) => kind),
      ['strings', 'settings', 'standing', 'render'],
    );
    const { head, html, images } = await fake.render('the article');
    assert.equal(head.title, '电车三号线开始空载试运行，“会下沉的站台”首次亮相');
    assert.equal(head.source, '北湾晚报');
    assert.equal(head.date, '2022-03-08 09:15');
    assert.equal(head.isoDate, '2022-03-08T01:15:00.000Z');
    assert.equal(head.dateText, 'Tue, 08 Mar 2022 01:15:00 GMT');
    assert.match(html, /三号线/);
    const local = images.find(({ src }) => src !== undefined);
    assert.match(local?.src ?? '', /^https:\/\/webview\.test\/.*tram%20line%20plan\.svg$/);
    assert.equal(fake.panel.title, `Preview: ${head.title}`);
  });

  it('is locked into a page that may load nothing but its own files and the archive', async () => {
    const fake = await open(trial);
    const shell = fake.shells.at(-1) ?? '';
    assert.match(shell, /default-src &#39;none&#39;/);
    assert.match(shell, /img-src https:\/\/webview\.test data:;/);
    assert.deepEqual(
      fake.options.localResourceRoots?.map(({ path }) => path),
      [vscode.Uri.joinPath(sample.context.extensionUri, 'dist').path, sample.archive.folder.uri.path],
    );
    assert.equal(fake.options.enableForms, false);
    const nonces = new Set([...shell.matchAll(/nonce="(\w+)"/g)].map(([, nonce]) => nonce));
    assert.equal(nonces.size, 1);
    const other = await open(ferry);
    assert.ok(!other.shells.at(-1)?.includes([...nonces][0] ?? ''), 'a nonce is never used twice');
  });

  it('shows what is typed and not saved', async () => {
    await scratch.write('live.md', articleText('Written'));
    await scratch.shows('live.md', 'Written');
    const fake = await open(scratch.path('live.md'));
    const before = await fake.render('as written', ({ head }) => head.title === 'Written');
    const editor = await vscode.window.showTextDocument(scratch.uri('live.md'));
    const at = editor.document.getText().indexOf('Written');
    const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 7));
    await editor.edit((edit) => edit.replace(range, 'Typed'));
    const after = await fake.render('as typed', ({ head }) => head.title === 'Typed', 1000);
    assert.ok(after.version > before.version);
    assert.equal(after.article, before.article);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await fake.render('as saved', ({ head }) => head.title === 'Written');
  });

  it('never shows an article after one that was asked for later', async () => {
    const fake = await open(ferry);
    for (const path of [trial, lighthouse, ferry, trial, lighthouse]) previews.follow(uriOf(path));
    await fake.render('the last one', ({ article }) => article === uriOf(lighthouse).toString());
    await eventually('all is rendered', () => fake.panel.title.includes('lighthouse'));
    const versions = fake.of('render').map(({ version }) => version);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.equal(fake.of('render').at(-1)?.article, uriOf(lighthouse).toString());
  });

  it('follows the active article unless it is locked, also after a restart', async () => {
    const follower = await open(ferry, vscode.ViewColumn.One);
    const stays = await open(ferry, vscode.ViewColumn.Two);
    const [, locked] = previews.panels;
    assert.ok(locked);
    previews.lock(locked, true);
    previews.follow(uriOf(lighthouse));
    await follower.render('the other article', ({ article }) => article === uriOf(lighthouse).toString());
    assert.equal(stays.of('render').at(-1)?.article, uriOf(ferry).toString());
    previews.dispose();
    previews = new Previews(sample);
    const restored = await open(ferry);
    previews.follow(uriOf(trial));
    const unlocked = await open(lighthouse);
    previews.follow(uriOf(trial));
    await unlocked.render('the followed article', ({ article }) => article === uriOf(trial).toString());
    assert.equal(restored.of('render').at(-1)?.article, uriOf(ferry).toString());
  });

  it('passes over what is no message of the page', async () => {
    const fake = await open(ferry);
    for (const message of [
      { kind: 'openLink', url: 'command:workbench.action.closeWindow' },
      { kind: 'openLink', url: 'javascript:alert(1)' },
      { kind: 'changeSettings', settings: { textOnly: 1, textSize: 9000, width: 'x', typeface: 'y' } },
      { kind: 'markRead', isRead: 'yes' },
      { kind: 'unheardOf' },
      { kind: 'go', to: '../../etc' },
    ]) {
      fake.say(message);
    }
    fake.say({ kind: 'markRead', isRead: true });
    await fake.last('it is read', 'standing', ({ isRead }) => isRead);
    assert.equal(vscode.workspace.getConfiguration('marginalia').get('preview.textSize'), 100);
  });

  it('writes what is chosen in it into the settings, and shows what the settings say', async () => {
    const fake = await open(ferry);
    try {
      for (const textSize of [110, 120, 130]) {
        const settings = { textOnly: true, textSize, width: 'wide', typeface: 'serif' } as const;
        fake.say({ kind: 'changeSettings', settings });
      }
      const settings = vscode.workspace.getConfiguration.bind(undefined, 'marginalia.preview');
      await eventually('they are written', () => settings().get('textSize') === 130);
      assert.deepEqual(
        ['textOnly', 'width', 'typeface'].map((name) => settings().get(name)),
        [true, 'wide', 'serif'],
      );
    } finally {
      for (const name of ['textOnly', 'textSize', 'width', 'typeface']) {
        await vscode.workspace.getConfiguration('marginalia.preview').update(name, undefined, true);
      }
    }
    const usual = { textOnly: false, textSize: 100, width: 'medium', typeface: 'sans' };
    const isUsual = (settings: object): boolean => JSON.stringify(settings) === JSON.stringify(usual);
    await fake.last('the usual settings', 'settings', ({ settings }) => isUsual(settings));
    await configure('preview.textSize', 5000);
    await fake.last('as large as can be', 'settings', ({ settings }) => settings.textSize === 200);
  });

  it('asks before images come from elsewhere, once for an archive', async () => {
    const fake = await open(trial);
    const remote = (message: { readonly images: readonly { readonly src?: string; readonly reason?: string }[] }) =>
      message.images.filter(({ src, reason }) => reason?.startsWith('remote') || src?.includes('example'));
    const asked = await fake.render('the article');
    assert.ok(asked.mayLoadRemote);
    assert.ok(remote(asked).length > 0 && remote(asked).every(({ reason }) => reason === 'remoteAsk'));
    assert.equal(asked.blocked.filter(({ kind }) => kind === 'remoteImage').length, remote(asked).length);
    fake.say({ kind: 'loadRemoteImages' });
    await eventually('another page', () => fake.shells.length === 2);
    assert.match(fake.shells[1] ?? '', /img-src [^;]* https: http:/);
    fake.say({ kind: 'ready' });
    const loaded = await fake.render('with images', ({ mayLoadRemote }) => !mayLoadRemote);
    assert.ok(remote(loaded).every(({ src }) => src?.startsWith('http')));
    const other = await open(ferry);
    assert.match(other.shells.at(-1) ?? '', /https: http:/);
    await configure('preview.remoteImages', 'never');
    await eventually('a page without', () => fake.shells.length === 3);
    assert.doesNotMatch(fake.shells[2] ?? '', /https: http:/);
    fake.say({ kind: 'ready' });
    const off = await fake.render('without', ({ images }) => images.some(({ reason }) => reason === 'remoteOff'));
    assert.equal(off.mayLoadRemote, false);
    fake.say({ kind: 'loadRemoteImages' });
    await configure('preview.remoteImages', 'always');
    await eventually('a page with', () => fake.shells.length === 4);
    assert.match(fake.shells[3] ?? '', /https: http:/);
  });

  it('marks an article read at its end, as far as a person wants that', async () => {
    const { marks } = sample.archive;
    const fake = await open(ferry);
    const end = (): void => fake.say({ kind: 'didReachEnd', version: fake.version });
    end();
    await fake.last('it is read', 'standing', ({ isRead }) => isRead);
    fake.say({ kind: 'markRead', isRead: false });
    await fake.last('it is unread', 'standing', ({ isRead }) => !isRead);
    end();
    await configure('preview.markRead', 'never');
    const second = await open(lighthouse);
    second.say({ kind: 'didReachEnd', version: second.version });
    await configure('preview.markRead', 'onEnd');
    await configure('articles.markRead', 'manually');
    const third = await open(trial);
    third.say({ kind: 'didReachEnd', version: third.version });
    assert.deepEqual(
      [ferry, lighthouse, trial].map((path) => marks.isUnread(path)),
      [true, true, true],
    );
  });

  it('goes through the articles in the order of the tree', async () => {
    const tree = sample.trees.treeOf(sample.archive);
    const rows = [tree?.next(undefined, 1, 'any')];
    for (let at = 0; at < 2; at++) rows.push(tree?.next(rows[at], 1, 'any'));
    const [first = '', second = '', third = ''] = rows.map((row) => row?.entry.path);
    const fake = await open(first);
    const standing = await fake.last('its standing', 'standing');
    assert.deepEqual([standing.hasPrevious, standing.hasNext], [false, true]);
    const shows = (path: string) => fake.render(path, ({ article }) => article === uriOf(path).toString());
    fake.say({ kind: 'go', to: 'next' });
    await shows(second);
    await fake.last('there is one before', 'standing', ({ hasPrevious }) => hasPrevious);
    fake.say({ kind: 'go', to: 'next' });
    await shows(third);
    fake.say({ kind: 'go', to: 'previous' });
    await shows(second);
  });

  it('opens a link within the archive in itself, and says when there is no such file', async () => {
    const fake = await open(ferry);
    fake.say({ kind: 'openPath', candidates: ['nowhere.md', lighthouse], fragment: 'storms' });
    await fake.render('the other article', ({ article }) => article === uriOf(lighthouse).toString());
    await fake.last('its anchor', 'goToFragment', ({ fragment }) => fragment === 'storms');
    fake.say({ kind: 'openPath', candidates: ['../outside.md'] });
    fake.say({ kind: 'openPath', candidates: ['nowhere.md'] });
    fake.say({ kind: 'openPath', candidates: [lighthouse], fragment: 'calm' });
    await fake.last('the same article', 'goToFragment', ({ fragment }) => fragment === 'calm');
    assert.equal(fake.of('render').at(-1)?.article, uriOf(lighthouse).toString());
  });

  it('shows a place in the editor, unless it is of an older text', async () => {
    const fake = await open(ferry);
    fake.say({ kind: 'reveal', version: fake.version - 1, start: 3, end: 4 });
    fake.say({ kind: 'reveal', version: fake.version, start: 40, end: 44 });
    const editor = await eventually('an editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.path, uriOf(ferry).path);
    await eventually('the place', () => editor.document.offsetAt(editor.selection.active) === 40);
  });

  it('lists the problems of the article, and goes to them', async () => {
    const text = articleText('Broken', { date: 'Invalid Date' });
    await scratch.write('broken.md', text);
    await scratch.shows('broken.md', 'Broken');
    const fake = await open(scratch.path('broken.md'));
    const { head } = await fake.render('its problems', (message) => message.head.problems.length > 0);
    const [problem] = head.problems;
    assert.ok(problem);
    assert.equal(text.slice(problem.start, problem.end), 'Invalid Date');
    fake.say({ kind: 'openProblem', version: fake.version, start: problem.start, end: problem.end });
    const editor = await eventually('an editor', () => vscode.window.activeTextEditor);
    await eventually('the place', () => editor.document.offsetAt(editor.selection.active) === problem.start);
  });

  it('scrolls with its editor, both ways, without an echo', async () => {
    const body = Array.from({ length: 300 }, (_, at) => `Paragraph ${at}\n`).join('\n');
    await scratch.write('long.md', `---\ntitle: Long\ndate: 2031-01-01\nsource: Scratch\n---\n\n${body}`);
    await scratch.shows('long.md', 'Long');
    const editor = await vscode.window.showTextDocument(scratch.uri('long.md'));
    const { document } = editor;
    const fake = await open(scratch.path('long.md'), vscode.ViewColumn.Two);
    await fake.render('the article');
    const line = new vscode.Range(200, 0, 200, 0);
    editor.revealRange(line, vscode.TextEditorRevealType.AtTop);
    const target = document.offsetAt(line.start);
    await fake.last('the place of the editor', 'scrollTo', ({ offset }) => Math.abs(offset - target) < 40);
    const told = fake.of('scrollTo').length;
    const start = new vscode.Position(400, 0);
    fake.say({ kind: 'didScroll', version: fake.version, offset: document.offsetAt(start) });
    // Lines that stick to the top take the place of a few.
    await eventually('the editor is there', () => Math.abs((editor.visibleRanges[0]?.start.line ?? 0) - 400) < 8);
    assert.equal(fake.of('scrollTo').length, told);
    fake.say({ kind: 'didScroll', version: fake.version - 1, offset: 0 });
    assert.ok((editor.visibleRanges[0]?.start.line ?? 0) > 300);
  });

  it('says when the file is gone, and shows it when it is back or elsewhere', async () => {
    await scratch.write('there.md', articleText('There'));
    await scratch.shows('there.md', 'There');
    const fake = await open(scratch.path('there.md'));
    const { fsPath } = scratch.uri('there.md');
    await rename(fsPath, `${fsPath}.away`);
    const { version } = await fake.last('a fault', 'fault', ({ message }) => message.includes('gone'));
    await rename(`${fsPath}.away`, fsPath);
    await fake.render('it is back', (message) => message.version > version);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(scratch.uri('there.md'), scratch.uri('elsewhere.md'));
    await vscode.workspace.applyEdit(edit);
    previews.moved(scratch.uri('there.md'), scratch.uri('elsewhere.md'));
    await fake.render('it has moved', ({ article }) => article === scratch.uri('elsewhere.md').toString());
    // What comes and goes in a moment is told of by nobody.
    await scratch.shows('elsewhere.md', 'There');
    await rm(scratch.uri('elsewhere.md').fsPath);
    await fake.last('it is gone', 'fault', (fault) => fault.version > version);
  });

  it('is silent while it is hidden, and tells all again when it is back', async () => {
    const fake = await open(ferry);
    fake.hide();
    const { length } = fake.sent;
    previews.follow(uriOf(lighthouse));
    const other = await open(trial);
    await other.render('another one');
    assert.equal(fake.sent.length, length);
    fake.say({ kind: 'ready' });
    await fake.render('what is asked for by now', ({ article }) => article === uriOf(lighthouse).toString());
    assert.deepEqual(
      fake.sent.slice(length, length + 4).map(({ kind }) => kind),
      ['strings', 'settings', 'standing', 'render'],
    );
  });

  it('closes a panel that nothing is known of', async () => {
    for (const state of [undefined, {}, { article: 5, offset: 0 }, 'text']) {
      const fake = new FakePanel();
      await previews.deserializeWebviewPanel(fake.panel, state);
      assert.ok(fake.isDisposed);
    }
  });

  it('lays out two megabytes in a thread, while the host goes on', async () => {
    const paragraph = `<p>${'Long articles are read too. '.repeat(18)}</p>\n`;
    const text = articleText('Large') + paragraph.repeat(Math.ceil(2_000_000 / paragraph.length));
    const { reading, imageFields, imageRoots, standInImages } = sample.archive.checkSettings;
    const options = { path: scratch.path('large.md'), reading, imageFields, imageRoots, standInImages };
    let longestTurn = 0;
    let turn = performance.now();
    const timer = setInterval(() => {
      longestTurn = Math.max(longestTurn, performance.now() - turn);
      turn = performance.now();
    }, 5);
    const start = performance.now();
    const prepared = await sample.prepareArticle(text, options);
    clearInterval(timer);
    const took = performance.now() - start;
    console.log(`2 MB: prepared in ${took.toFixed(0)} ms, the host's longest turn ${longestTurn.toFixed(0)} ms.`);
    assert.ok(prepared.html.length > 1_900_000);
    assert.ok(took < 5000 && longestTurn < 1000, `${took} ms, ${longestTurn} ms`);
  });

  it('opens by its commands: in this column, to the side, and in place of an editor', async () => {
    await vscode.commands.executeCommand('marginalia.openPreview', uriOf(ferry));
    const tabs = (): readonly string[] =>
      vscode.window.tabGroups.all.flatMap(({ viewColumn, tabs }) =>
        tabs.map((tab) => {
          const { input } = tab;
          const kind =
            input instanceof vscode.TabInputWebview
              ? 'panel'
              : input instanceof vscode.TabInputCustom
                ? 'editor'
                : 'other';
          return `${viewColumn} ${kind} ${tab.label}`;
        }),
      );
    await eventually('the preview', () => tabs().join() === '1 panel Preview: Charging a ferry in nine minutes');
    await vscode.commands.executeCommand('marginalia.openPreview', uriOf(lighthouse));
    await eventually(
      'in the same tab',
      () => tabs().join() === '1 panel Preview: The lighthouse logbook, page by page',
    );
    await vscode.window.showTextDocument(uriOf(ferry), { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('marginalia.openPreviewToSide');
    await eventually('to the side', () => tabs().includes('2 panel Preview: Charging a ferry in nine minutes'));
    assert.ok(vscode.window.activeTextEditor, 'the editor keeps the focus');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('vscode.openWith', uriOf(ferry), 'marginalia.preview');
    await eventually('a custom editor', () => tabs().join() === '1 editor battery-ferry.md');
  });
});
