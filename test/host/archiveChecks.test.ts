import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { changeSetting } from './changeSetting';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';

describe('the check of an archive in the background', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;

  before(async () => {
    sample = await openSample();
  });

  beforeEach(() => {
    scratch = new ScratchFolder(sample);
  });

  afterEach(() => scratch.remove());

  const rulesOf = (name: string): readonly string[] =>
    sample.archive.problems.of(scratch.path(name)).map(({ rule }) => rule);
  const hasRules = (name: string, ...rules: readonly string[]): Promise<unknown> =>
    eventually(`${name} with ${rules.join()}`, () => rulesOf(name).join() === rules.join());
  const isAtRest = (): boolean => sample.problems.checksOf(sample.archive)?.progress === undefined;

  it('finds what is wrong in a file that is closed, and that it is mended', async () => {
    await scratch.write('one.md', articleText('One').replace('2031-04-05', 'Invalid Date'));
    await hasRules('one.md', 'metadata/date');
    assert.ok(vscode.workspace.textDocuments.every(({ uri }) => uri.path !== scratch.uri('one.md').path));
    await scratch.write('one.md', articleText('One', { date: '2021-04-05' }));
    await hasRules('one.md');
  });

  it('lets what is typed count instead of the file, until the editor is closed', async () => {
    await scratch.write('one.md', articleText('One', { date: '2021-04-05' }));
    await scratch.shows('one.md', 'One');
    const document = await vscode.workspace.openTextDocument(scratch.uri('one.md'));
    const editor = await vscode.window.showTextDocument(document);
    const place = document.positionAt(document.getText().indexOf('2021-04-05'));
    await editor.edit((edit) => edit.replace(new vscode.Range(place, place.translate(0, 10)), 'someday'));
    await hasRules('one.md', 'metadata/date');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await hasRules('one.md');
  });

  it('looks again at an article when a picture of it comes or goes', async () => {
    const text = articleText('One', { date: '2021-04-05' }).replace('A <b>', '<img src="sea.png" alt="Sea"> A <b>');
    await scratch.write('one.md', text);
    await hasRules('one.md', 'image/not-found');
    await scratch.write('sea.png', 'no matter what');
    await hasRules('one.md');
    await rm(join(scratch.onDisk, 'sea.png'));
    await hasRules('one.md', 'image/not-found');
  });

  it('tells the other of two articles that are the same, and forgets it when one is gone', async () => {
    const text = (title: string): string =>
      articleText(title, { date: '2021-04-05' }).replace('date:', 'link: https://scratch.example/a\ndate:');
    await scratch.write('one.md', text('One'));
    await scratch.shows('one.md', 'One');
    await eventually('no check', isAtRest);
    assert.deepEqual(rulesOf('one.md'), []);
    await scratch.write('two.md', text('Two'));
    await hasRules('one.md', 'metadata/duplicate-article');
    await hasRules('two.md', 'metadata/duplicate-article');
    await rm(join(scratch.onDisk, 'two.md'));
    await hasRules('one.md');
  });

  it('follows the configuration', async () => {
    await scratch.write('one.md', articleText('One', { date: 'someday' }));
    await hasRules('one.md', 'metadata/date');
    const config = join(sample.archive.folder.uri.fsPath, '.marginalia', 'config.json');
    const before = await vscode.workspace.fs.readFile(vscode.Uri.file(config));
    try {
      const value = JSON.parse(new TextDecoder().decode(before));
      const problems = { ...value.problems, rules: { 'metadata/date': 'off' } };
      await writeFile(config, JSON.stringify({ ...value, problems }));
      await hasRules('one.md');
    } finally {
      await writeFile(config, before);
    }
    await hasRules('one.md', 'metadata/date');
  });

  it('leaves closed articles alone where a person wants that', async () => {
    await scratch.write('one.md', articleText('One', { date: 'someday' }));
    await hasRules('one.md', 'metadata/date');
    try {
      await changeSetting('problems.check', 'openArticles');
      await hasRules('one.md');
      // What is opened through the API stays a document for minutes after its editor is closed.
      await vscode.commands.executeCommand('vscode.open', scratch.uri('one.md'));
      await hasRules('one.md', 'metadata/date');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await hasRules('one.md');
    } finally {
      await changeSetting('problems.check', undefined);
    }
    await hasRules('one.md', 'metadata/date');
  });

  it('tells nobody more than what has changed', async () => {
    await eventually('no check', isAtRest);
    const told: string[] = [];
    const listening = sample.problems.onDidChange(({ change }) => told.push(...change.map(({ path }) => path)));
    try {
      await scratch.write('one.md', articleText('One', { date: 'someday' }));
      await hasRules('one.md', 'metadata/date');
      assert.deepEqual(told, [scratch.path('one.md')]);
    } finally {
      listening.dispose();
    }
  });
});
