import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Archive } from '../../src/extension/workspace/archives/archive';
import { eventually } from '../support/eventually';
import { changeFolders } from './changeFolders';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText } from './scratchFolder';
import { topGroups } from './treeText';

describe('a second workspace folder', () => {
  let sample: OpenSample;
  let folder: string;
  let second: Archive;

  before(async () => {
    sample = await openSample();
    folder = await mkdtemp(join(tmpdir(), 'marginalia-second-'));
    await writeFile(join(folder, 'notes.md'), '# Notes\n\nNo article at all.\n');
    await writeFile(join(folder, 'plans.md'), '# Plans\n\nNo article either.\n');
    const uri = vscode.Uri.file(folder);
    await changeFolders(1, 0, { uri, name: 'second' });
    second = await eventually('it is open', () => sample.archives.all[1]);
    await eventually('it is read', () => second.state === 'ready');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if ((vscode.workspace.workspaceFolders?.length ?? 0) > 1) await changeFolders(1, 1);
    await rm(folder, { recursive: true, force: true });
  });

  it('that holds no articles is read and not shown', () => {
    assert.equal(second.folder.name, 'second');
    assert.equal(second.index.size, 2);
    assert.equal(second.isArchive, false);
    assert.deepEqual(sample.trees.shown, [sample.archive]);
  });

  it('is shown as soon as most of it are articles', async () => {
    for (const name of ['one', 'two', 'three']) await writeFile(join(folder, `${name}.md`), articleText(name));
    await eventually('it is an archive', () => second.isArchive);
    assert.deepEqual(sample.trees.shown, [sample.archive, second]);
    assert.deepEqual(topGroups({ archive: second, trees: sample.trees }), ['Scratch Gazette 3', 'noSource 2']);
    await Promise.all(['one', 'two', 'three'].map((name) => rm(join(folder, `${name}.md`))));
    await eventually('it is none again', () => !second.isArchive);
  });

  it('is shown from when it is set up until its configuration is gone', async () => {
    for (let round = 0; round < 3; round++) {
      await setUp();
      await eventually('it is an archive', () => second.isArchive && second.state === 'ready');
      await rm(join(folder, '.marginalia'), { recursive: true });
      await eventually('it is none', () => !second.isArchive && second.state === 'ready');
    }
  });

  it('has a configuration of its own', async () => {
    await setUp();
    await eventually('it is an archive', () => second.isArchive && second.state === 'ready');
    assert.equal(second.timeZone, 'America/Lima');
    assert.equal(sample.archive.timeZone, 'Asia/Shanghai');
    assert.deepEqual(sample.trees.shown, [sample.archive, second]);
  });

  it('has marks and rows of its own', async () => {
    await writeFile(join(folder, 'one.md'), articleText('One'));
    const uri = vscode.Uri.joinPath(second.folder.uri, 'one.md');
    const row = await eventually('its row', () => sample.trees.rowOf(uri));
    assert.equal(sample.trees.archiveOf(row), second);
    assert.equal(sample.archives.of(uri), second);
    await vscode.commands.executeCommand('marginalia.markRead', row);
    const read = [...second.marks.all].filter(([, mark]) => mark === 'read');
    assert.deepEqual(read, [['one.md', 'read']]);
    assert.equal(sample.archive.marks.get('one.md'), undefined);
  });

  it('is let go of when it is removed', async () => {
    const closed: Archive[] = [];
    const listening = sample.archives.onDidClose((archive) => closed.push(archive));
    await changeFolders(1, 1);
    await eventually('it is closed', () => closed.length === 1);
    listening.dispose();
    assert.deepEqual(closed, [second]);
    assert.deepEqual(sample.archives.all, [sample.archive]);
    assert.equal(sample.trees.treeOf(second), undefined);
    let changes = 0;
    second.onDidChangeArticles(() => changes++);
    await writeFile(join(folder, 'late.md'), articleText('Late'));
    await writeFile(join(sample.archive.folder.uri.fsPath, 'late.md'), articleText('Late'));
    await eventually('the other archive is still live', () => sample.archive.index.get('late.md') !== undefined);
    await second.readAgain();
    assert.equal(changes, 0);
    await rm(join(sample.archive.folder.uri.fsPath, 'late.md'));
    await eventually('it is gone', () => sample.archive.index.size === 42);
  });

  async function setUp(): Promise<void> {
    await mkdir(join(folder, '.marginalia'));
    await writeFile(join(folder, '.marginalia', 'config.json'), '{ "version": 1, "timeZone": "America/Lima" }');
  }
});
