import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, type TreeView, type Workbench } from '../support/workbench';
import { openArticles } from './openArticles';

const path = 'inbox/harbour-market.md';

describe('annotating in the text editor', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    ({ workbench, articles } = await openArticles({ settings: { 'marginalia.annotations.creator': 'Ada' } }));
  });
  afterEach(() => workbench.restore());
  after(() => workbench?.close());

  it('takes a key, a label and a note, and shows the thread and a row for it', async () => {
    const { page, quickInput } = workbench;
    await workbench.openFile(path);
    await page.locator('.monaco-editor .view-line', { hasText: 'The Saturday market has sold' }).first().click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    // The key counts from when VS Code has told the extension of the article and of what is selected.
    await eventually('the offer of labels', async () => {
      const isAsked = await page.locator('.quick-input-widget:visible').count();
      if (isAsked === 0) await page.keyboard.press('Control+Alt+a');
      return (await quickInput.rows()).some(({ label }) => label.includes('Set up the usual labels'));
    });
    await quickInput.accept();
    await quickInput.waitForRows('the labels', (rows) => rows.some(({ label }) => label.includes('Claim')));
    await quickInput.type('1');
    await eventually('the key is taken', async () => (await quickInput.value()) === '');
    await quickInput.accept();
    const thread = page.locator('.review-widget');
    await thread.locator('.monaco-editor.focused').waitFor();
    await workbench.screenshot('annotation being written');
    await page.keyboard.type('Who counted the years?');
    await thread.locator('.form-actions .monaco-button', { hasText: 'Save' }).first().click({ timeout: 5000 });
    await eventually('the note is kept', async () => (await kept()).includes('Who counted the years?'));
    await eventually('the note is shown', async () => (await thread.innerText()).includes('Who counted the years?'));
    await eventually('its label is shown', async () => (await thread.innerText()).includes('Claim'));
    await workbench.screenshot('annotation in the editor');
    assert.equal(await thread.count(), 1);
    const words = page.locator('.monaco-editor .view-line span', { hasText: 'The Saturday market has sold' }).last();
    await eventually('the words are underlined', () =>
      words.evaluate((element) => getComputedStyle(element).textDecorationLine.includes('underline')),
    );
    assert.equal(await page.locator('.comments-panel:visible').count(), 0, 'the Comments panel opens by itself');
    await articles.waitForRows('the article carries its number', (rows) =>
      rows.some(({ description }) => description.includes('✎ 1')),
    );
  });

  it('tells of a file of annotations that is broken, and leads to it', async () => {
    const folder = join(workbench.folder, '.marginalia', 'annotations', path);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'Bo.jsonld'), '{ "items": [ {');
    const told = await workbench.waitForNotification('cannot be read');
    assert.match(told, /harbour-market\.md\/Bo\.jsonld .* The file stays as it is/);
    await workbench.pressInNotification('Open');
    await workbench.waitForTab('Bo.jsonld');
  });

  it('asks what becomes of them when their article is deleted, and brings them back', async () => {
    const { page } = workbench;
    const folder = join(workbench.folder, '.marginalia', 'annotations', path);
    await mkdir(folder, { recursive: true });
    const target = { source: path, selector: [{ type: 'TextQuoteSelector', exact: 'a painted forest' }] };
    const item = { id: 'urn:uuid:1', type: 'Annotation', creator: 'Bo', created: '2026-01-01T00:00:00Z', target };
    const items = [item, { ...item, id: 'urn:uuid:2' }];
    await writeFile(join(folder, 'Bo.jsonld'), JSON.stringify({ type: 'AnnotationPage', items }));
    await workbench.openFile(path);
    // Of annotations that nobody has read yet nobody asks.
    await articles.waitForRows('the article carries their number', (rows) =>
      rows.some(({ description }) => description.includes('✎ 2')),
    );
    await workbench.runCommand('File: Focus on Files Explorer');
    const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'harbour-market.md' });
    await row.click();
    await page.keyboard.press('Delete');
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Delete' }).click();
    await workbench.waitForNotification('Its annotations (2) are kept');
    assert.match(await kept(), /a painted forest/);
    await workbench.pressInNotification('Delete Them Too');
    await eventually('they are gone', async () => (await kept().catch(() => '')) === '');
    await workbench.waitForNotification('The annotations are deleted.');
    await workbench.pressInNotification('Undo');
    await eventually('they are back', async () => (await kept().catch(() => '')).includes('a painted forest'));
  });

  async function kept(): Promise<string> {
    const folder = join(workbench.folder, '.marginalia', 'annotations', path);
    const [name = ''] = await readdir(folder);
    return readFile(join(folder, name), 'utf8');
  }
});
