import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { AnnotatedScratch } from './annotatedScratch';
import { AnsweredMessages } from './answeredMessages';
import { applyInPreview, discardInPreview } from './refactoringPreview';
import { articleText } from './scratchFolder';

const labels = `{
  "version": 1,
  "labels": [
    { "id": "claim", "name": "Claim", "scope": ["passage"] },
    { "id": "error", "name": "Mistake" }
  ]
}
`;

describe('a label', () => {
  let scratch: AnnotatedScratch;
  let file: string;

  beforeEach(async () => {
    scratch = await AnnotatedScratch.open();
    file = join(scratch.sample.archive.folder.uri.fsPath, '.marginalia', 'labels.json');
    await writeFile(file, labels);
    await eventually('the codebook is read', async () => (await scratch.annotations.codebook()).labels.length === 2);
    await scratch.annotated('one.md', articleText('One'), 'claim');
    await scratch.annotated('two.md', articleText('Two'), 'claim', 'error');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  afterEach(async () => {
    await scratch.remove();
    await rm(file, { force: true });
    await eventually('no codebook', async () => (await scratch.annotations.codebook()).labels.length === 0);
  });

  const used = (name: string): readonly string[] =>
    scratch.rows(name).flatMap((row) => row.labels.map(({ label }) => label));
  const rename = (label: string, to: string) => () =>
    vscode.commands.executeCommand('marginalia.renameLabel', { label, to });

  it('is renamed in the codebook and in all annotations, and nothing else is', async () => {
    const before = await scratch.annotationsOf('one.md');
    await applyInPreview(rename('claim', '断言'), async () => (await readFile(file, 'utf8')) !== labels);
    for (const name of ['one.md', 'two.md']) {
      await eventually(`${name} is changed`, async () => (await scratch.annotationsOf(name)).includes('"断言"'));
    }
    await eventually(
      'the index follows',
      () => used('one.md').join() === '断言' && used('two.md').join() === '断言,error',
    );
    assert.equal(
      await readFile(file, 'utf8'),
      labels.replace(
        '{ "id": "claim", "name": "Claim", "scope": ["passage"] }',
        '{ "id": "断言", "name": "断言", "scope": ["passage"], "formerly": ["claim"] }',
      ),
    );
    const after = await scratch.annotationsOf('one.md');
    assert.equal(after.replace(/^ *"modified": .*\n/m, ''), before.replace('"value": "claim"', '"value": "断言"'));
  });

  it('is merged into another, which remembers it', async () => {
    await applyInPreview(rename('claim', 'Mistake'), async () => (await readFile(file, 'utf8')) !== labels);
    await eventually('the index follows', () => used('one.md').join() === 'error' && used('two.md').join() === 'error');
    const { labels: now } = JSON.parse(await readFile(file, 'utf8'));
    assert.deepEqual(now, [{ id: 'error', name: 'Mistake', formerly: ['claim'] }]);
  });

  it('stays as it is when the person says no to the preview', async () => {
    const before = await scratch.annotationsOf('one.md');
    await discardInPreview(rename('claim', 'thesis'));
    assert.equal(await scratch.annotationsOf('one.md'), before);
    assert.equal(await readFile(file, 'utf8'), labels);
  });

  it('is told of, once, where the codebook cannot be read, and led to the place', async () => {
    const messages = new AnsweredMessages();
    try {
      messages.answer = 'Open';
      await writeFile(file, labels.replace('"Claim",', '"Claim"'));
      const editor = await eventually('the codebook is open', async () => {
        // Read where somebody asks for it.
        await scratch.annotations.codebook();
        const active = vscode.window.activeTextEditor;
        return active?.document.uri.fsPath === file ? active : undefined;
      });
      const told = messages.taken();
      assert.equal(told.length, 1, told.join('\n'));
      assert.match(told[0] ?? '', /labels\.json of .*: It is not JSON: a comma is missing in line 4\./);
      await eventually('the place', () => editor.selection.active.line === 3);
    } finally {
      messages.dispose();
    }
  });

  it('is checked and completed in the codebook itself', async () => {
    const wrong = labels.replace('"Mistake"', '"Mistake", "kind": "stamp", "colour": ""');
    await writeFile(file, wrong);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    await vscode.window.showTextDocument(document);
    await eventually('the file is read again', () => document.getText() === wrong);
    await eventually('the kind is told to be wrong', () =>
      vscode.languages.getDiagnostics(document.uri).some(({ range }) => document.getText(range) === '"stamp"'),
    );
    const offeredIn = async (text: string, inside: number): Promise<readonly string[]> => {
      const place = document.positionAt(document.getText().indexOf(text) + inside);
      const command = 'vscode.executeCompletionItemProvider';
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, place);
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    await eventually('kinds are offered', async () => (await offeredIn('"stamp"', 1)).includes('"scale"'));
    await eventually('colours are offered', async () => (await offeredIn('"colour": ""', 11)).includes('"vermilion"'));
  });

  it('that is renamed comes back in one step', async () => {
    const before = await scratch.annotationsOf('one.md');
    await applyInPreview(rename('claim', 'thesis'), async () => (await readFile(file, 'utf8')) !== labels);
    await vscode.window.showTextDocument(vscode.Uri.file(file));
    await undone(
      async () => (await readFile(file, 'utf8')) === labels && (await scratch.annotationsOf('one.md')) === before,
    );
  });
});

/** Undoes what was done last, in all files it was done in, and saves them: VS Code asks whether all are meant. */
async function undone(isDone: () => Promise<boolean>): Promise<void> {
  let isOver = false;
  const undoing = Promise.resolve(vscode.commands.executeCommand('undo')).finally(() => {
    isOver = true;
  });
  void undoing;
  await eventually('it is undone', async () => {
    if (!isOver) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await vscode.workspace.saveAll();
    return isDone();
  });
}
