import assert from 'node:assert/strict';
import { eventually, eventuallyEqual, type TreeView, type Workbench } from '../support/workbench';
import { openArticles, outline } from './openArticles';

describe('the filter of the Articles view', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    ({ workbench, articles } = await openArticles({ settings: { 'marginalia.articles.markRead': 'manually' } }));
  });
  after(() => workbench?.close());
  afterEach(async () => {
    await articles.clearFilter();
  });

  const says = (message: string): Promise<unknown> =>
    eventually(`the view says “${message}”`, async () => (await articles.message()) === message);

  async function ask(): Promise<void> {
    await workbench.quickInput.openBy(
      () => articles.titleAction('Filter Articles'),
      (rows) => rows.length > 3,
    );
  }

  it('finds words of the title, shows what it found, and goes at one click', async () => {
    await ask();
    await workbench.quickInput.type('电车');
    await workbench.quickInput.accept();
    await says('Filter: “电车” (2 of 42)');
    await articles.waitForRows('the articles found', (rows) =>
      rows.some(({ label }) => label.startsWith('电车三号线')),
    );
    await eventuallyEqual('what was found', () => outline(articles), [
      '北湾晚报 | 2',
      '  2022-03 | 1',
      '    电车三号线开始空载试运行，“会下沉的站台”首次亮相 | 2022-03-08',
      '  2021-01 | 1',
      '    元旦第一班电车：六点十分，车上有九个人和一只猫 | 2021-01-01',
    ]);
    await articles.clearFilter();
    await articles.waitForRows('all sources', (rows) => rows.some(({ label }) => label === 'Unknown source'));
  });

  it('narrows to sources', async () => {
    await ask();
    await workbench.quickInput.choose('Source…');
    const sources = await workbench.quickInput.waitForRows('the sources', (rows) => rows.length === 10);
    assert.deepEqual(sources.at(-1), { label: 'Unknown source', description: '2', detail: '' });
    await workbench.quickInput.choose('望潮日報');
    await workbench.quickInput.accept();
    await says('Filter: 望潮日報 (3 of 42)');
  });

  it('takes the first source that matches where text was typed and nothing ticked, whichever characters were typed', async () => {
    await ask();
    await workbench.quickInput.choose('Source…');
    await workbench.quickInput.waitForRows('the sources', (rows) => rows.length === 10);
    await workbench.quickInput.type('望潮日报');
    await workbench.quickInput.waitForRows(
      'the source',
      ([row, ...more]) => row?.label === '望潮日報' && more.length === 0,
    );
    await workbench.quickInput.accept();
    await says('Filter: 望潮日報 (3 of 42)');
  });

  it('keeps what is ticked while other words are typed', async () => {
    await ask();
    await workbench.quickInput.choose('Source…');
    await workbench.quickInput.waitForRows('the sources', (rows) => rows.length === 10);
    await workbench.quickInput.choose('望潮日報');
    await workbench.quickInput.type('晚报');
    await workbench.quickInput.waitForRows(
      'the source',
      ([row, ...more]) => row?.label === '北湾晚报' && more.length === 0,
    );
    await workbench.quickInput.choose('北湾晚报');
    await workbench.quickInput.accept();
    await eventually('both are shown', async () =>
      (await articles.message()).startsWith('Filter: 北湾晚报 or 望潮日報'),
    );
  });

  it('narrows to dates, and says so when they cannot be read', async () => {
    await ask();
    await workbench.quickInput.choose('Dates…');
    await eventually('the box for dates', async () => (await workbench.quickInput.title()).includes('Dates'));
    await workbench.quickInput.type('soon');
    await eventually('why that will not do', async () =>
      (await workbench.quickInput.message()).startsWith('Write dates'),
    );
    await workbench.quickInput.type('2019..2020-02');
    await eventually('no complaint', async () => !(await workbench.quickInput.message()).startsWith('Write dates'));
    await workbench.quickInput.accept();
    await says('Filter: 2019-01-01 to 2020-02-29 (4 of 42)');
  });

  it('keeps one part while another is added', async () => {
    await ask();
    await workbench.quickInput.choose('With problems only');
    await eventually('only articles with problems', async () =>
      /^Filter: with problems \(28 of 42\)$/.test(await articles.message()),
    );
    await ask();
    await workbench.quickInput.type('龙舟');
    await workbench.quickInput.accept();
    await says('Filter: “龙舟” · with problems (1 of 42)');
  });

  it('offers to clear it where nothing is found', async () => {
    await ask();
    await workbench.quickInput.type('no such words');
    await workbench.quickInput.accept();
    await eventually('the welcome text', async () =>
      (await articles.welcome()).includes('No article matches the filter.'),
    );
    await articles.element.locator('.welcome-view-content .monaco-button', { hasText: 'Clear Filter' }).click();
    await articles.waitForRows('all sources', (rows) => rows.some(({ label }) => label === 'Unknown source'));
  });

  it('leaves open what was open before', async () => {
    await articles.expand('南屿科学站');
    await ask();
    await workbench.quickInput.type('ferry');
    await workbench.quickInput.accept();
    await says('Filter: “ferry” (1 of 42)');
    await articles.clearFilter();
    await articles.waitForRows('the group is open', (rows) =>
      rows.some((row) => row.label === '南屿科学站' && row.expanded === true),
    );
  });
});
