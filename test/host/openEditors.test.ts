import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';
import { topGroups } from './treeText';

/** What a person takes for at once, reading and drawing included. */
const second = 1000;

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
    await within(second, 'the typed title', () => scratch.entry('article.md')?.title === 'Typed');
    await retype('source: Scratch Gazette', 'source: Harbour Ledger');
    await within(second, 'its new group', () => topGroups(sample).includes('Harbour Ledger 7'));
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
    await within(second, 'the title as saved', () => scratch.entry('article.md')?.title === 'Written');
  });

  it('counts no more when its editor is closed without saving', async () => {
    await retype('title: Written', 'title: Typed');
    await scratch.shows('article.md', 'Typed');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await within(second, 'the title as saved', () => scratch.entry('article.md')?.title === 'Written');
  });

  it('counts no more when it is typed back to what it was', async () => {
    await retype('title: Written', 'title: Typed');
    await scratch.shows('article.md', 'Typed');
    await vscode.commands.executeCommand('undo');
    await within(second, 'the title as saved', () => scratch.entry('article.md')?.title === 'Written');
  });

  it('stays when it is saved', async () => {
    await retype('title: Written', 'title: Kept');
    await editor.document.save();
    await within(second, 'the saved title', () => scratch.entry('article.md')?.title === 'Kept');
    assert.match(await onDisk(), /title: Kept/);
    await scratch.write('article.md', articleText('From elsewhere'));
    await scratch.shows('article.md', 'From elsewhere');
  });

  it('is shown a moment after it is saved', async () => {
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      await retype(`title: ${scratch.entry('article.md')?.title}`, `title: Round ${round}`);
      const shown = new Promise<number>((resolve) => {
        const listening = sample.trees.onDidChange(() => {
          listening.dispose();
          resolve(performance.now());
        });
      });
      const saving = performance.now();
      await editor.document.save();
      times.push((await shown) - saving);
      assert.equal(scratch.entry('article.md')?.title, `Round ${round}`);
    }
    console.log(`From Save to a tree up to date: ${times.map((time) => time.toFixed(1)).join(', ')} ms.`);
    assert.ok(Math.min(...times) < second);
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

  function within(milliseconds: number, what: string, look: () => boolean): Promise<true> {
    return eventually(what, look, milliseconds) as Promise<true>;
  }
});
