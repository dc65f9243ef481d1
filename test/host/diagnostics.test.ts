import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { allRules } from '../../src/core/problems/rules/allRules';
import { eventually } from '../support/eventually';
import { diagnosticFor, diagnosticsOf, placeOf, replaceText, ruleOf, rulesIn, withoutRule } from './checkedEditor';
import { type OpenSample, openSample } from './sampleArchive';
import { ScratchFolder } from './scratchFolder';

const head = `---\ntitle: 渡轮 🚢 回来了\nsource: Scratch Gazette\ndate: 2021-04-05\n---\n`;

describe('diagnostics', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;

  before(async () => {
    sample = await openSample();
  });

  beforeEach(() => {
    scratch = new ScratchFolder(sample);
  });

  afterEach(() => scratch.remove());

  it('appear while one types, unsaved, behind Chinese and emoji, and go when it is mended', async () => {
    const editor = await open(
      'one.md',
      `${head}<p>图 👩‍👩‍👧 “甲”：</p><p><img src="https://news.example/一.jpg"></p>\n`,
    );
    const { uri } = editor.document;
    await withoutRule(uri, 'image/insecure');
    await replaceText(editor, 'https://', 'http://');
    const diagnostic = await diagnosticFor(uri, 'image/insecure');
    assert.deepEqual(diagnostic.range, placeOf(editor.document, 'http://news.example/一.jpg'));
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(diagnostic.source, 'Marginalia');
    assert.equal(editor.document.isDirty, true);
    await replaceText(editor, 'http://', 'https://');
    await withoutRule(uri, 'image/insecure');
  });

  it('lead to the page of their rule', async () => {
    const editor = await open('one.md', `${head}<img src="http://news.example/a.jpg">\n`);
    const { code } = await diagnosticFor(editor.document.uri, 'image/insecure');
    assert.ok(typeof code === 'object');
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# image\/insecure\n\n\*\*/);
    assert.doesNotMatch(page.getText(), /image\/missing-alt|<a id/);
    for (const { id } of allRules) {
      const target = code.target.with({ path: `/${id}.md` });
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      assert.ok(text.startsWith(`# ${id}\n`) && text.length > 100, id);
    }
  });

  it('are as grave as the configuration says, and what could go is greyed out', async () => {
    const editor = await open(
      'one.md',
      `---\ntitle: One\nsource: A\nsummary:\ndate: 2021-04-05\n---\n<p>Text</p>\n<script>go()</script>\n`,
    );
    const { uri } = editor.document;
    const hint = await diagnosticFor(uri, 'metadata/empty-value');
    assert.equal(hint.severity, vscode.DiagnosticSeverity.Hint);
    const tagged = diagnosticsOf(uri).filter(({ tags }) => tags?.includes(vscode.DiagnosticTag.Unnecessary));
    assert.deepEqual(tagged.map(ruleOf), ['metadata/empty-value']);
  });

  it('name the other article of a pair', async () => {
    const link = 'link: https://gazette.example/one\n';
    await scratch.write('twin.md', head.replace('date', `${link}date`).concat('<p>Text</p>\n'));
    await scratch.shows('twin.md', '渡轮 🚢 回来了');
    const editor = await open('one.md', head.replace('date', `${link}date`).concat('<p>Text</p>\n'));
    const { relatedInformation } = await diagnosticFor(editor.document.uri, 'metadata/duplicate-article');
    assert.deepEqual(
      relatedInformation?.map(({ location }) => location.uri.toString()),
      [scratch.uri('twin.md').toString()],
    );
  });

  it('heal by themselves when a missing picture comes', async () => {
    const editor = await open('one.md', `${head}<p><img src="pictures/one.png"></p>\n`);
    const { uri } = editor.document;
    assert.deepEqual((await diagnosticFor(uri, 'image/not-found')).range, placeOf(editor.document, 'pictures/one.png'));
    await scratch.write('pictures/one.png', 'a picture');
    await withoutRule(uri, 'image/not-found');
  });

  it('follow a change of the configuration', async () => {
    const config = join(sample.archive.folder.uri.fsPath, '.marginalia', 'config.json');
    const before = await vscode.workspace.fs.readFile(vscode.Uri.file(config));
    const editor = await open('one.md', `${head}<img src="http://news.example/a.jpg">\n`);
    const { uri } = editor.document;
    await diagnosticFor(uri, 'image/insecure');
    try {
      const changed = {
        ...JSON.parse(new TextDecoder().decode(before)),
        problems: { rules: { 'image/insecure': 'error' } },
      };
      await writeFile(config, JSON.stringify(changed));
      await eventually('it is an error', () =>
        diagnosticsOf(uri).some(
          (one) => ruleOf(one) === 'image/insecure' && one.severity === vscode.DiagnosticSeverity.Error,
        ),
      );
    } finally {
      await writeFile(config, before);
    }
    await eventually('it is information again', () =>
      diagnosticsOf(uri).some(
        (one) => ruleOf(one) === 'image/insecure' && one.severity === vscode.DiagnosticSeverity.Information,
      ),
    );
  });

  it('go when the document is closed', async () => {
    await scratch.write('one.md', `${head}<img src="http://news.example/a.jpg">\n`);
    const uri = scratch.uri('one.md');
    // Documents that an extension has opened itself stay open for minutes.
    await vscode.commands.executeCommand('vscode.open', uri);
    await diagnosticFor(uri, 'image/insecure');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually('they are gone', () => rulesIn(uri).length === 0);
  });

  it('are not for Markdown that is no article', async () => {
    const text = '---\ntitle: It is\' no\n---\n<img src="http://news.example/a.jpg">\n';
    const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
    await scratch.write('node_modules/package/readme.md', text);
    const outside = await vscode.workspace.openTextDocument(scratch.uri('node_modules/package/readme.md'));
    for (const document of [untitled, outside]) {
      await vscode.window.showTextDocument(document, { preview: false });
      assert.equal(await sample.problems.documents.checkNow(document), undefined);
    }
    // By now they would have been checked, as this one was that came after them.
    await diagnosticFor((await open('one.md', text)).document.uri, 'image/insecure');
    for (const document of [untitled, outside]) assert.deepEqual(diagnosticsOf(document.uri), []);
    await vscode.window.showTextDocument(untitled);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are visited one after the other, hints last of all', async () => {
    const pictures = ['a', 'b', 'c'].map((name) => `<p><img src="http://news.example/${name}.jpg"></p>\n`).join('');
    const editor = await open('one.md', head.replace('date', 'summary:\ndate') + pictures);
    await diagnosticFor(editor.document.uri, 'image/insecure');
    const visited: string[] = [];
    for (const command of ['nextProblem', 'nextProblem', 'nextProblem', 'nextProblem', 'previousProblem']) {
      await vscode.commands.executeCommand(`marginalia.${command}`);
      visited.push(editor.document.getText(editor.selection).slice(-5, -4));
    }
    assert.deepEqual(visited, ['a', 'b', 'c', 'a', 'c']);
  });

  async function open(name: string, text: string): Promise<vscode.TextEditor> {
    await scratch.write(name, text);
    return vscode.window.showTextDocument(scratch.uri(name), { preview: false });
  }
});
