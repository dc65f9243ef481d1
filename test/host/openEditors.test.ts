import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';
import { topGroups } from './treeText';

describe('text in an open editor', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    sample = await openSample();
    scratch = new ScratchFolder(sample);
    await scratch.write('article.md', articleText('Written'));
    await scratch.shows('article.md', 'Written');
    editor = await vscode.window.showTextDocument(scratch.uri('article.md'));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await scratch.remove();
  });

  it('counts before it is saved', async () => {
    await retype('title: Written', 'title: Typed');
    await eventually('the typed title', () => scratch.entry('article.md')?.title === 'Typed');
    await retype('source: Scratch Gazette', 'source: Harbour Ledger');
    await eventually('its new group', () => topGroups(sample).includes('Harbour Ledger 7'));
    assert.match(await onDisk(), /title: Written/);
  });

  it('counts more than a change of the file below it', async () => {
    await retype('title: Written', 'title: Typed');
    await scratch.shows('article.md', 'Typed');
    await scratch.write('article.md', articleText('From elsewhere'));
    await scratch.write('other.md', articleText('Other'));
    await scratch.shows('other.md', 'Other');
    assert.equal(scratch.entry('article.md')?.title, 'Typed');
  });

  it('counts no more when it is reverted', async () => {
    await retype('title: Written', 'title: Typed');
    await scratch.shows('article.md', 'Typed');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually('the title as saved', () => scratch.entry('article.md')?.title === 'Written');
  });

  it('counts no more when its editor is closed without saving', async () => {
    await retype('title: Written', 'title: Typed');
    await scratch.shows('article.md', 'Typed');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually('the title as saved', () => scratch.entry('article.md')?.title === 'Written');
  });

  it('counts no more when it is typed back to what it was', async () => {
    await retype('title: Written', 'title: Typed');
    await scratch.shows('article.md', 'Typed');
    await vscode.commands.executeCommand('undo');
    await eventually('the title as saved', () => scratch.entry('article.md')?.title === 'Written');
  });

  it('stays when it is saved', async () => {
    await retype('title: Written', 'title: Kept');
    await editor.document.save();
    await eventually('the saved title', () => scratch.entry('article.md')?.title === 'Kept');
    assert.match(await onDisk(), /title: Kept/);
    await scratch.write('article.md', articleText('From elsewhere'));
    await scratch.shows('article.md', 'From elsewhere');
  });

  it('changes the tree no more than once when it is typed, and once when it is saved', async () => {
    let changes = 0;
    const listening = sample.trees.onDidChange(() => changes++);
    try {
      for (let round = 1; round <= 5; round++) {
        const title = `Round ${round}`;
        await retype(`title: ${scratch.entry('article.md')?.title}`, `title: ${title}`);
        const before = changes;
        await editor.document.save();
        await eventually('the tree has changed', () => changes > before);
        assert.equal(scratch.entry('article.md')?.title, title);
      }
      // What came of all that is there once another file is.
      await scratch.write('other.md', articleText('Other'));
      await scratch.shows('other.md', 'Other');
    } finally {
      listening.dispose();
    }
    assert.ok(changes <= 11, `${changes} changes`);
  });

  async function retype(before: string, after: string): Promise<void> {
    const start = editor.document.getText().indexOf(before);
    assert.ok(start >= 0, `${before} is not in the document`);
    const { document } = editor;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
    assert.ok(await editor.edit((edit) => edit.replace(range, after)));
  }

  async function onDisk(): Promise<string> {
    return readFile(scratch.uri('article.md').fsPath, 'utf8');
  }
});
