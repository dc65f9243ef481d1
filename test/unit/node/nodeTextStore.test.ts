import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeTextStore } from '../../../src/node/nodeTextStore';
import { folderWith } from './archiveFolder';

describe('text files on this computer', () => {
  it('are listed, read, replaced, moved and removed', async () => {
    const root = await folderWith({
      '.marginalia/x/b/2.txt': 'two',
      '.marginalia/x/1.txt': 'one',
      '.marginalia/x/.hidden': 'no',
    });
    const store = new NodeTextStore(root);
    assert.deepEqual(await store.list('.marginalia/x'), ['.marginalia/x/1.txt', '.marginalia/x/b/2.txt']);
    assert.deepEqual(await store.list('.marginalia/none'), []);
    assert.equal(await store.read('.marginalia/x/1.txt'), 'one');
    assert.equal(await store.read('.marginalia/none/1.txt'), undefined);
    await store.update('.marginalia/x/1.txt', (text) => `${text}!`);
    await store.update('.marginalia/new/3.txt', (text) => String(text));
    assert.deepEqual(
      [await store.read('.marginalia/x/1.txt'), await store.read('.marginalia/new/3.txt')],
      ['one!', 'undefined'],
    );
    assert.equal(await store.move('.marginalia/x/b', '.marginalia/y/c'), true);
    assert.equal(await store.move('.marginalia/x/1.txt', '.marginalia/y/c/2.txt'), false);
    await store.update('.marginalia/y/c/2.txt', () => '');
    assert.equal(existsSync(join(root, '.marginalia/y')), false, 'empty folders go too');
    assert.deepEqual(await readdir(join(root, '.marginalia/x')), ['.hidden', '1.txt']);
  });

  it('lose no change of those made at once', async () => {
    const root = await folderWith({});
    const stores = [new NodeTextStore(root), new NodeTextStore(root), new NodeTextStore(root)];
    const changes = Array.from({ length: 60 }, (_, index) =>
      stores[index % 3]?.update('a/n.txt', (text = '') => `${text}${index};`),
    );
    await Promise.all(changes);
    const written = (await readFile(join(root, 'a/n.txt'), 'utf8'))
      .split(';')
      .filter((part) => part !== '')
      .map(Number);
    assert.deepEqual(
      written.sort((a, b) => a - b),
      Array.from({ length: 60 }, (_, index) => index),
    );
    assert.deepEqual(await readdir(join(root, 'a')), ['n.txt']);
  });

  it('are not held back by who was killed', async () => {
    const root = await folderWith({ 'a/n.txt': 'x', 'a/m.txt': 'x' });
    const { hostname } = await import('node:os');
    await symlink(`999999999@${hostname()}`, join(root, 'a/.n.txt.lock'));
    await writeFile(join(root, 'a/.m.txt.lock'), '');
    await utimes(join(root, 'a/.m.txt.lock'), 1, 1);
    const store = new NodeTextStore(root);
    await store.update('a/n.txt', () => 'y');
    await store.update('a/m.txt', () => 'y');
    assert.deepEqual([await store.read('a/n.txt'), await store.read('a/m.txt')], ['y', 'y']);
  });

  it('are never outside of the folder', async () => {
    const root = await folderWith({ 'in/a.txt': 'x' });
    const outside = await folderWith({ 'secret.txt': 'x' });
    await symlink(outside, join(root, 'out'));
    await mkdir(join(root, 'b'));
    const store = new NodeTextStore(root);
    for (const path of ['../x.txt', 'out/secret.txt', 'out/new/x.txt', '/etc/hosts']) {
      await assert.rejects(store.read(path), /leads out of/, path);
      await assert.rejects(
        store.update(path, () => 'y'),
        /leads out of/,
        path,
      );
    }
    assert.deepEqual(await readdir(outside), ['secret.txt']);
  });

  it('leave everything as it was when a change fails', async () => {
    const root = await folderWith({ 'a/n.txt': 'x' });
    const store = new NodeTextStore(root);
    await assert.rejects(
      store.update('a/n.txt', () => {
        throw new Error('no');
      }),
      /no/,
    );
    await store.update('a/n.txt', () => undefined);
    assert.deepEqual([await store.read('a/n.txt'), await readdir(join(root, 'a'))], ['x', ['n.txt']]);
  });
});
