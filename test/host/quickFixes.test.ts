import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { actionNamed, actionsAt, diagnosticFor, offeredAt, perform, rulesIn, withoutRule } from './checkedEditor';
import { type OpenSample, openSample } from './sampleArchive';
import { ScratchFolder } from './scratchFolder';

const head = `---\ntitle: 渡轮 🚢 回来了\nsource: Scratch Gazette\ndate: 2021-04-05\n---\n`;
const picture = (name: string): string => `<p>甲 🚢 <img src="https://https://news.example/${name}.jpg"></p>\n`;

describe('quick fixes', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;

  before(async () => {
    sample = await openSample();
  });

  beforeEach(() => {
    scratch = new ScratchFolder(sample);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await scratch.remove();
  });

  it('mend a problem with one edit, and one undo takes it back', async () => {
    const text = head + picture('a');
    const editor = await open('one.md', text);
    const { document } = editor;
    const { range } = await diagnosticFor(document.uri, 'image/malformed-url');
    const [first] = await offeredAt(document.uri, range);
    assert.equal(first?.isPreferred, true);
    assert.equal(first.edit?.size, 1);
    await perform(first);
    assert.equal(document.getText(), text.replace('https://https://', 'https://'));
    await withoutRule(document.uri, 'image/malformed-url');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await diagnosticFor(document.uri, 'image/malformed-url');
  });

  it('are offered in the order of their use', async () => {
    const editor = await open('one.md', head + picture('a') + picture('b'));
    const { uri } = editor.document;
    const { range } = await diagnosticFor(uri, 'image/malformed-url');
    const titles = (await offeredAt(uri, range)).map(({ title }) => title);
    assert.deepEqual(titles.slice(1), [
      'Fix all of image/malformed-url in this article',
      'Fix all safe problems in this article',
      'Ignore image/malformed-url in this line',
      'Ignore image/malformed-url in this article',
      'Ignore image/malformed-url in this article in config.json',
      'Ignore image/malformed-url for this source or folder…',
      'Turn off image/malformed-url in this archive',
      'Change severity of image/malformed-url…',
      'Explain image/malformed-url',
    ]);
  });

  it('say which of them guess, and prefer none of those', async () => {
    const editor = await open('one.md', '# The ferry is back\n\nText\n');
    const { uri } = editor.document;
    const { range } = await diagnosticFor(uri, 'front-matter/missing');
    const [first] = await offeredAt(uri, range);
    assert.match(first?.title ?? '', / \(a guess\)$/);
    assert.notEqual(first?.isPreferred, true);
  });

  it('mend all problems of a rule, or all that can be without guessing', async () => {
    const text = `\n${head}${picture('a')}${picture('b')}<p><img src="missing.png"></p>\n`;
    const editor = await open('one.md', text);
    const { document } = editor;
    const { range } = await diagnosticFor(document.uri, 'image/malformed-url');
    await perform(await actionNamed(document.uri, range, 'Fix all of image/malformed-url in this article'));
    assert.equal(document.getText(), text.replaceAll('https://https://', 'https://'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await diagnosticFor(document.uri, 'image/malformed-url');
    await perform(await actionNamed(document.uri, range, 'Fix all safe problems in this article'));
    assert.equal(document.getText(), text.slice(1).replaceAll('https://https://', 'https://'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('mend all at a command', async () => {
    const text = `\n${head}${picture('a')}${picture('b')}`;
    await scratch.write('one.md', text);
    await scratch.shows('one.md', '渡轮 🚢 回来了');
    await vscode.commands.executeCommand('marginalia.fixArticle', scratch.uri('one.md'));
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.getText(), text.slice(1).replaceAll('https://https://', 'https://'));
    assert.equal(document.isDirty, true);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await vscode.commands.executeCommand('marginalia.fixArticle');
    assert.equal(document.getText(), text.slice(1).replaceAll('https://https://', 'https://'));
  });

  it('mend what was typed, however soon they are asked for', async () => {
    const editor = await open('one.md', head);
    const { document } = editor;
    await diagnosticFor(document.uri, 'body/empty');
    const last = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(last, picture('a')));
    const [action] = await offeredAt(document.uri, new vscode.Range(0, 0, document.lineCount, 0), 'source.fixAll');
    assert.ok(action);
    await perform(action);
    assert.equal(document.getText(), head + picture('a').replace('https://https://', 'https://'));
  });

  it('are done on save where a person wants that', async () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
    const target = vscode.ConfigurationTarget.Global;
    await settings.update('codeActionsOnSave', { 'source.fixAll.marginalia': 'explicit' }, target, true);
    try {
      const text = head + picture('a');
      const editor = await open('one.md', `\n${text}`);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
      await editor.document.save();
      assert.equal(editor.document.getText(), text.replace('https://https://', 'https://'));
      assert.equal(
        await readFile(join(scratch.onDisk, 'one.md'), 'utf8'),
        text.replace('https://https://', 'https://'),
      );
    } finally {
      await settings.update('codeActionsOnSave', undefined, target, true);
    }
  });

  for (const [title, expected] of [
    [
      'Ignore image/malformed-url in this line',
      `${head}<!-- marginalia-disable-next-line image/malformed-url -->\n${picture('a')}`,
    ],
    [
      'Ignore image/malformed-url in this article',
      head.replace('05\n', '05\nmarginalia-disable: [image/malformed-url]\n') + picture('a'),
    ],
  ] as const) {
    it(`can do: ${title}`, async () => {
      const { document } = await open('one.md', head + picture('a'));
      const { range } = await diagnosticFor(document.uri, 'image/malformed-url');
      await perform(await actionNamed(document.uri, range, title));
      assert.equal(document.getText(), expected);
      await withoutRule(document.uri, 'image/malformed-url');
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), head + picture('a'));
    });
  }

  it('can ignore a rule in the configuration, which keeps all else in it', async () => {
    const config = join(sample.archive.folder.uri.fsPath, '.marginalia', 'config.json');
    const before = await readFile(config, 'utf8');
    const { document } = await open('one.md', head + picture('a'));
    try {
      const { range } = await diagnosticFor(document.uri, 'image/malformed-url');
      await perform(
        await actionNamed(document.uri, range, 'Ignore image/malformed-url in this article in config.json'),
      );
      await withoutRule(document.uri, 'image/malformed-url');
      const after = JSON.parse(await readFile(config, 'utf8'));
      assert.deepEqual(after.problems.ignore, [{ rule: 'image/malformed-url', paths: [scratch.path('one.md')] }]);
      assert.deepEqual({ ...after, problems: undefined }, { ...JSON.parse(before), problems: undefined });
      assert.equal(document.isDirty, false);
      await vscode.window.showTextDocument(vscode.Uri.file(config));
      await vscode.commands.executeCommand('undo');
      assert.equal(vscode.window.activeTextEditor?.document.getText(), before);
      await vscode.window.activeTextEditor?.document.save();
      await diagnosticFor(document.uri, 'image/malformed-url');
    } finally {
      await writeFile(config, before);
    }
    await eventually('it is as before', () => rulesIn(document.uri).includes('image/malformed-url'));
  });

  it('are not offered where nothing is wrong, nor in a file that is no article', async () => {
    const good = await open('one.md', `${head}<p>Text</p>\n`);
    assert.deepEqual(await actionsAt(good.document.uri, new vscode.Range(0, 0, 5, 0)), []);
    assert.deepEqual(await actionsAt(good.document.uri, new vscode.Range(0, 0, 5, 0), 'source.fixAll'), []);
    const note = await vscode.workspace.openTextDocument({ language: 'markdown', content: picture('a') });
    assert.deepEqual(await actionsAt(note.uri, new vscode.Range(0, 0, 1, 0)), []);
    assert.deepEqual(await actionsAt(note.uri, new vscode.Range(0, 0, 1, 0), 'source.fixAll'), []);
  });

  async function open(name: string, text: string): Promise<vscode.TextEditor> {
    await scratch.write(name, text);
    return vscode.window.showTextDocument(scratch.uri(name), { preview: false });
  }
});
