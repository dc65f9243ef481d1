import assert from 'node:assert/strict';
import { eventually, type TreeView, type Workbench } from '../support/workbench';
import { openArticles, reload } from './openArticles';

describe('read and unread articles', () => {
  let workbench: Workbench;
  let articles: TreeView;
  beforeEach(async () => {
    ({ workbench, articles } = await openArticles());
    await badge('42');
  });
  afterEach(() => workbench?.close());

  const badge = (number: string): Promise<unknown> =>
    eventually(`the badge says ${number || 'nothing'}`, async () => (await workbench.badge('Marginalia')) === number);

  it('goes from one unread article to the next by key, past what is read', async () => {
    await workbench.page.keyboard.press('ControlOrMeta+Alt+u');
    await workbench.waitForTab('市图书馆夜读.md');
    await badge('41');
    await workbench.page.keyboard.press('ControlOrMeta+Alt+u');
    await workbench.waitForTab('beiwan-tram-english.md');
    await badge('40');
    await workbench.openFile('2025/市图书馆夜读.md');
    await workbench.page.keyboard.press('ControlOrMeta+Alt+u');
    await workbench.waitForTab('2024-09-02 开学第一天的校车.md');
  });

  it('remembers what was read when the window opens again', async () => {
    await workbench.page.keyboard.press('ControlOrMeta+Alt+u');
    await workbench.waitForTab('市图书馆夜读.md');
    await badge('41');
    articles = await reload(workbench);
    await badge('41');
  });

  it('is turned at the row', async () => {
    const place = ['Unknown source', 'No date', '路口的雨水花园：一场雨，少了四成积水'];
    await articles.expand('Unknown source');
    await articles.expand(place.slice(0, 2));
    await articles.rowAction(place, 'Mark as Read');
    await badge('41');
    await articles.rowAction(place, 'Mark as Unread');
    await badge('42');
  });

  it('can give its badge to articles with problems, or go without', async () => {
    await workbench.changeSettings({ 'marginalia.articles.badge': 'problems' });
    const number = await eventually('another number', async () => {
      const text = await workbench.badge('Marginalia');
      return text !== '42' && text;
    });
    assert.ok(Number(number) > 0 && Number(number) < 10, number);
    await workbench.changeSettings({ 'marginalia.articles.badge': 'none' });
    await badge('');
  });
});
