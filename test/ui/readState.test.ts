import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleText } from '../support/builders';
import { eventually, type TreeView, type Workbench } from '../support/workbench';
import { openArticles, reload } from './openArticles';

describe('read and unread articles', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    ({ workbench, articles } = await openArticles());
  });
  afterEach(async () => {
    await workbench.restore();
    await badge('');
  });
  after(() => workbench?.close());

  const badge = (number: string): Promise<unknown> =>
    eventually(`the badge says ${number || 'nothing'}`, async () => (await workbench.badge('Marginalia')) === number);
  const nextUnread = (file: string): Promise<unknown> =>
    // A window that has only just come up may take no key.
    eventually(`the next unread article is ${file}`, async () => {
      await workbench.page.keyboard.press('ControlOrMeta+Alt+u');
      await workbench.waitForTab(file, 3000);
      return true;
    });

  it('counts in the badge what is new, until it is read, also when the window opens again', async () => {
    await badge('');
    await writeFile(join(workbench.folder, 'one.md'), articleText('One'));
    await writeFile(join(workbench.folder, 'two.md'), articleText('Two'));
    await badge('2');
    articles = await reload(workbench);
    await badge('2');
    await workbench.openFile('one.md');
    await workbench.runCommand('Marginalia: Mark as Read');
    await badge('1');
    await writeFile(join(workbench.folder, 'three.md'), articleText('Three'));
    await badge('2');
    articles = await reload(workbench);
    await badge('2');
  });

  it('is turned at the row', async () => {
    const place = ['Unknown source', 'No date', '路口的雨水花园：一场雨，少了四成积水'];
    await articles.expand('Unknown source');
    await articles.expand(place.slice(0, 2));
    const hasDot = async (): Promise<boolean> =>
      (await (await articles.row(place)).locator('.codicon-circle-filled').count()) > 0;
    // A row that is drawn anew under the pointer takes no click.
    const turn = (action: string, unread: boolean): Promise<unknown> =>
      eventually(`${action} works`, async () => {
        if ((await hasDot()) === unread) return true;
        await articles.rowAction(place, action);
        await eventually('the dot', async () => (await hasDot()) === unread, 3000);
        return true;
      });
    await turn('Mark as Read', false);
    await turn('Mark as Unread', true);
    await badge('1');
    await turn('Mark as Read', false);
  });

  it('can give its badge to articles with problems, or go without', async () => {
    await workbench.changeSettings({ 'marginalia.articles.badge': 'problems' });
    await badge('28');
    await workbench.changeSettings({ 'marginalia.articles.badge': 'none' });
    await badge('');
    await workbench.changeSettings({});
  });

  // Last, as it reads articles.
  it('goes from one unread article to the next by key, past what is read', async () => {
    await nextUnread('市图书馆夜读.md');
    await nextUnread('beiwan-tram-english.md');
    await workbench.openFile('2025/市图书馆夜读.md');
    await nextUnread('2024-09-02 开学第一天的校车.md');
  });
});
