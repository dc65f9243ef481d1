import assert from 'node:assert/strict';
import { join } from 'node:path';
import { folderWith } from '../node/archiveFolder';
import { runCaptured } from './runCaptured';

describe('the text command', () => {
  it('prints the text of an article', async () => {
    const root = await folderWith({ 'a.md': '---\ntitle: x\n---\n\n<p>One &amp; <b>two</b></p><p>三</p>\n' });
    assert.deepEqual(await runCaptured(['text', join(root, 'a.md')]), { code: 0, out: 'One & two\n三\n', error: '' });
  });

  it('says why it cannot', async () => {
    const root = await folderWith({});
    const { code, error } = await runCaptured(['text', join(root, 'gone.md')]);
    assert.equal(code, 2);
    assert.match(error, /gone\.md: there is no such file/);
    assert.match((await runCaptured(['text', root])).error, /a folder; name one article/);
    assert.match((await runCaptured(['text'])).error, /needs an article/);
  });
});
