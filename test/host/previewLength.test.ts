import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { LongestTurn } from './longestTurn';
import { OpenPreviews } from './openPreviews';

const bytes = 2_000_000;
const head = '---\ntitle: Large\nsource: Scratch Gazette\ndate: 2031-04-05\n---\n\n';
/** A stretch of work of the extension host during which nothing that is typed gets to any extension. */
const longestTurn = 250;

const words = '清晨的渡轮从北湾出发，载着第一批上班的人；风从东面来，浪不高，灯塔还亮着。 ';
const paragraphs = {
  HTML: (at: number) =>
    `<p>${at}. ${words.repeat(3)}<b>某事</b>与<a href="https://news.example/${at}">链接</a>。</p>\n` +
    `<p><img src="https://images.news.example/${at}.jpg" alt="图"></p>\n`,
  Markdown: (at: number) =>
    `## 小标题 ${at}\n\n${words.repeat(3)}**某事**与[链接](https://news.example/${at})。\n\n- 一 ${at}\n- 二\n\n` +
    `![图](https://images.news.example/${at}.jpg)\n\n`,
};

describe('the preview of a long article', () => {
  const bench = new OpenPreviews();

  for (const [kind, paragraph] of Object.entries(paragraphs)) {
    it(`of 2 MB of ${kind} leaves the extension host to others while it is opened and typed in`, async function () {
      const { documents } = bench.sample.problems;
      const count = Math.ceil(bytes / Buffer.byteLength(paragraph(1000)));
      const text = head + Array.from({ length: count }, (_, at) => paragraph(at)).join('');
      const path = bench.scratch.path(`large ${kind}.md`);
      await bench.scratch.write(`large ${kind}.md`, text);
      const opening = await LongestTurn.start(bench.sample.context.extensionPath);
      const fake = await bench.open(path);
      const { document } = await vscode.window.showTextDocument(bench.uriOf(path));
      const isChecked = (): boolean => documents.of(document.uri)?.version === document.version;
      await eventually('it is checked', isChecked, 60_000);
      const opened = await opening.end();
      const typing = await LongestTurn.start(bench.sample.context.extensionPath);
      const { version } = await fake.render('the article');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(Math.floor(text.length / 2)), 'x');
      await vscode.workspace.applyEdit(edit);
      await fake.render('what was typed', (message) => message.version > version, 60_000);
      await eventually('that is checked', isChecked, 60_000);
      await eventually('that is read', () => bench.sample.archive.entryOf(document.uri)?.size === 0, 60_000);
      const typed = await typing.end();
      await vscode.commands.executeCommand('workbench.action.files.revert');
      if (this.test) this.test.title += `: ${opened.toFixed(0)} ms, ${typed.toFixed(0)} ms`;
      assert.ok(opened < longestTurn && typed < longestTurn, `${opened} ms, ${typed} ms`);
    });
  }
});
