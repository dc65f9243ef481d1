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
    // A row that is drawn anew under the pointer takes no click.
    const turn = (action: string, unread: string): Promise<unknown> =>
      eventually(
        `${action} leaves ${unread} unread`,
        async () => {
          if ((await workbench.badge('Marginalia')) === unread) return true;
          await articles.rowAction(place, action);
          await eventually('the badge', async () => (await workbench.badge('Marginalia')) === unread, 3000);
          return true;
        },
        60_000,
      );
    await turn('Mark as Read', '41');
    await turn('Mark as Unread', '42');
  });

  it('can give its badge to articles with problems, or go without', async () => {
    await workbench.changeSettings({ 'marginalia.articles.badge': 'problems' });
    await badge('28');
    await workbench.changeSettings({ 'marginalia.articles.badge': 'none' });
    await badge('');
  });
});
