import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('the activity bar', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench?.close());

  it('has an icon of Marginalia that opens the Articles view', async () => {
    await workbench.openContainer('Marginalia');
    const rows = await workbench.view('Articles').waitForRows('groups of articles');
    assert.notEqual(rows[0]?.label, '');
    await workbench.screenshot('activity bar');
  });
});
