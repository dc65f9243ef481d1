import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eventually, openWorkbench, type TreeView, type Workbench } from '../support/workbench';

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
  before(async () => {
    workbench = await openWorkbench({ chinese: true, theme: 'dark', settings: { 'files.autoSave': 'off' } });
  });
  afterEach(() => workbench.restore());
  after(() => workbench?.close());

  it('is renamed from its row, in all annotations, after a look at what changes', async () => {
    const { page, quickInput } = workbench;
    await write('labels.json', labels);
    for (const article of articles) await claim(article, 'Ada');
    const view = await openView('2');
    await askForNewName(view);
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

  it('is renamed in more files than VS Code can undo when a person says so, and in those left alone once they are saved', async () => {
    const { page, quickInput } = workbench;
    await write('labels.json', labels);
    const people = Array.from({ length: 501 }, (_, index) => `P${index}`);
    for (const who of people) await claim(articles[0], who);
    const fileOf = (who: string): string => `annotations/${articles[0]}/${who}.jsonld`;
    const count = async (label: string): Promise<number> => {
      const texts = await Promise.all(people.map((who) => read(fileOf(who))));
      return texts.filter((text) => text.includes(`"${label}"`)).length;
    };
    const view = await openView('501');
    await workbench.openFile(`.marginalia/${fileOf('P250')}`);
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type(' ');
    await askForNewName(view);
    await quickInput.type('论断');
    await quickInput.accept();
    await quickInput.waitForRows('how far it goes', (rows) => rows.length === 2);
    await quickInput.accept();
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /501/);
    await workbench.screenshot('a label in too many files');
    await dialog.locator('.monaco-button', { hasText: '全部更改' }).click();
    const told = await workbench.waitForNotification('原来的名称');
    assert.match(told, /500[\s\S]*P250\.jsonld[\s\S]*1 个文件/);
    await workbench.screenshot('a label in too many files, one left alone');
    assert.deepEqual([await count('论断'), await count('claim')], [500, 1]);
    assert.match(await read('labels.json'), /"id": ?"论断"[\s\S]*"formerly": ?\[\s*"claim"/);
    await workbench.runCommand('File: Save All Files');
    await workbench.pressInNotification('重试');
    await eventually('the last one', async () => (await count('论断')) === 501);
    await view.waitForRows('the row', (rows) => rows[0]?.label === '论断' && rows[0].description === '501');
  });

  const read = (path: string): Promise<string> => readFile(join(workbench.folder, '.marginalia', path), 'utf8');

  /** Labels an article as somebody's file would have it. */
  async function claim(article: string, creator: string): Promise<void> {
    const body = { type: 'TextualBody', purpose: 'tagging', value: 'claim' };
    const id = `urn:uuid:${creator}`;
    const item = { id, type: 'Annotation', creator, created: '2026-01-01', body, target: article };
    await write(`annotations/${article}/${creator}.jsonld`, { type: 'AnnotationPage', items: [item] });
  }

  // A menu does not know the row it was opened on if the view is read anew meanwhile: then it asks for the label first.
  const askForNewName = (view: TreeView): Promise<unknown> =>
    eventually('it asks for the new name', async () => {
      await view.chooseInContextMenu('主张', '重命名标签…');
      await workbench.quickInput.waitUntilOpen();
      if ((await workbench.quickInput.title()) !== '要重命名哪个标签？') return true;
      await workbench.quickInput.cancel();
      return false;
    });
  async function openView(annotations: string): Promise<TreeView> {
    await workbench.openContainer('Marginalia');
    await workbench.view('文章').waitForRows('articles');
    const view = workbench.view('批注');
    await view.open();
    await view.waitForRows('the label', (rows) => rows[0]?.label === '主张' && rows[0].description === annotations);
    return view;
  }

  async function write(path: string, json: object): Promise<void> {
    const file = join(workbench.folder, '.marginalia', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(json));
  }
});
