import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../support/projectRoot';

describe('the bundles for Node', () => {
  it('require nothing, which ES modules cannot', () => {
    const built = join(projectRoot, 'dist');
    const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^(?:chunks[\\/])?[^\\/]+\.mjs$/.test(file),
    );
    assert.ok(files.includes('extension.mjs') && files.length > 3, files.join(' '));
    const requiring = files.filter((file) => /__require\d*\("/.test(readFileSync(join(built, file), 'utf8')));
    assert.deepEqual(requiring, []);
  });
});
