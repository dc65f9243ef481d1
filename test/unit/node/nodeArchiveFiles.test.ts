import assert from 'node:assert/strict';
import { chmod, mkdir, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultPathFilter } from '../../../src/core/text/pathFilter';
import { NodeArchiveFiles } from '../../../src/node/nodeArchiveFiles';
import { WorkerPool } from '../../../src/node/workerPool';
import { addFiles, collect, folderWith, MemoryLog, unstopped, workerScript } from './archiveFolder';

describe('the files of an archive in a local folder', () => {
  const pool = new WorkerPool({ script: workerScript, size: 1 });
  const log = new MemoryLog();
  let manyFiles: string;
  before(async () => {
    manyFiles = await folderWith(Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`${i % 9}/${i}.md`, ''])));
  });
  after(() => pool.dispose());

  const open = (root: string): NodeArchiveFiles => new NodeArchiveFiles(root, pool, log);
  const listed = async (root: string, folder = '', filter = defaultPathFilter): Promise<readonly string[]> => {
    const stamps = await collect(open(root).list(filter, folder, unstopped));
    return stamps.map(({ path }) => path).sort();
  };

  it('lists articles at any depth with their stamps, and nothing that is hidden or left out', async () => {
    const root = await folderWith({
      'a.md': 'one',
      '港口/2021/b c.markdown': 'two',
      'image.png': '',
      '.git/c.md': '',
      'node_modules/x/d.md': '',
      'sub/.hidden.md': '',
    });
    assert.deepEqual(await listed(root), ['a.md', '港口/2021/b c.markdown']);
    const [stamp] = await collect(open(root).list({ include: ['a.md'], exclude: [] }, '', unstopped));
    const { size, mtimeMs } = await stat(join(root, 'a.md'));
    assert.deepEqual(stamp, { path: 'a.md', size, mtime: Math.floor(mtimeMs) });
  });

  it('lists one folder when asked for it, unless it is left out, gone or outside', async () => {
    const root = await folderWith({ 'a.md': '', 'sub/b.md': '', 'sub/deep/c.md': '', 'node_modules/x/d.md': '' });
    assert.deepEqual(await listed(root, 'sub'), ['sub/b.md', 'sub/deep/c.md']);
    for (const folder of ['node_modules', 'node_modules/x', 'gone', 'a.md', '../', '..', 'sub/../..']) {
      assert.deepEqual(await listed(root, folder), [], folder);
    }
  });

  it('comes in batches, and ends the listing when it is left early', async () => {
    const root = manyFiles;
    const sizes: number[] = [];
    for await (const batch of open(root).list(defaultPathFilter, '', unstopped)) sizes.push(batch.length);
    assert.deepEqual(sizes, [1000, 1000, 500]);

    for await (const batch of open(root).list(defaultPathFilter, '', unstopped)) {
      assert.equal(batch.length, 1000);
      break;
    }
    assert.equal((await listed(root)).length, 2500);
  });

  it('stops when it is told to', async () => {
    const root = manyFiles;
    const stop = new AbortController();
    const reason = new Error('enough');
    const listing = async (): Promise<void> => {
      for await (const _ of open(root).list(defaultPathFilter, '', stop.signal)) stop.abort(reason);
    };
    await assert.rejects(listing, reason);
    await assert.rejects(collect(open(root).list(defaultPathFilter, '', stop.signal)), reason);
    assert.equal((await listed(root)).length, 2500);
  });

  it('never follows links out of the folder, nor links to folders', async () => {
    const outside = await folderWith({ 'secret.md': 'secret', 'folder/secret.md': 'secret' });
    const root = await folderWith({ 'real/a.md': 'text' });
    await symlink(join(outside, 'secret.md'), join(root, 'out.md'));
    await symlink(join(outside, 'folder'), join(root, 'out'));
    await symlink(join(root, 'real'), join(root, 'again'));
    await symlink(root, join(root, 'real', 'circle'));
    await symlink(join(root, 'real', 'a.md'), join(root, 'in.md'));
    await symlink('nowhere.md', join(root, 'broken.md'));
    const paths = ['real/a.md', 'in.md', 'out.md', 'out/secret.md', 'out', 'again', 'broken.md', 'real'];
    const outsideWords = ['../x.md', `${outside}/secret.md`];

    assert.deepEqual(await listed(root), ['in.md', 'real/a.md']);
    for (const folder of ['out', 'again']) assert.deepEqual(await listed(root, folder), [], folder);
    const files = open(root);
    // A few paths are looked at here, many in a thread.
    for (const repeat of [1, 5]) {
      const found = await files.stat(Array.from({ length: repeat }, () => [...paths, ...outsideWords]).flat());
      // In no order: several are looked at at once.
      assert.deepEqual(new Set(found.files.map(({ path }) => path)), new Set(['real/a.md', 'in.md']));
      assert.deepEqual([...new Set(found.folders)], ['real']);
    }
    assert.equal(Buffer.from(await files.read('in.md')).toString(), 'text');
    for (const path of ['out.md', 'out/secret.md', '../x.md', `${outside}/secret.md`]) {
      await assert.rejects(files.read(path), { name: 'OutsidePathError' }, path);
    }
  });

  it('may be a link itself', async () => {
    const root = await folderWith({ 'a.md': 'text' });
    const link = join(await folderWith({}), 'link');
    await symlink(root, link);
    assert.deepEqual(await listed(link), ['a.md']);
    assert.equal((await open(link).stat(['a.md'])).files.length, 1);
    assert.equal(Buffer.from(await open(link).read('a.md')).toString(), 'text');
  });

  it('says which folder cannot be looked at and goes on', async () => {
    if (process.platform === 'win32' || process.getuid?.() === 0) {
      // For root every folder is open: one that is gone for the listing stands in.
      const missing = join(await folderWith({}), 'gone');
      assert.deepEqual(await listed(missing), []);
      assert.match(log.lines.at(-1) ?? '', /Passed over while listing: \.: ENOENT/);
      return;
    }
    const root = await folderWith({ 'a.md': '', 'closed/b.md': '' });
    await chmod(join(root, 'closed'), 0);
    assert.deepEqual(await listed(root), ['a.md']);
    await chmod(join(root, 'closed'), 0o755);
    assert.match(log.lines.at(-1) ?? '', /Passed over while listing: closed: EACCES/);
  });

  it('tells files from folders and from what is gone', async () => {
    const root = await folderWith({ 'a.md': 'one' });
    await mkdir(join(root, 'folder.md'));
    await addFiles(root, { 'folder.md/b.md': 'two' });
    await rm(join(root, 'a.md'));
    const found = await open(root).stat(['a.md', 'folder.md', 'folder.md/b.md', 'a.md/x.md']);
    assert.deepEqual(
      found.files.map(({ path }) => path),
      ['folder.md/b.md'],
    );
    assert.deepEqual(found.folders, ['folder.md']);
  });
});
