import { eventually, eventuallyEqual, type TreeView, type Workbench } from '../support/workbench';
import { openArticles, outline, reload } from './openArticles';

describe('grouping and sorting', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    ({ workbench, articles } = await openArticles());
  });
  after(() => workbench?.close());

  /** Chooses until it is ticked: a title that is drawn anew just then loses what was clicked in its menu. */
  const arrange = (choice: string): Promise<unknown> =>
    eventually(`${choice} is ticked`, async () => {
      await articles.openTitleMenu('Group and Sort');
      const ticked = workbench.page.locator('.monaco-menu .action-label', { hasText: `${choice} ✓` });
      if ((await ticked.count()) > 0) {
        await workbench.page.keyboard.press('Escape');
        return true;
      }
      await articles.chooseInTitleMenu('Group and Sort', choice);
      return false;
    });
  const first = (label: string): Promise<unknown> =>
    articles.waitForRows(`${label} comes first`, (rows) => rows[0]?.label === label);

  // First, as it begins with what nobody has arranged yet.
  it('keeps open what was open when the old grouping comes back', async () => {
    await articles.expand('田野周刊');
    await arrange('Group by Date, Source');
    await first('2026');
    await arrange('Group by Source, Year, Month');
    await articles.waitForRows('the group is open', (rows) =>
      rows.some((row) => row.label === '田野周刊' && row.expanded === true),
    );
  });

  it('by date: year, month and day, then source', async () => {
    await arrange('Group by Date, Source');
    await first('2026');
    await articles.expand('2018-12');
    const rows = async (): Promise<readonly (readonly string[])[]> => {
      const all = await outline(articles);
      const at = all.indexOf('2018-12 | 2');
      return [all.slice(0, 2), all.slice(at + 1, at + 4), all.slice(-2)];
    };
    await eventuallyEqual('the dates', rows, [
      ['2026 | 2', '2025 | 4'],
      ['  December 11 ▸ The Northmere Courier | 1', '  December 3 ▸ 南屿科学站 | 1', '2017-11-05 ▸ 云溪体育 | 1'],
      ['Unreadable date ▸ 云溪体育 | 1', 'No date | 2'],
    ]);
  });

  it('by category: an article stands in each of its own', async () => {
    await arrange('Group by Category');
    await first('北湾晚报');
    await articles.expand('社區');
    await articles.expand('郊野');
    const article = '  用石頭補路的人：山徑維修隊的一日 | 2020-02-15';
    const wanted = ['仓储 | 1', 'astronomy | 1', article];
    const found = async (): Promise<readonly string[]> =>
      (await outline(articles)).filter((row) => wanted.includes(row)).sort();
    await eventuallyEqual('the article twice', found, [article, ...wanted].sort());
  });

  it('by folder: as the files lie', async () => {
    await arrange('Group by Folder');
    await first('2014');
    await articles.expand('Harbour Ledger');
    const ofFolder = async (): Promise<readonly string[]> => {
      const rows = await outline(articles);
      const at = rows.indexOf('Harbour Ledger | 4');
      return rows.slice(at + 1, at + 6);
    };
    await eventuallyEqual('what is in the folder', ofFolder, [
      '  What the tide gauge remembers | 2025-02-09',
      '  Counting gulls by ear | 2023-06-02',
      '  The night boat returns, and with it a lost kind of evening | 2021-11-28',
      '  A library that lends ladders, drills and one very patient sewing machine | 2019-05-14',
      'inbox | 6',
    ]);
  });

  it('by title: names in their own order', async () => {
    await arrange('Group by Folder');
    await first('2014');
    await arrange('Sort by Title');
    await articles.expand('Harbour Ledger');
    const titles = async (): Promise<readonly string[]> => {
      const rows = await outline(articles);
      const at = rows.indexOf('Harbour Ledger | 4');
      return rows.slice(at + 1, at + 5).map((row) => row.trim().split(' ').slice(0, 2).join(' '));
    };
    // The tick in the menu comes before the rows.
    await eventually(
      'the titles in order',
      async () => (await titles()).join() === 'A library,Counting gulls,The night,What the',
    );
  });

  it('is remembered when the window opens again, with a tick in the menu', async () => {
    await arrange('Group by Date, Source');
    await first('2026');
    await arrange('Sort by Oldest First');
    await first('2014');
    articles = await reload(workbench);
    await first('2014');
    const ticked = workbench.page.locator('.monaco-menu .action-label', { hasText: '✓' });
    await eventually('the ticks in the menu', async () => {
      await articles.openTitleMenu('Group and Sort');
      const texts = (await ticked.allInnerTexts()).map((text) => text.trim().replace(/\s+/gu, ' '));
      return texts.join() === 'Group by Date, Source ✓,Sort by Oldest First ✓';
    });
  });
});
