import assert from 'node:assert/strict';
import { eventually, type TreeRow, type TreeView, type Workbench } from '../support/workbench';
import { openArticles } from './openArticles';
import { reopenAsPreview, showsTitle } from './previewPage';

const selected = (rows: readonly TreeRow[]): readonly string[] =>
  rows.filter((row) => row.selected).map((row) => row.label);

describe('the Articles view and the active editor', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    ({ workbench, articles } = await openArticles());
  });
  afterEach(() => workbench.restore());
  after(() => workbench?.close());

  // First: nothing has been selected yet.
  it('leaves the tree alone when the setting says so, until it says otherwise', async () => {
    await workbench.changeSettings({ 'marginalia.articles.followActiveEditor': false });
    await workbench.openFile('2019/茶山的雨.md');
    // Expanding goes through the extension as well, so that a selection asked for before would be there by now.
    await articles.expand('Harbour Ledger');
    await articles.waitForRows('what is in the group', (rows) => rows.some(({ level }) => level === 2));
    assert.deepEqual(selected(await articles.allRows()), []);
    await workbench.changeSettings({ 'marginalia.articles.followActiveEditor': true });
    await articles.waitForRows('the article is selected', (rows) => selected(rows).join() === '等一场刚刚好的雨');
  });

  it('selects the article that was opened elsewhere, and the next one', async () => {
    await workbench.openFile('2019/茶山的雨.md');
    await articles.waitForRows('the article is selected', (rows) => selected(rows).join() === '等一场刚刚好的雨');
    await workbench.openFile('inbox/harbour-market.md');
    await articles.waitForRows(
      'the other article is selected',
      (rows) => selected(rows).join() === 'Saturday market moves under the viaduct',
    );
  });

  it('selects the article of the preview that is in front, and the next one there', async () => {
    await workbench.openFile('2019/茶山的雨.md');
    await workbench.runCommand('Marginalia: Open Preview');
    const title = workbench.webview().locator('main.article h1').first();
    await title.click();
    for (const _ of ['the next one', 'and the next']) {
      const before = await title.innerText();
      await workbench.page.keyboard.press('n');
      const after = await eventually('another article', async () => {
        const text = await title.innerText();
        return text !== before && text;
      });
      await articles.waitForRows('it is selected', (rows) => selected(rows).join() === after);
    }
    await workbench.openFile('2019/茶山的雨.md');
    await articles.waitForRows('that of the editor again', (rows) => selected(rows).join() === '等一场刚刚好的雨');
  });

  it('selects the article of an editor that is a preview, the next one there, and the one gone back to', async () => {
    const { page } = workbench;
    const first = '等一场刚刚好的雨';
    await workbench.openFile('inbox/harbour-market.md');
    await reopenAsPreview(workbench, '2019/茶山的雨.md', first);
    await articles.waitForRows('it is selected', (rows) => selected(rows).join() === first);
    await workbench.webview().locator('main.article h1').click();
    await page.keyboard.press('n');
    const next = await eventually('the next article', async () =>
      (await workbench.tabs()).find(({ label, active }) => active && label !== '茶山的雨.md'),
    );
    const rows = await articles.waitForRows('the next one is selected', (all) => {
      const [label] = selected(all);
      return label !== undefined && label !== first;
    });
    await showsTitle(workbench, selected(rows).join());
    await page.locator('.tabs-container .tab', { hasText: '茶山的雨.md' }).click();
    await articles.waitForRows('that of the other tab', (all) => selected(all).join() === first);
    await page.locator('.tabs-container .tab', { hasText: 'harbour-market.md' }).click();
    await articles.waitForRows(
      'that of the text editor',
      (all) => selected(all).join() === 'Saturday market moves under the viaduct',
    );
    await page.locator('.tabs-container .tab', { hasText: next.label }).click();
    await articles.waitForRows('that of the preview', (all) => selected(all).join() === selected(rows).join());
  });
});
