import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually, type TreeView, type Workbench } from '../support/workbench';
import { openArticles, places } from './openArticles';

describe('commands of an article', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    ({ workbench, articles } = await openArticles({ settings: { 'marginalia.articles.markRead': 'manually' } }));
    for (const { 0: source, 1: month } of [places.harvest, places.rain]) {
      await articles.expand(source);
      await articles.expand([source, month]);
    }
  });
  after(() => workbench?.close());

  async function copied(command: string, wanted: string): Promise<void> {
    await articles.chooseInContextMenu(places.harvest, command, 'Copy and Export');
    await eventually(`the clipboard holds ${wanted}`, async () => (await workbench.clipboard()) === wanted);
  }

  it('copies its title', () => copied('Copy Title', '秋粮入库的声音'));

  it('copies where its file is', () => copied('Copy Path', join(workbench.folder, '2023', '秋粮入库的声音.md')));

  it('copies how to cite it', () =>
    copied('Copy Citation', '秋粮入库的声音. 田野周刊, 2023-10-27. https://tianye.example.net/2023/10/granary'));

  it('has at most twelve entries in its menu', async () => {
    for (const place of [places.harvest, places.rain, '田野周刊']) {
      const menu = await articles.contextMenu(place);
      assert.ok(menu.length <= 12, menu.join(', '));
    }
    assert.ok((await articles.contextMenu(places.harvest)).includes('Open Original in Browser'));
  });

  it('opens it to the side', async () => {
    await workbench.openRow(articles, places.rain, '茶山的雨.md');
    await articles.chooseInContextMenu(places.harvest, 'Open to the Side');
    await workbench.waitForTab('秋粮入库的声音.md');
    await eventually('two groups', async () => (await workbench.page.locator('.editor-group-container').count()) === 2);
  });

  it('shows its file in the explorer', async () => {
    await articles.chooseInContextMenu(places.rain, 'Reveal in Explorer View');
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row.selected', { hasText: '茶山的雨.md' })
      .waitFor();
    await workbench.openContainer('Marginalia');
  });

  it('narrows the tree to its source', async () => {
    await articles.chooseInContextMenu(places.harvest, 'Show Only This Source');
    await articles.waitForRows('one source', (rows) => rows.filter(({ level }) => level === 1).length === 1);
    await eventually('the filter', async () => (await articles.message()) === 'Filter: 田野周刊 (3 of 42)');
    await articles.clearFilter();
    await articles.waitForRows('all sources', (rows) => rows.filter(({ level }) => level === 1).length === 10);
  });

  it('marks several as read that are selected together', async () => {
    await articles.click(places.harvest);
    await articles.click(places.rain, { add: true });
    await articles.chooseInContextMenu(places.rain, 'Mark as Read');
    for (const place of [places.harvest, places.rain]) {
      const dot = (await articles.row(place)).locator('.codicon-circle-filled');
      await eventually(`${place[2]} has no dot`, async () => (await dot.count()) === 0);
    }
    await articles.chooseInContextMenu('田野周刊', 'Mark as Unread');
    await eventually('the badge counts both', async () => (await workbench.badge('Marginalia')) === '2');
  });
});
