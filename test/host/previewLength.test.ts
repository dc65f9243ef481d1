import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { longArticle } from '../support/longArticle';
import { CalledFunctions } from './calledFunctions';
import { OpenPreviews } from './openPreviews';
import { ThreadJobs } from './threadJobs';

/** What takes time in proportion to the text: reading the body of an article, and making a page of it. */
const heavy = ['prepareBody', 'readBody', 'readBodyFast'];

interface Reading {
  readonly opening: ReturnType<ThreadJobs['end']>;
  readonly typing: ReturnType<ThreadJobs['end']>;
  readonly here: readonly string[];
}

describe('the preview of a long article', () => {
  const bench = new OpenPreviews();

  for (const kind of ['HTML', 'Markdown'] as const) {
    it(`of 2 MB of ${kind} is read in another thread, when it is opened and when it is typed in`, async () => {
      const { here, ...jobs } = await readingOf(`large ${kind}.md`, longArticle(kind, 2_000_000));
      assert.deepEqual(jobs, { opening: ['checkText', 'prepare'], typing: ['checkText', 'prepare', 'readText'] });
      assert.deepEqual(here, []);
    });

    it(`of 20 KB of ${kind} is read in the extension host itself`, async () => {
      const { opening, typing } = await readingOf(`small ${kind}.md`, longArticle(kind, 20_000));
      assert.deepEqual({ opening, typing }, { opening: [], typing: [] });
    });
  }

  /**
   * What of its text is done in other threads while it is opened, and while somebody types in it, and which of the heavy
   * functions run here meanwhile. In a process that has run for long V8 may count none of these: the jobs tell for certain.
   */
  async function readingOf(name: string, text: string): Promise<Reading> {
    const { archive, problems } = bench.sample;
    const { documents } = problems;
    const path = bench.scratch.path(name);
    await bench.scratch.write(name, text);
    await eventually(
      'the index has read it, and nothing else is left to read',
      () => archive.state === 'ready' && archive.entryOf(bench.uriOf(path))?.body !== undefined,
    );
    const calls = await CalledFunctions.start();
    const opening = new ThreadJobs(text);
    const fake = await bench.open(path);
    const { document } = await vscode.window.showTextDocument(bench.uriOf(path));
    const isChecked = (): boolean => documents.of(document.uri)?.version === document.version;
    await eventually('it is checked', isChecked);
    const { version } = await fake.render('the article');
    const toOpen = opening.end();
    const typing = new ThreadJobs(text);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(Math.floor(document.getText().length / 2)), 'x');
    await vscode.workspace.applyEdit(edit);
    await fake.render('what was typed', (message) => message.version > version);
    await eventually('that is checked', isChecked);
    await eventually('that is read', () => archive.entryOf(document.uri)?.size === 0);
    const toType = typing.end();
    const called = await calls.end();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    // Checks that are still to come would count among those of the next article.
    await eventually('it is checked as its file has it', () => !document.isDirty && isChecked());
    return { opening: toOpen, typing: toType, here: heavy.filter((it) => called.has(it)) };
  }
});
