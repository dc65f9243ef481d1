import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../src/extension/activate';
import { eventually } from '../../support/eventually';
import { median } from '../table/median';
import { hostFiguresMark } from './hostFiguresMark';
import { LongestTurn } from './longestTurn';

const head = '---\ntitle: A long article\nsource: Scratch Gazette\ndate: 2021-04-05\n---\n';
const paragraphs = {
  HTML: (at: number) =>
    `<p class="text">第${at}段：The ferry came <b>early</b> &amp; on <a href="https://news.example/${at}">time</a>.</p>\n` +
    `<figure><img src="https://images.news.example/${at}.jpg" alt="x"><figcaption>Ferry 🚢 ${at}</figcaption></figure>\n`,
  Markdown: (at: number) =>
    `## Part ${at}\n\n第${at}段：The ferry came **early** and [on time](https://news.example/${at}).\n\n` +
    `![Ferry 🚢](https://images.news.example/${at}.jpg)\n\n- one *item*\n- two\n\n`,
};
const patience = 120_000;
const pause = 60;

/** Types in long articles in a real extension host. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('marginalia.news-marginalia');
  if (extension === undefined) throw new Error('VS Code does not know the extension.');
  const { services } = await extension.activate();
  await services.archives.start();
  await services.archives.whenRead();
  const { documents } = services.problems;
  const isChecked = ({ uri, version }: vscode.TextDocument): boolean => documents.of(uri)?.version === version;
  const figures: Record<string, number> = { pause: await pauseTime() };
  for (const [kind, paragraph] of Object.entries(paragraphs)) {
    const editor = await opened(`${kind} of 200 KB.md`, 200_000, paragraph);
    await documents.checkNow(editor.document);
    figures[`problems${kind}`] = await keyToProblems(editor);
    await revert();
    const turn = await LongestTurn.start(extension.extensionPath);
    const large = await opened(`${kind} of 2 MB.md`, 2_000_000, paragraph);
    await vscode.commands.executeCommand('marginalia.openPreviewToSide', large.document.uri);
    await eventually('2 MB are checked', () => isChecked(large.document), patience);
    await type(large, 'x');
    await eventually('what was typed is checked', () => isChecked(large.document), patience);
    figures[`turn${kind}`] = await turn.end();
    await revert();
  }
  console.log(hostFiguresMark + JSON.stringify(figures));

  async function keyToProblems(editor: vscode.TextEditor): Promise<number> {
    const times: number[] = [];
    for (let round = 0; round < 9; round++) {
      // Another check of what stood there before may still be on its way.
      const { version: before } = editor.document;
      const checked = new Promise<number>((resolve) => {
        const listening = documents.onDidCheck(({ document, version }) => {
          if (document !== editor.document || version === before) return;
          listening.dispose();
          resolve(performance.now());
        });
      });
      const typed = nextChange(editor.document);
      await type(editor, round % 2 === 0 ? '晨' : 'x');
      times.push((await checked) - (await typed));
    }
    return median(times);
  }
}

async function opened(name: string, bytes: number, paragraph: (at: number) => string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  let text = head;
  for (let at = 0, size = 0; size < bytes; at++) {
    const next = paragraph(at);
    size += Buffer.byteLength(next);
    text += next;
  }
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await writeFile(uri.fsPath, text);
  return vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
}

/** When VS Code tells its extensions of the next change. */
function nextChange(document: vscode.TextDocument): Promise<number> {
  return new Promise((resolve) => {
    const listening = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document !== document) return;
      listening.dispose();
      resolve(performance.now());
    });
  });
}

/** A character in the middle. */
async function type({ document }: vscode.TextEditor, character: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(Math.floor(document.lineCount / 2), 3), character);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('VS Code refused what was typed.');
}

async function revert(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** What the machine makes of the pause that each check waits for. */
async function pauseTime(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 9; round++) {
    const start = performance.now();
    await new Promise((resolve) => setTimeout(resolve, pause));
    times.push(performance.now() - start);
  }
  return median(times);
}
