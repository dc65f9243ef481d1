import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { copySampleArchive } from '../../src/extension/features/setUp/openSampleArchive';
import { fileExists } from '../../src/extension/workspace/archives/fileExists';
import { eventually } from '../support/eventually';
import { temporaryFolder } from '../support/temporaryFolder';
import { AnnotatedScratch } from './annotatedScratch';
import { AnsweredMessages } from './answeredMessages';

describe('deleting an article', () => {
  let scratch: AnnotatedScratch;
  let messages: AnsweredMessages;

  beforeEach(async () => {
    scratch = await AnnotatedScratch.open();
    messages = new AnsweredMessages();
    await scratch.annotated('gone.md');
    await scratch.annotated('kept.md');
  });
  afterEach(async () => {
    messages.dispose();
    await scratch.remove();
  });

  /** What else VS Code tells of annotated articles does not matter here. */
  const questions = (): readonly string[] => messages.taken().filter((message) => message.includes('trash'));
  const remove = (name: string): Thenable<unknown> =>
    vscode.commands.executeCommand('marginalia.deleteArticle', scratch.uri(name));

  it('asks, and takes its annotations along, and no others', async () => {
    // Where there is no trash, deleting for good is a question of its own.
    messages.answer = ['Move to Trash', 'Delete for Good'];
    await remove('gone.md');
    assert.match(questions()[0] ?? '', /to the trash, with all annotations there \(1\)\?$/);
    await scratch.lacks('gone.md');
    await eventually('its annotations are gone', () => scratch.leaves('gone.md').length === 0);
    assert.equal(await scratch.annotationsOf('gone.md').catch(() => 'none'), 'none');
    assert.equal(scratch.leaves('kept.md').length, 1);
  });

  it('leaves all as it is when the person says no', async () => {
    await remove('gone.md');
    assert.equal(questions().length, 1);
    assert.ok(await fileExists(scratch.uri('gone.md')));
    assert.equal(scratch.leaves('gone.md').length, 1);
  });
});

describe('the sample archive', () => {
  it('is copied beside copies made before', async () => {
    const extension =
      vscode.extensions.getExtension('marginalia.news-marginalia') ?? assert.fail('The extension is not there.');
    const folder = await temporaryFolder('samples');
    try {
      const parent = vscode.Uri.file(folder.path);
      for (const name of ['marginalia-sample', 'marginalia-sample-2']) {
        const copy = await copySampleArchive(extension.extensionUri, parent);
        assert.equal(copy.fsPath, join(folder.path, name));
        const files = await readdir(copy.fsPath, { recursive: true });
        assert.ok(files.includes(join('.marginalia', 'config.json')));
        assert.ok(files.filter((file) => file.endsWith('.md')).length > 40);
      }
    } finally {
      await folder.remove();
    }
  });
});
