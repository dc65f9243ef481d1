import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NestedFolderWatcher } from '../../../src/node/nestedFolderWatcher';
import { eventually } from '../../support/eventually';
import { addFiles, articleText, folderWith, MemoryLog } from './archiveFolder';

describe('NestedFolderWatcher', () => {
  let root: string;
  let watcher: NestedFolderWatcher;
  let seen: Set<string>;

  beforeEach(async () => {
    root = await folderWith({
      'new/deep/deeper/one.md': articleText('One'),
      'new/node_modules/package/readme.md': articleText('Package'),
      'other/deep/two.md': articleText('Two'),
    });
    watcher = new NestedFolderWatcher(root, new MemoryLog());
    seen = new Set();
    watcher.onDidChange((path) => seen.add(path));
    await watcher.watch('new', (path) => !path.includes('node_modules'));
  });

  afterEach(() => watcher.dispose());

  it('watches wanted folders inside a folder, and not that itself', () => {
    assert.equal(watcher.size, 2);
  });

  it('tells of files that come, change and go at any depth', async () => {
    await addFiles(root, { 'new/deep/deeper/three.md': articleText('Three') });
    await told('new/deep/deeper/three.md');
    seen.clear();
    await writeFile(join(root, 'new/deep/deeper/one.md'), articleText('Uno'));
    await told('new/deep/deeper/one.md');
    seen.clear();
    await rm(join(root, 'new/deep/deeper/one.md'));
    await told('new/deep/deeper/one.md');
  });

  it('watches folders that are made in watched ones', async () => {
    await mkdir(join(root, 'new/deep/2031/04'), { recursive: true });
    await told('new/deep/2031');
    await eventually('both are watched', () => watcher.size === 4);
    await addFiles(root, { 'new/deep/2031/04/late.md': articleText('Late') });
    await told('new/deep/2031/04/late.md');
  });

  it('lets go of folders that are gone, and watches others of the same name', async () => {
    await rename(join(root, 'new/deep'), join(root, 'new/gone'));
    await mkdir(join(root, 'new/deep/deeper'), { recursive: true });
    await watcher.watch('new', (path) => !path.includes('node_modules'));
    seen.clear();
    await addFiles(root, { 'new/deep/deeper/four.md': articleText('Four') });
    await told('new/deep/deeper/four.md');
    await rm(join(root, 'new/deep'), { recursive: true });
    await eventually('only the moved ones are watched', () => watcher.size === 2);
  });

  it('is quiet once disposed', async () => {
    watcher.dispose();
    assert.equal(watcher.size, 0);
    await watcher.watch('other', () => true);
    assert.equal(watcher.size, 0);
  });

  function told(path: string): Promise<true> {
    return eventually(path, () => seen.has(path)) as Promise<true>;
  }
});
