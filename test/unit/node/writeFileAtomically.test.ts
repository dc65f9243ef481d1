import assert from 'node:assert/strict';
import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../src/node/writeFileAtomically';
import { folderWith } from './archiveFolder';

describe('writing a file atomically', () => {
  it('makes it, replaces it, and leaves nothing else behind', async () => {
    const folder = await folderWith({});
    const file = join(folder, 'x.json');
    await writeFileAtomically(file, 'one');
    assert.equal(await readFile(file, 'utf8'), 'one');
    await writeFileAtomically(file, ['t', 'wo 港']);
    assert.equal(await readFile(file, 'utf8'), 'two 港');
    await writeFileAtomically(file, new Uint8Array([1, 2]));
    assert.deepEqual([...(await readFile(file))], [1, 2]);
    assert.deepEqual(await readdir(folder), ['x.json']);
  });

  it('writes a file whose name is as long as one can be', async () => {
    const file = join(await folderWith({}), `${'港'.repeat(84)}.md`);
    await writeFileAtomically(file, 'text');
    assert.equal(await readFile(file, 'utf8'), 'text');
  });

  it('keeps the mode of a file that is there', async function () {
    if (process.platform === 'win32') return this.skip();
    const file = join(await folderWith({ 'x.json': 'one' }), 'x.json');
    await chmod(file, 0o4666);
    await writeFileAtomically(file, 'two');
    assert.equal((await stat(file)).mode & 0o7777, 0o4666);
  });

  it('keeps the old contents and no leavings when it fails half-way', async () => {
    const folder = await folderWith({ 'x.json': 'one' });
    const failing = (async function* () {
      yield 'half';
      throw new Error('no more');
    })();
    await assert.rejects(writeFileAtomically(join(folder, 'x.json'), failing), /no more/);
    assert.equal(await readFile(join(folder, 'x.json'), 'utf8'), 'one');
    assert.deepEqual(await readdir(folder), ['x.json']);
  });

  it('leaves nothing when the place is taken by a folder', async () => {
    const folder = await folderWith({});
    await mkdir(join(folder, 'taken', 'inner'), { recursive: true });
    await assert.rejects(writeFileAtomically(join(folder, 'taken'), 'text'));
    assert.deepEqual(await readdir(folder), ['taken']);
  });

  it('rejects when the folder is missing', async () => {
    await assert.rejects(writeFileAtomically(join(await folderWith({}), 'no', 'x'), 'text'), { code: 'ENOENT' });
  });

  it('never shows a reader less than a whole file', async () => {
    const file = join(await folderWith({ 'x.txt': 'a'.repeat(50_000) }), 'x.txt');
    const parts = (letter: string) => Array.from({ length: 50 }, () => letter.repeat(1000));
    const writing = (async () => {
      for (const letter of 'bcdefgh') await writeFileAtomically(file, parts(letter));
    })();
    let isWriting = true;
    const written = writing.finally(() => {
      isWriting = false;
    });
    while (isWriting) assert.match(await readFile(file, 'utf8'), /^(.)\1{49999}$/);
    await written;
  });

  it('writes through a link', async () => {
    const folder = await folderWith({ 'real.json': 'one' });
    await symlink(join(folder, 'real.json'), join(folder, 'link.json'));
    await writeFileAtomically(join(folder, 'link.json'), 'two');
    assert.equal(await readFile(join(folder, 'real.json'), 'utf8'), 'two');
    assert.ok((await lstat(join(folder, 'link.json'))).isSymbolicLink());
    await writeFile(join(folder, 'real.json'), 'three');
    assert.equal(await readFile(join(folder, 'link.json'), 'utf8'), 'three');
  });
});
