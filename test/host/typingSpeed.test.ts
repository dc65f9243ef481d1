import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { type OpenSample, openSample } from './sampleArchive';
import { ScratchFolder } from './scratchFolder';

const head = '---\ntitle: A long article\nsource: Scratch Gazette\ndate: 2021-04-05\n---\n';
const bytes = 200_000;
/** The bar is 100 ms on a machine that does nothing else; here only what nobody would call swift fails. */
const mostMilliseconds = 2000;

const paragraphs = {
  HTML: (at: number) =>
    `<p class="text">第${at}段：The ferry came <b>early</b> &amp; on <a href="https://news.example/${at}">time</a>.</p>\n` +
    `<figure><img src="https://images.news.example/${at}.jpg" alt="x"><figcaption>Ferry 🚢 ${at}</figcaption></figure>\n`,
  Markdown: (at: number) =>
    `## Part ${at}\n\n第${at}段：The ferry came **early** and [on time](https://news.example/${at}).\n\n` +
    `![Ferry 🚢](https://images.news.example/${at}.jpg)\n\n- one *item*\n- two\n\n`,
};

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

  for (const [kind, paragraph] of Object.entries(paragraphs)) {
    it(`of 200 KB ${kind} shows its problems soon after the pause`, async function () {
      let text = head;
      for (let at = 0; Buffer.byteLength(text) < bytes; at++) text += paragraph(at);
      await scratch.write('long.md', text);
      const { document, edit } = await vscode.window.showTextDocument(scratch.uri('long.md'));
      await sample.problems.documents.checkNow(document);
      const middle = document.positionAt(text.indexOf('early', text.length / 2));
      const times: number[] = [];
      for (let round = 0; round < 9; round++) {
        const checked = new Promise<number>((resolve) => {
          const listening = sample.problems.documents.onDidCheck((check) => {
            if (check.document !== document || check.version !== document.version) return;
            listening.dispose();
            resolve(performance.now());
          });
        });
        await edit((change) => change.insert(middle, round % 2 === 0 ? '晨' : 'x'));
        const typed = performance.now();
        times.push((await checked) - typed);
        await eventually('the index has read it too', () => sample.archive.state === 'ready');
      }
      const median = times.sort((a, b) => a - b)[4] ?? Number.NaN;
      if (this.test) this.test.title += `: ${Math.round(median)} ms after the last key`;
      assert.ok(median < mostMilliseconds, `${median} ms`);
    });
  }
});
