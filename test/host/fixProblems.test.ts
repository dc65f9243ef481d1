import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { isAllChecked } from '../../src/extension/features/fixProblems/fixTargets';
import { eventually } from '../support/eventually';
import { AnsweredMessages } from './answeredMessages';
import { applyInPreview, discardInPreview } from './refactoringPreview';
import { type OpenSample, openSample } from './sampleArchive';
import { ScratchFolder } from './scratchFolder';

const fix = 'marginalia.fixProblems';

/** Two problems that can be mended without guessing, behind signs that count more than one. */
function broken(title: string): string {
  return `---\ntitle: ${title}\nsource: Scratch Gazette\ndate: 2031-04-05\n---\n<p>渡船🚢 <img src="https://https://example.com/a.jpg" alt="x"> <b onclick="go()">字</b></p>\n`;
}

function mended(title: string): string {
  return broken(title).replace('https://https://', 'https://').replace(' onclick="go()"', '');
}

describe('fixing problems of many articles', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;

  before(async () => {
    sample = await openSample();
  });

  beforeEach(() => {
    scratch = new ScratchFolder(sample);
  });

  afterEach(() => scratch.remove());

  const onDisk = (name: string): Promise<string> => readFile(join(scratch.onDisk, name), 'utf8');
  const write = async (texts: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, text] of Object.entries(texts)) await scratch.write(name, text);
    for (const name of Object.keys(texts)) {
      await eventually(`${name} is checked`, () => sample.archive.problems.count(scratch.path(name)) > 0);
    }
  };
  /** The row that stands for all articles of the scratch folder. */
  const row = (): unknown => {
    const [first] = [...sample.archive.index.paths()].filter((path) => path.startsWith(`${scratch.name}/`));
    const found = first === undefined ? undefined : sample.trees.rowOf(sample.archive.uri({ path: first }));
    assert.ok(found);
    return found.group.topmost;
  };
  /** Fixes what the rows stand for, once the person has looked at the preview. */
  const fixAfterPreview = (...rows: readonly unknown[]): Promise<void> =>
    applyInPreview(
      () => vscode.commands.executeCommand(fix, ...rows),
      async () => !(await onDisk('a.md')).includes('https://https://'),
    );
  const fixed = async (name: string, text: string): Promise<void> => {
    await eventually(`${name} is mended`, async () => (await onDisk(name)) === text);
  };

  it('mends all articles of a group, each to the sign, and saves them', async () => {
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    await write({
      'a.md': broken('One'),
      'b 渡船.md': windows(broken('二')),
      'c.md': `\uFEFF${broken('Three')}`,
      'd.md': `\uFEFF${windows(broken('Four'))}`,
    });
    await fixAfterPreview(row());
    await fixed('a.md', mended('One'));
    await fixed('b 渡船.md', windows(mended('二')));
    await fixed('c.md', `\uFEFF${mended('Three')}`);
    await fixed('d.md', `\uFEFF${windows(mended('Four'))}`);
    const { problems } = sample.archive;
    await eventually('the problems are gone', () =>
      problems
        .of(scratch.path('a.md'))
        .every(({ rule }) => !['body/active-content', 'image/malformed-url'].includes(rule)),
    );
  });

  it('counts what is typed and not saved', async () => {
    await write({ 'a.md': broken('One'), 'b.md': broken('Two') });
    const document = await vscode.workspace.openTextDocument(scratch.uri('a.md'));
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(5, 0), '<p>新しい段落。</p>\n<i onclick="x()">i</i>\n');
    await vscode.workspace.applyEdit(edit);
    await fixAfterPreview(row());
    const text = mended('One').replace('<p>渡船', '<p>新しい段落。</p>\n<i>i</i>\n<p>渡船');
    assert.equal(document.getText(), text);
    await fixed('b.md', mended('Two'));
  });

  it('leaves alone what an editor shows in the wrong encoding', async () => {
    await scratch.write('a.md', broken('One'));
    const uri = scratch.uri('a.md');
    const inOtherEncoding = new Uint8Array([...Buffer.from(broken('Other')), 0xd6, 0xd0, 0xce, 0xc4, 0x0a]);
    await writeFile(join(scratch.onDisk, 'a.md'), inOtherEncoding);
    await eventually('it is known not to be UTF-8', () => sample.archive.entryOf(uri)?.fault === 'notUtf8');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await eventually('it is checked', () => sample.archive.problems.count(scratch.path('a.md')) > 0);
    await vscode.commands.executeCommand(fix, uri);
    assert.equal(document.isDirty, false);
    assert.match(document.getText(), /https:\/\/https:[\s\S]*\ufffd/);
  });

  it('asks for no preview of one article, and is undone in one step', async () => {
    await write({ 'a.md': broken('One') });
    const document = await vscode.workspace.openTextDocument(scratch.uri('a.md'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand(fix, document.uri);
    assert.equal(document.getText(), mended('One'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), broken('One'));
    assert.equal(document.isDirty, false);
  });

  it('is undone in one step in all articles', async () => {
    await write({ 'a.md': broken('One'), 'b.md': broken('Two') });
    await fixAfterPreview(row());
    await fixed('b.md', mended('Two'));
    await vscode.window.showTextDocument(scratch.uri('a.md'));
    await vscode.commands.executeCommand('undo');
    for (const [name, title] of Object.entries({ 'a.md': 'One', 'b.md': 'Two' })) {
      const document = await vscode.workspace.openTextDocument(scratch.uri(name));
      await eventually(`${name} is as before`, () => document.getText() === broken(title));
      await document.save();
    }
    await fixed('b.md', broken('Two'));
  });

  it('says after an undo that articles are not saved, and saves them', async () => {
    await write({ 'a.md': broken('One'), 'b.md': broken('Two') });
    const messages = new AnsweredMessages();
    messages.answer = 'Save All';
    try {
      await fixAfterPreview(row());
      await fixed('b.md', mended('Two'));
      messages.taken();
      await vscode.window.showTextDocument(scratch.uri('a.md'));
      await vscode.commands.executeCommand('undo');
      await fixed('a.md', broken('One'));
      await fixed('b.md', broken('Two'));
      assert.deepEqual(messages.taken(), ['Undone. 2 articles are not saved.']);
    } finally {
      messages.dispose();
    }
  });

  it('says that articles are not saved where VS Code leaves that to the person, and saves them', async () => {
    await write({ 'a.md': broken('One'), 'b.md': broken('Two') });
    const files = vscode.workspace.getConfiguration('files.refactoring');
    await files.update('autoSave', false, vscode.ConfigurationTarget.Workspace);
    const messages = new AnsweredMessages();
    messages.answer = 'Save All';
    try {
      const isChanged = (): boolean => vscode.workspace.textDocuments.some(({ isDirty }) => isDirty);
      const isFixed = async (): Promise<boolean> => isChanged() || (await onDisk('a.md')) === mended('One');
      await applyInPreview(() => vscode.commands.executeCommand(fix, row()), isFixed);
      await fixed('a.md', mended('One'));
      await fixed('b.md', mended('Two'));
      assert.deepEqual(messages.taken(), ['Fixed 4 problems in 2 articles. 2 articles are not saved.']);
    } finally {
      messages.dispose();
      await files.update('autoSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('changes nothing when the person says no to the preview', async () => {
    await write({ 'a.md': broken('One'), 'b.md': broken('Two') });
    await discardInPreview(() => vscode.commands.executeCommand(fix, row()));
    assert.deepEqual([await onDisk('a.md'), await onDisk('b.md')], [broken('One'), broken('Two')]);
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
  });

  it('mends only the rule of rows of the Problems view', async () => {
    await write({ 'a.md': broken('One'), 'b.md': broken('Two'), 'c.md': broken('Three') });
    const tree = sample.problemTrees.treeOf(sample.archive);
    const rows = ['a.md', 'b.md'].map((name) => tree?.leafOf(scratch.path(name), 'image/malformed-url'));
    assert.ok(rows.every((one) => one !== undefined));
    await fixAfterPreview(rows[0], rows);
    for (const [name, title] of Object.entries({ 'a.md': 'One', 'b.md': 'Two' })) {
      await fixed(name, broken(title).replace('https://https://', 'https://'));
    }
    assert.equal(await onDisk('c.md'), broken('Three'));
  });

  it('leaves alone what is written while it looks', async () => {
    await write({ 'a.md': broken('One'), 'b.md': broken('Two'), 'c.md': broken('Three') });
    const { files } = sample.archive;
    const stat = files.stat.bind(files);
    let looks = 0;
    let newest = '';
    // The archive looks too, at what it is told has changed. Every second look at all is the one right before the edit.
    Object.assign(files, {
      stat: async (paths: readonly string[]) => {
        if (paths.includes(scratch.path('a.md')) && ++looks % 2 === 0) {
          newest = `${broken('Two')}<p>Newer, ${looks}.</p>\n`;
          await writeFile(join(scratch.onDisk, 'b.md'), newest);
        }
        return stat(paths);
      },
    });
    try {
      await fixAfterPreview(row());
    } finally {
      Object.assign(files, { stat });
    }
    await fixed('a.md', mended('One'));
    await fixed('c.md', mended('Three'));
    assert.equal(await onDisk('b.md'), newest);
  });

  it('asks for the rules before it fixes a whole archive, those of hidden hints unticked, and leaves all others alone', async () => {
    const withHint = (title: string): string => broken(title).replace('\n---\n<p>', '\nlayout:\n---\n<p>');
    await write({ 'a.md': withHint('One'), 'b.md': withHint('Two') });
    const { look } = sample.problemTrees;
    const { hints } = look.arrangement;
    const { showQuickPick } = vscode.window;
    const { applyEdit } = vscode.workspace;
    const shown: (vscode.QuickPickItem & { readonly rule?: string })[] = [];
    const edits: vscode.WorkspaceEdit[] = [];
    try {
      await look.arrange({ hints: false });
      await eventually('the empty field is known', () =>
        sample.archive.problems
          .of(scratch.path('b.md'))
          .some(({ rule, severity }) => rule === 'metadata/empty-value' && severity === 'hint'),
      );
      await eventually('all is checked', () => isAllChecked(sample.archive, sample));
      Object.assign(vscode.window, {
        showQuickPick: async (items: readonly (vscode.QuickPickItem & { readonly rule?: string })[]) => {
          shown.push(...items);
          return items.filter(({ rule }) => rule === 'image/malformed-url');
        },
      });
      Object.assign(vscode.workspace, {
        applyEdit: async (edit: vscode.WorkspaceEdit) => {
          edits.push(edit);
          return false;
        },
      });
      await vscode.commands.executeCommand('marginalia.fixArchive');
    } finally {
      Object.assign(vscode.window, { showQuickPick });
      Object.assign(vscode.workspace, { applyEdit });
      await look.arrange({ hints });
    }
    const heading = shown.findIndex(({ kind }) => kind === vscode.QuickPickItemKind.Separator);
    assert.equal(shown[heading]?.label, 'Hidden in the Problems view');
    const before = shown.slice(0, heading);
    const after = shown.slice(heading + 1);
    assert.ok(before.some(({ rule }) => rule === 'image/malformed-url'));
    assert.ok(before.some(({ rule }) => rule === 'body/active-content'));
    assert.ok(before.every(({ picked }) => picked));
    assert.ok(after.some(({ rule }) => rule === 'metadata/empty-value'));
    assert.ok(after.every(({ picked }) => !picked));
    for (const [name, title] of Object.entries({ 'a.md': 'One', 'b.md': 'Two' })) {
      const document = await vscode.workspace.openTextDocument(scratch.uri(name));
      const changes = edits
        .flatMap((edit) => edit.get(document.uri))
        .map(({ range, newText }) => [document.getText(range), newText]);
      assert.deepEqual(changes, [['https://', '']], title);
    }
  });
});
