import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/projectRoot';

const tellers = /\.show(?:Information|Warning|Error)Message\b/;

describe('notifications', () => {
  it('are shown by one module alone, which lets no words of strangers become links that run commands', () => {
    const folder = join(projectRoot, 'src', 'extension');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    assert.ok(files.length > 200);
    const others = files.filter((path) => tellers.test(readFileSync(join(folder, path), 'utf8')));
    assert.deepEqual(others, ['ui/notify.ts']);
  });
});
