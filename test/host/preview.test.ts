import assert from 'node:assert/strict';
import { rename, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { annotationWords } from '../../src/extension/features/preview/annotations/annotationWords';
import { previewWords } from '../../src/extension/features/preview/previewWords';
import { previewStrings } from '../../src/protocol/previewStrings';
import { eventually } from '../support/eventually';
import { FakePanel } from './fakePanel';
import { ferry, lighthouse, OpenPreviews, trial } from './openPreviews';
import { articleText } from './scratchFolder';

describe('the preview', () => {
  const bench = new OpenPreviews();

  it('has all its words, in English as the page knows them by itself', () => {
    assert.deepEqual(previewWords(), previewStrings);
  });

  it('has its words, settings and standing in its HTML, and sends what is not in it', async () => {
    const fake = await bench.open(trial);
    assert.deepEqual(fake.data.strings, { page: previewWords(), annotations: annotationWords() });
    assert.deepEqual(
      fake.data.first.map(({ kind }) => kind),
      ['settings', 'standing'],
    );
    assert.deepEqual(
      fake.sent.slice(0, 3).map(({ kind }) => kind),
      ['settings', 'standing', 'render'],
    );
    const { head, html, images } = await fake.render('the article');
    assert.equal(head.title, '电车三号线开始空载试运行，“会下沉的站台”首次亮相');
    assert.equal(head.source, '北湾晚报');
    assert.equal(head.date, '2022-03-08 09:15 Asia/Shanghai');
    assert.equal(head.isoDate, '2022-03-08T01:15:00.000Z');
    assert.equal(head.dateText, 'Tue, 08 Mar 2022 01:15:00 GMT');
    assert.match(html, /三号线/);
    const local = images.find(({ src }) => src !== undefined);
    assert.match(local?.src ?? '', /^https:\/\/webview\.test\/.*tram%20line%20plan\.svg$/);
    assert.equal(fake.panel.title, `Preview: ${head.title}`);
  });

  it('is locked into a page that may load nothing but its own files and the archive', async () => {
    const fake = await bench.open(trial);
    const shell = fake.shells.at(-1) ?? '';
    assert.match(shell, /default-src &#39;none&#39;/);
    assert.match(shell, /img-src https:\/\/webview\.test data:;/);
    assert.deepEqual(
      fake.options.localResourceRoots?.map(({ path }) => path),
      [vscode.Uri.joinPath(bench.sample.context.extensionUri, 'dist').path, bench.sample.archive.folder.uri.path],
    );
    assert.equal(fake.options.enableForms, false);
    const nonces = new Set([...shell.matchAll(/nonce="(\w+)"/g)].map(([, nonce]) => nonce));
    assert.equal(nonces.size, 1);
    const other = await bench.open(ferry);
    assert.ok(!other.shells.at(-1)?.includes([...nonces][0] ?? ''), 'a nonce is never used twice');
  });

  it('shows what is typed and not saved', async () => {
    await bench.scratch.write('live.md', articleText('Written'));
    await bench.scratch.shows('live.md', 'Written');
    const fake = await bench.open(bench.scratch.path('live.md'));
    const before = await fake.render('as written', ({ head }) => head.title === 'Written');
    const editor = await vscode.window.showTextDocument(bench.scratch.uri('live.md'));
    const at = editor.document.getText().indexOf('Written');
    const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 7));
    await editor.edit((edit) => edit.replace(range, 'Typed'));
    const after = await fake.render('as typed', ({ head }) => head.title === 'Typed');
    assert.ok(after.version > before.version);
    assert.equal(after.article, before.article);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await fake.render('as saved', ({ head }) => head.title === 'Written');
  });

  it('never shows an article after one that was asked for later', async () => {
    const fake = await bench.open(ferry);
    for (const path of [trial, lighthouse, ferry, trial, lighthouse]) bench.previews.follow(bench.uriOf(path));
    await fake.render('the last one', ({ article }) => article === bench.uriOf(lighthouse).toString());
    await eventually('all is rendered', () => fake.panel.title.includes('lighthouse'));
    const versions = fake.of('render').map(({ version }) => version);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.equal(fake.of('render').at(-1)?.article, bench.uriOf(lighthouse).toString());
  });

  it('follows the active article unless it is locked, also after a restart', async () => {
    const follower = await bench.open(ferry, vscode.ViewColumn.One);
    const stays = await bench.open(ferry, vscode.ViewColumn.Two);
    const [, locked] = bench.previews.panels;
    assert.ok(locked);
    bench.previews.lock(locked, true);
    bench.previews.follow(bench.uriOf(lighthouse));
    await follower.render('the other article', ({ article }) => article === bench.uriOf(lighthouse).toString());
    assert.equal(stays.of('render').at(-1)?.article, bench.uriOf(ferry).toString());
    bench.restart();
    const restored = await bench.open(ferry);
    bench.previews.follow(bench.uriOf(trial));
    const unlocked = await bench.open(lighthouse);
    bench.previews.follow(bench.uriOf(trial));
    await unlocked.render('the followed article', ({ article }) => article === bench.uriOf(trial).toString());
    assert.equal(restored.of('render').at(-1)?.article, bench.uriOf(ferry).toString());
  });

  it('passes over what is no message of the page', async () => {
    const fake = await bench.open(ferry);
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

  it('says when the file is gone, and shows it when it is back or elsewhere', async () => {
    await bench.scratch.write('there.md', articleText('There'));
    await bench.scratch.shows('there.md', 'There');
    const fake = await bench.open(bench.scratch.path('there.md'));
    const { fsPath } = bench.scratch.uri('there.md');
    await rename(fsPath, `${fsPath}.away`);
    const { version } = await fake.last('a fault', 'fault', ({ message }) => message.includes('gone'));
    await rename(`${fsPath}.away`, fsPath);
    await fake.render('it is back', (message) => message.version > version);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(bench.scratch.uri('there.md'), bench.scratch.uri('elsewhere.md'));
    await vscode.workspace.applyEdit(edit);
    bench.previews.moved(bench.scratch.uri('there.md'), bench.scratch.uri('elsewhere.md'));
    await fake.render('it has moved', ({ article }) => article === bench.scratch.uri('elsewhere.md').toString());
    // What comes and goes in a moment is told of by nobody.
    await bench.scratch.shows('elsewhere.md', 'There');
    await rm(bench.scratch.uri('elsewhere.md').fsPath);
    await fake.last('it is gone', 'fault', (fault) => fault.version > version);
  });

  it('is silent while it is hidden, and tells what has changed when it is back', async () => {
    const fake = await bench.open(ferry);
    fake.hide();
    const { length } = fake.sent;
    bench.previews.follow(bench.uriOf(lighthouse));
    const other = await bench.open(trial);
    await other.render('another one');
    await bench.configure('preview.textSize', 150);
    assert.equal(fake.sent.length, length);
    fake.say({ kind: 'ready' });
    await fake.render('what is asked for by now', ({ article }) => article === bench.uriOf(lighthouse).toString());
    // The rest is in its HTML still.
    const settings = fake.sent
      .slice(length)
      .flatMap((message) => (message.kind === 'settings' ? message.settings : []));
    assert.deepEqual([...new Set(settings.map(({ textSize }) => textSize))], [150]);
  });

  it('closes a panel that nothing is known of', async () => {
    for (const state of [undefined, {}, { article: 5, offset: 0 }, 'text']) {
      const fake = new FakePanel();
      await bench.previews.deserializeWebviewPanel(fake.panel, state);
      assert.ok(fake.isDisposed);
    }
  });

  it('opens by its commands: in this column, to the side, and in place of an editor', async () => {
    await vscode.commands.executeCommand('marginalia.openPreview', bench.uriOf(ferry));
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
    await vscode.commands.executeCommand('marginalia.openPreview', bench.uriOf(lighthouse));
    await eventually(
      'in the same tab',
      () => tabs().join() === '1 panel Preview: The lighthouse logbook, page by page',
    );
    await vscode.window.showTextDocument(bench.uriOf(ferry), { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('marginalia.openPreviewToSide');
    await eventually('to the side', () => tabs().includes('2 panel Preview: Charging a ferry in nine minutes'));
    assert.ok(vscode.window.activeTextEditor, 'the editor keeps the focus');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('vscode.openWith', bench.uriOf(ferry), 'marginalia.preview');
    await eventually('a custom editor', () => tabs().join() === '1 editor battery-ferry.md');
  });
});
