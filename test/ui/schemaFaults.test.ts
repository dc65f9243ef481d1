import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workbench } from '../support/workbench';
import { openArticles } from './openArticles';

describe('a JSON Schema that cannot be used', () => {
  let workbench: Workbench;
  before(async () => {
    ({ workbench } = await openArticles());
  });
  after(() => workbench?.close());

  it('is told once, with the place in the configuration', async () => {
    const path = join(workbench.folder, '.marginalia', 'config.json');
    const config = JSON.parse(await readFile(path, 'utf8'));
    const write = (schema: unknown): Promise<void> =>
      writeFile(path, JSON.stringify({ ...config, problems: { ...config.problems, schema } }));
    await write({ type: 'sentence' });
    const told = await workbench.waitForNotification('“problems.schema” is no JSON Schema');
    assert.match(told, /config\.json of sample: .* Articles are not checked against it\.$/);
    await workbench.pressInNotification('Open');
    await workbench.waitForTab('config.json');
    await write({ required: 'title' });
    await workbench.waitForNotification('required must be array');
  });
});
