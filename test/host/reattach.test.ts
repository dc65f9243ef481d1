import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rangeOf } from '../../src/extension/workspace/annotations/anchoredDocument';
import { eventually } from '../support/eventually';
import { AnnotatedScratch } from './annotatedScratch';

const text = (sentence: string): string =>
  `---\ntitle: Ferries\nsource: Scratch Gazette\ndate: 2031-04-05\n---\n<p>${sentence}</p>\n<p>Nobody 渡船🚢 <b>believed</b> it.</p>\n`;

describe('a lost annotation', () => {
  let scratch: AnnotatedScratch;

  beforeEach(async () => {
    scratch = await AnnotatedScratch.open();
    await scratch.annotated('one.md', text('The short ferry returns.'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await scratch.write('one.md', text('No boat at all.'));
    await eventually('the document follows', async () => (await found()).anchored.anchored[0]?.state === 'orphan');
  });

  afterEach(() => scratch.remove());

  it('is attached to what is selected, by one key', async () => {
    const { document } = await found();
    const editor = await vscode.window.showTextDocument(document);
    const start = document.getText().indexOf('渡船');
    const end = document.getText().indexOf(' it.');
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(end));
    await vscode.commands.executeCommand('marginalia.reattachAnnotation');
    assert.equal(await placed(), '渡船🚢 <b>believed');
    const row = await eventually('the view follows', () =>
      scratch.rows('one.md').find(({ subject }) => subject === '渡船🚢 believed'),
    );
    assert.equal(row.note, 'On one.md');
  });

  it('of a row is attached to the place that is chosen', async () => {
    const { document } = await found();
    const editor = await vscode.window.showTextDocument(document);
    const start = document.getText().indexOf('boat');
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + 4));
    const [leaf] = scratch.leaves('one.md');
    const done = vscode.commands.executeCommand('marginalia.reattachAnnotation', leaf);
    await eventually('it is in place', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await found()).anchored.anchored[0]?.state === 'exact';
    });
    await done;
    assert.equal(await placed(), 'boat');
  });

  async function found() {
    const document = await vscode.workspace.openTextDocument(scratch.uri('one.md'));
    const now = await scratch.sample.annotations.documents.findNow(document);
    assert.ok(now);
    return now;
  }

  async function placed(): Promise<string> {
    return eventually('it is in place', async () => {
      const now = await found();
      const [anchored] = now.anchored.anchored;
      return anchored?.state === 'exact' && now.document.getText(rangeOf(now, anchored));
    });
  }
});
