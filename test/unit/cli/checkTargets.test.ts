import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { checkTargets } from '../../../src/cli/checkTargets';
import { folderWith } from '../node/archiveFolder';

describe('what check is to look at', () => {
  it('is each article once, however it is named, and archives of their own by their own rules', async () => {
    const root = await folderWith({
      'a.md': 'A',
      'b/two.md': 'Two',
      'bc/four.md': 'Four',
      'own/.marginalia/config.json': '{}',
      'own/in/three.md': 'Three',
    });
    const targets = async (...paths: readonly string[]): Promise<readonly string[]> =>
      (await checkTargets(paths.map((path) => join(root, path)))).map((target) =>
        [`${relative(root, target.root)}/`, ...(target.files ?? [])].join(' '),
      );
    assert.deepEqual(await targets('.'), ['/']);
    assert.deepEqual(await targets('b/two.md', '.', 'b', 'a.md', '.'), ['/']);
    assert.deepEqual(await targets('b', 'b/two.md', 'bc/four.md'), ['b/', 'bc/ four.md']);
    assert.deepEqual(await targets('.', 'own'), ['/', 'own/']);
    assert.deepEqual(await targets('.', 'own/in/three.md'), ['/', 'own/ in/three.md']);
    assert.deepEqual(await targets('own', 'own/in', 'own/in/three.md'), ['own/']);
  });
});
