import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
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

  it('guess a date that cannot be read from the first commit of the file, and ask Git for no other', async () => {
    const undated = head.replace('2021-04-05', 'Invalid Date');
    await scratch.write('dated.md', head + picture('a'));
    await scratch.write('one.md', `${undated}<p>Text</p>\n`);
    const git = (args: readonly string[], date = ''): Promise<unknown> =>
      promisify(execFile)('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
        cwd: scratch.onDisk,
        env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      });
    await git(['init']);
    await git(['add', '.']);
    await git(['commit', '-m', 'first'], '2019-03-04T12:00:00+08:00');
    await scratch.write('one.md', `${undated}<p>More text</p>\n`);
    await git(['commit', '-a', '-m', 'second'], '2022-01-01T12:00:00+08:00');
    const calls = await openRepository(scratch.uri(''));
    const asked: string[] = [];
    const { log } = calls;
    Object.assign(calls, {
      log(this: unknown, options: LogOptions): Promise<unknown> {
        asked.push(options.path);
        return log.call(this, options);
      },
    });
    try {
      const dated = await open('dated.md', head + picture('a'));
      const url = await diagnosticFor(dated.document.uri, 'image/malformed-url');
      await offeredAt(dated.document.uri, url.range);
      const { document } = await open('one.md', `${undated}<p>More text</p>\n`);
      const { range } = await diagnosticFor(document.uri, 'metadata/date');
      assert.deepEqual(asked, []);
      const title = 'Write the date as 2019-03-04, the day of its first commit (a guess)';
      const action = await actionNamed(document.uri, range, title);
      assert.notEqual(action.isPreferred, true);
      assert.deepEqual(asked, [document.uri.fsPath]);
      await perform(action);
      assert.equal(document.getText(), `${head.replace('2021-04-05', '2019-03-04')}<p>More text</p>\n`);
    } finally {
      Object.assign(calls, { log });
    }
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

interface LogOptions {
  readonly path: string;
}

interface RepositoryCalls {
  readonly log: (options: LogOptions) => Promise<unknown>;
}

interface Git {
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<RepositoryCalls | null> };
}

/** Has VS Code's own Git extension open a repository, as when somebody works in it; what all its repositories can be asked. */
async function openRepository(root: vscode.Uri): Promise<RepositoryCalls> {
  const git = await vscode.extensions.getExtension<Git>('vscode.git')?.activate();
  const repository = await git?.getAPI(1).openRepository(root);
  assert.ok(repository, 'VS Code has no Git');
  return Object.getPrototypeOf(repository);
}
