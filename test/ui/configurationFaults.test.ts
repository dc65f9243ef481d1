import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workbench } from '../support/workbench';
import { openArticles } from './openArticles';

const link = '[Repair](command:workbench.action.toggleZenMode)';

describe('a configuration that holds faults', () => {
  let workbench: Workbench;
  before(async () => {
    ({ workbench } = await openArticles());
  });
  afterEach(() => workbench.restore());
  after(() => workbench?.close());

  it('names a JSON Schema that cannot be used, once, and leads to its place', async () => {
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

  it('is quoted in notifications as text, not as links that run commands', async () => {
    const config = join(workbench.folder, '.marginalia', 'config.json');
    const { problems, ...more } = JSON.parse(await readFile(config, 'utf8'));
    await writeFile(config, JSON.stringify({ ...more, problems: { ...problems, rules: { [link]: 'off' } } }));
    const told = await workbench.waitForNotification('There is no rule');
    assert.ok(told.replaceAll('\u2060', '').includes(link), told);
  });
});
