import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Archive } from '../../src/extension/archives/archive';
import { eventually } from '../support/eventually';
import { changeFolders } from './changeFolders';
import { MemoryFileSystem } from './memoryFileSystem';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText } from './scratchFolder';
import { topGroups } from './treeText';

const root = vscode.Uri.from({ scheme: 'memfs-test', authority: 'archive', path: '/news' });

describe('an archive on a virtual file system', () => {
  const files = new MemoryFileSystem();
  let registration: vscode.Disposable;
  let sample: OpenSample;
  let archive: Archive;

  before(async () => {
    sample = await openSample();
    registration = vscode.workspace.registerFileSystemProvider(root.scheme, files);
    write('.marginalia/config.json', '{ "version": 1, "timeZone": "UTC" }');
    write('2031/one.md', articleText('One'));
    write('2031/two.md', articleText('Two', { source: 'Other Gazette' }));
    write('2031/deep/three.md', articleText('Three'));
    write('node_modules/package/readme.md', articleText('Package'));
    await changeFolders(1, 0, { uri: root, name: 'virtual' });
    archive = await eventually('it is open', () => sample.archives.all[1]);
    await eventually('it is read', () => archive.state === 'ready' && archive.index.size === 3);
    await eventually('its bodies too', () => [...archive.index.entries()].every(({ body }) => body !== undefined));
  });

  after(async () => {
    await changeFolders(1, 1);
    registration.dispose();
    files.dispose();
  });

  it('is read through VS Code, and nothing of it twice that needs not be', () => {
    assert.equal(archive.timeZone, 'UTC');
    assert.deepEqual(topGroups({ archive, trees: sample.trees }), ['Other Gazette 1', 'Scratch Gazette 2']);
    assert.ok(!files.reads.some((path) => path.includes('node_modules')));
  });

  it('follows its changes, and reads only the file that has changed', async () => {
    files.reads.length = 0;
    write('2031/one.md', articleText('Uno'));
    await eventually('the new title', () => archive.index.get('2031/one.md')?.title === 'Uno');
    // Once for the index and once for its problems.
    assert.deepEqual(new Set(files.reads), new Set(['/news/2031/one.md']));
    write('2032/four.md', articleText('Four'));
    await eventually('the new article', () => archive.index.get('2032/four.md')?.title === 'Four');
    files.delete(vscode.Uri.joinPath(root, '2031/deep'));
    await eventually('a folder less', () => archive.index.get('2031/deep/three.md') === undefined);
    files.delete(vscode.Uri.joinPath(root, '2032/four.md'));
    await eventually('an article less', () => archive.index.size === 2);
  });

  it('takes no article for deleted while the file system is out of reach', async () => {
    const { size } = archive.index;
    files.away = '/news/2031';
    await archive.readAgain();
    assert.equal(archive.state, 'stopped');
    assert.ok(archive.failure);
    assert.equal(archive.index.size, size);
    files.away = undefined;
    await archive.readAgain();
    assert.equal(archive.state, 'ready');
    assert.equal(archive.failure, undefined);
  });

  function write(path: string, text: string): void {
    files.writeFile(vscode.Uri.joinPath(root, path), new TextEncoder().encode(text));
  }
});
