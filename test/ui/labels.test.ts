import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eventually, openWorkbench, type Workbench } from '../support/workbench';

const articles = ['inbox/harbour-market.md', 'inbox/weather-stations.md'] as const;
const labels = {
  version: 1,
  labels: [
    { id: 'claim', name: '主张', colour: 'blue' },
    { id: 'error', name: '错误' },
  ],
};

describe('a label in the Annotations view', () => {
  let workbench: Workbench;
  afterEach(() => workbench?.close());

  it('is renamed from its row, in all annotations, after a look at what changes', async () => {
    workbench = await openWorkbench({ chinese: true, theme: 'dark' });
    const { page, quickInput } = workbench;
    await write('labels.json', labels);
    for (const article of articles) {
      const body = { type: 'TextualBody', purpose: 'tagging', value: 'claim' };
      const item = {
        id: 'urn:uuid:1',
        type: 'Annotation',
        creator: 'Ada',
        created: '2026-01-01',
        body,
        target: article,
      };
      await write(`annotations/${article}/Ada.jsonld`, { type: 'AnnotationPage', items: [item] });
    }
    await workbench.openContainer('Marginalia');
    await workbench.view('文章').waitForRows('articles');
    await page.locator('.part.sidebar .pane-header', { hasText: '批注' }).last().click();
    const view = workbench.view('批注');
    await view.waitForRows('the label', (rows) => rows[0]?.label === '主张' && rows[0].description === '2');
    await view.chooseInContextMenu('主张', '重命名标签…');
    await quickInput.waitUntilOpen();
    await quickInput.type('错误');
    await eventually('it tells that both become one', async () => (await quickInput.message()).includes('合并'));
    await workbench.screenshot('renaming a label to one there is');
    await quickInput.type('论断');
    await quickInput.accept();
    await quickInput.waitForRows('how far it goes', (rows) => rows.length === 2);
    await workbench.screenshot('renaming a label');
    await quickInput.accept();
    const apply = page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).first();
    await eventually(
      'what changes is listed',
      async () => (await page.locator('.bulk-edit-panel .monaco-list-row').count()) >= 3,
    );
    await workbench.screenshot('what changes with a label');
    await apply.click();
    for (const article of articles) {
      await eventually(`${article} is changed`, async () =>
        (await read(`annotations/${article}/Ada.jsonld`)).includes('"论断"'),
      );
    }
    assert.match(await read('labels.json'), /"id": ?"论断"/);
    await view.waitForRows('the row', (rows) => rows[0]?.label === '论断');
  });

  const read = (path: string): Promise<string> => readFile(join(workbench.folder, '.marginalia', path), 'utf8');

  async function write(path: string, json: object): Promise<void> {
    const file = join(workbench.folder, '.marginalia', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(json));
  }
});
