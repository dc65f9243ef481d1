import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workbench } from '../support/workbench';
import { openArticles } from './openArticles';

const link = '[Repair](command:workbench.action.toggleZenMode)';

describe('notifications', () => {
  let workbench: Workbench;
  before(async () => {
    ({ workbench } = await openArticles());
  });
  after(() => workbench?.close());

  it('show what strangers wrote as text, not as links that run commands', async () => {
    const config = join(workbench.folder, '.marginalia', 'config.json');
    const { problems, ...more } = JSON.parse(await readFile(config, 'utf8'));
    await writeFile(config, JSON.stringify({ ...more, problems: { ...problems, rules: { [link]: 'off' } } }));
    const told = await workbench.waitForNotification('There is no rule');
    assert.ok(told.replaceAll('\u2060', '').includes(link), told);
  });
});
