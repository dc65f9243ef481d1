import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { longArticle } from '../support/longArticle';
import { type OpenSample, openSample } from './sampleArchive';
import { ScratchFolder } from './scratchFolder';

describe('typing in a long article', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;

  before(async () => {
    sample = await openSample();
    scratch = new ScratchFolder(sample);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await scratch.remove();
  });

  for (const kind of ['HTML', 'Markdown'] as const) {
    it(`of 200 KB ${kind} checks each text once, or once more when the index knows it`, async () => {
      const text = longArticle(kind, 200_000);
      await scratch.write('long.md', text);
      const { document, edit } = await vscode.window.showTextDocument(scratch.uri('long.md'));
      await sample.problems.documents.checkNow(document);
      const middle = document.positionAt(Math.floor(text.length / 2));
      const typed: number[] = [];
      const checked: number[] = [];
      const listening = sample.problems.documents.onDidCheck((check) => {
        if (check.document === document) checked.push(check.version);
      });
      try {
        for (let round = 0; round < 4; round++) {
          await edit((change) => change.insert(middle, round % 2 === 0 ? '晨' : 'x'));
          typed.push(document.version);
          await eventually('it is checked', () => checked.at(-1) === document.version);
          await eventually('the index has read it too', () => sample.archive.state === 'ready');
        }
      } finally {
        listening.dispose();
      }
      assert.deepEqual(
        [...new Set(checked)].filter((version) => version >= (typed[0] ?? 0)),
        typed,
      );
      assert.ok(checked.length <= 2 * (typed.length + 1), checked.join());
    });
  }
});
