import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFixes } from '../../../src/cli/writeFixes';
import type { NewFile } from '../../../src/core/text/fix';
import { folderWith } from '../node/archiveFolder';

const change = (path: string, before: string, text: string, files: readonly NewFile[] = []) => ({
  path,
  problems: [],
  localPaths: [],
  fixed: { before, text, fixed: 2, rules: ['image/empty'], places: [], files },
});
const bytes = new TextEncoder().encode('picture');

describe('writing fixes', () => {
  it('leaves alone what somebody else has changed or removed, and goes on', async () => {
    const root = await folderWith({ 'a.md': 'newer', 'c.md': 'old' });
    const written = await writeFixes(root, [
      change('a.md', 'old', 'mended'),
      change('b.md', 'old', 'mended'),
      change('c.md', 'old', 'mended'),
      { path: 'd.md', problems: [], localPaths: [] },
    ]);
    assert.equal(written.fixed, 2);
    assert.equal(written.articles, 1);
    assert.match(written.failures[0] ?? '', /^a\.md: not fixed: it changed meanwhile/);
    assert.match(written.failures[1] ?? '', /^b\.md: not fixed: /);
    assert.equal(await readFile(join(root, 'a.md'), 'utf8'), 'newer');
    assert.equal(await readFile(join(root, 'c.md'), 'utf8'), 'mended');
    assert.deepEqual((await readdir(root)).sort(), ['a.md', 'c.md']);
  });

  it('writes what a fix puts beside the article, but over nothing', async () => {
    const root = await folderWith({ 'n/a.md': 'old', 'n/there.png': 'mine' });
    const files = ['n/new.png', 'n/there.png'].map((path) => ({ path, bytes }));
    assert.deepEqual((await writeFixes(root, [change('n/a.md', 'old', 'mended', files)])).failures, []);
    assert.equal(await readFile(join(root, 'n/new.png'), 'utf8'), 'picture');
    assert.equal(await readFile(join(root, 'n/there.png'), 'utf8'), 'mine');
  });

  it('never writes outside of the archive', async () => {
    const outer = await folderWith({ 'in/a.md': 'old', 'in/b.md': 'old', 'secret.md': 'old' });
    const root = join(outer, 'in');
    await symlink(join(outer, 'secret.md'), join(root, 'link.md'));
    await mkdir(join(outer, 'out'));
    await symlink(join(outer, 'out'), join(root, 'away'));
    const { failures, articles } = await writeFixes(root, [
      change('link.md', 'old', 'mended'),
      change('a.md', 'old', 'mended', [{ path: '../out/x.png', bytes }]),
      change('b.md', 'old', 'mended', [{ path: 'away/x.png', bytes }]),
    ]);
    assert.equal(failures.length, 3);
    assert.equal(articles, 0);
    assert.equal(await readFile(join(outer, 'secret.md'), 'utf8'), 'old');
    assert.deepEqual(await readdir(join(outer, 'out')), []);
  });
});
