import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { longArticle } from '../support/longArticle';
import { CalledFunctions } from './calledFunctions';
import { OpenPreviews } from './openPreviews';

/** What takes time in proportion to the text: reading the body of an article, and making a page of it. */
const heavy = ['prepareBody', 'readBody', 'readBodyFast'];

describe('the preview of a long article', () => {
  const bench = new OpenPreviews();

  for (const kind of ['HTML', 'Markdown'] as const) {
    it(`of 2 MB of ${kind} is read in another thread, when it is opened and when it is typed in`, async () => {
      const path = bench.scratch.path(`large ${kind}.md`);
      await bench.scratch.write(`large ${kind}.md`, longArticle(kind, 2_000_000));
      assert.deepEqual(await calledFor(path), { opening: [], typing: [] });
    });

    // Else the one above could not fail.
    it(`of 20 KB of ${kind} is read in the extension host itself`, async () => {
      const path = bench.scratch.path(`small ${kind}.md`);
      await bench.scratch.write(`small ${kind}.md`, longArticle(kind, 20_000));
      const { opening, typing } = await calledFor(path);
      assert.ok(opening.includes('prepareBody') && opening.includes('readBody'), opening.join());
      assert.deepEqual(typing, heavy);
    });
  }

  /** Which of the heavy functions the extension host calls. */
  async function calledFor(path: string): Promise<Record<'opening' | 'typing', readonly string[]>> {
    const { archive, problems } = bench.sample;
    const { documents } = problems;
    await eventually(
      'the index has read it, and nothing else is left to read',
      () => archive.state === 'ready' && archive.entryOf(bench.uriOf(path))?.body !== undefined,
    );
    const opening = await CalledFunctions.start();
    const fake = await bench.open(path);
    const { document } = await vscode.window.showTextDocument(bench.uriOf(path));
    const isChecked = (): boolean => documents.of(document.uri)?.version === document.version;
    await eventually('it is checked', isChecked);
    const { version } = await fake.render('the article');
    const calledToOpen = await opening.end();
    const typing = await CalledFunctions.start();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(Math.floor(document.getText().length / 2)), 'x');
    await vscode.workspace.applyEdit(edit);
    await fake.render('what was typed', (message) => message.version > version);
    await eventually('that is checked', isChecked);
    await eventually('that is read', () => archive.entryOf(document.uri)?.size === 0);
    const calledToType = await typing.end();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const of = (called: ReadonlySet<string>): readonly string[] => heavy.filter((name) => called.has(name));
    return { opening: of(calledToOpen), typing: of(calledToType) };
  }
});
