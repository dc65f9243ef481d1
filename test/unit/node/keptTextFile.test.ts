import assert from 'node:assert/strict';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KeptTextFile } from '../../../src/node/keptTextFile';
import { type TemporaryFolder, temporaryFolder } from '../../support/temporaryFolder';

describe('KeptTextFile', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());

  it('holds nothing before anything was written', async () => {
    assert.equal(await new KeptTextFile(join(folder.path, 'kept.json')).read(), undefined);
  });

  it('holds what was written last, and leaves nothing else behind', async () => {
    const path = join(folder.path, 'kept.json');
    const kept = new KeptTextFile(path);
    await Promise.all(['第一', 'second', 'third'].map((text) => kept.write(text)));
    assert.equal(await new KeptTextFile(path).read(), 'third');
    assert.deepEqual(await readdir(folder.path), ['kept.json']);
  });

  it('writes again after a write that failed', async () => {
    const inTheWay = join(folder.path, 'later');
    await writeFile(inTheWay, '');
    const kept = new KeptTextFile(join(inTheWay, 'kept.json'));
    await assert.rejects(kept.write('lost'));
    await rm(inTheWay);
    await kept.write('kept');
    assert.equal(await kept.read(), 'kept');
  });

  it('tells of what is there and cannot be read', async () => {
    await assert.rejects(new KeptTextFile(folder.path).read());
  });
});
