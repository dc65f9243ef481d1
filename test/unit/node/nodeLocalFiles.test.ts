import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeLocalFiles } from '../../../src/node/nodeLocalFiles';
import { folderWith } from './archiveFolder';

describe('looking up files of an archive', () => {
  it('tells files from what is not there', async () => {
    const root = await folderWith({ 'img/ferry.jpg': '', '新闻/港口.png': '', 'plain.gif': '' });
    assert.deepEqual(
      await new NodeLocalFiles(root).lookUp(['img/ferry.jpg', '新闻/港口.png', 'plain.gif', 'img', 'no/such.jpg', '']),
      {
        'img/ferry.jpg': { kind: 'file' },
        '新闻/港口.png': { kind: 'file' },
        'plain.gif': { kind: 'file' },
        img: { kind: 'missing' },
        'no/such.jpg': { kind: 'missing' },
        '': { kind: 'missing' },
      },
    );
  });

  it('names the file whose name is written in another case', async () => {
    const root = await folderWith({ 'Img/Ferry.JPG': '' });
    assert.deepEqual(await new NodeLocalFiles(root).lookUp(['img/ferry.jpg', 'Img/ferry.JPG']), {
      'img/ferry.jpg': { kind: 'otherCase', actual: 'Img/Ferry.JPG' },
      'Img/ferry.JPG': { kind: 'otherCase', actual: 'Img/Ferry.JPG' },
    });
  });

  it('names the nearest file in the same folder', async () => {
    const root = await folderWith({ 'img/harbour.jpg': '', 'img/bridge.jpg': '', 'harbor.jpg': '' });
    assert.deepEqual(await new NodeLocalFiles(root).lookUp(['img/harbor.jpg', 'img/weather.png']), {
      'img/harbor.jpg': { kind: 'missing', nearest: 'img/harbour.jpg' },
      'img/weather.png': { kind: 'missing' },
    });
  });

  it('never looks outside of the archive', async () => {
    const outer = await folderWith({ 'in/a.jpg': '', 'secret.jpg': '', 'out/b.jpg': '' });
    const root = join(outer, 'in');
    await symlink(join(outer, 'secret.jpg'), join(root, 'link.jpg'));
    await symlink(join(outer, 'out'), join(root, 'away'));
    await symlink(join(root, 'a.jpg'), join(root, 'same.jpg'));
    const asked = ['../secret.jpg', '/etc/passwd', 'link.jpg', 'away/b.jpg', 'away/c.jpg', 'same.jpg'];
    const found = await new NodeLocalFiles(root).lookUp(asked);
    assert.deepEqual(
      asked.map((path) => found[path]?.kind),
      ['missing', 'missing', 'missing', 'missing', 'missing', 'file'],
    );
    for (const file of Object.values(found)) assert.ok(!('nearest' in file), JSON.stringify(file));
  });
});
