import assert from 'node:assert/strict';
import { eventually, type TreeView, type Workbench } from '../support/workbench';
import { openArticles } from './openArticles';
import { keepForReadme, pictureThemes, wantsPictures } from './pictures';

const size = { width: 1200, height: 800 };

/** Pictures of all there is to see, kept to be looked at. */
describe('pictures of the sample archive', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    ({ workbench, articles } = await openArticles({ size }));
  });
  afterEach(() => articles.chooseInTitleMenu('Group and Sort', 'Group by Source, Year, Month'));
  after(() => workbench?.close());

  for (const theme of pictureThemes) {
    it(`of groupings, tooltip, filter and search, in ${theme}`, async () => {
      await workbench.changeTheme(theme);
      const picture = (name: string): Promise<string> => workbench.screenshot(`${theme} ${name}`);

      await openSomething(articles);
      await picture('1 by source');
      await articles.openTitleMenu('Group and Sort');
      await picture('2 menu');
      await workbench.chooseInMenu('Group by Date, Source');
      await articles.waitForRows('years', (rows) => rows[0]?.label === '2026');
      await articles.expand('2025');
      await picture('3 by date');
      await articles.chooseInTitleMenu('Group and Sort', 'Group by Category');
      await articles.waitForRows('categories', (rows) => rows[0]?.label === '北湾晚报');
      await articles.expand('北湾晚报');
      await picture('4 by category');
      await articles.chooseInTitleMenu('Group and Sort', 'Group by Folder');
      await articles.waitForRows('folders', (rows) => rows[0]?.label === '2014');
      await articles.expand('inbox');
      await picture('5 by folder');
      assert.match(
        await articles.tooltip(['inbox', 'Two hundred garden weather stations agree to differ']),
        /Problems/,
      );
      await picture('6 tooltip');

      await workbench.quickInput.openBy(() => articles.titleAction('Filter Articles'));
      await picture('7 filter');
      await workbench.quickInput.type('电车');
      await workbench.quickInput.accept();
      await articles.waitForRows('what was found', (rows) => rows.length === 4);
      await picture('8 filtered');
      await articles.clearFilter();
      await workbench.runCommand('Go to Article…');
      await workbench.quickInput.waitForRows('articles', (rows) => rows.length > 5);
      await picture('9 go to article');
      await workbench.quickInput.cancel();
    });
  }
});

describe('pictures', () => {
  const forReadme = wantsPictures ? it : () => undefined;
  let workbench: Workbench;
  afterEach(() => workbench?.close());

  forReadme('for the README', async () => {
    const opened = await openArticles({
      theme: 'dark',
      size: { width: 1000, height: 590 },
      scale: 2,
      settings: { 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false },
    });
    workbench = opened.workbench;
    const { articles } = opened;
    await widenSideBar(workbench, 110);
    await openSomething(articles);
    const [source, month, title] = ['Harbour Ledger', '2023-06', 'Counting gulls by ear'];
    await articles.expand([source, month]);
    await workbench.openRow(articles, [source, month, title], 'Counting gulls by ear.md');
    await workbench.page.mouse.move(0, 0);
    await articles.waitForRows('it is selected', (rows) => rows.some((row) => row.label === title && row.selected));
    const colours = workbench.page.locator('.view-line span[class^="mtk"]');
    await eventually(
      'colours',
      async () => new Set(await colours.evaluateAll((all) => all.map((it) => it.className))).size > 3,
    );
    await eventually(
      'no activity',
      async () => !(await workbench.statusBar()).some((text) => text.includes('Activating')),
    );
    const [above, below] = [31, 33];
    const clip = { x: 0, y: above, width: 1000, height: 590 - above - below };
    await keepForReadme(await workbench.screenshot('README articles', clip), 'articles', 300_000);
  });
});

async function openSomething(articles: TreeView): Promise<void> {
  await articles.expand('北湾晚报');
  await articles.expand(['北湾晚报', '2025']);
  await articles.expand(['北湾晚报', '2025', 'April']);
  await articles.expand('Harbour Ledger');
}

async function widenSideBar({ page }: Workbench, pixels: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  assert.ok(box);
  const [x, y] = [box.x + box.width, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + pixels, y, { steps: 5 });
  await page.mouse.up();
}
