import assert from 'node:assert/strict';
import { eventually, eventuallyEqual, type TreeView, type Workbench } from '../support/workbench';
import { openArticles, outline, places } from './openArticles';

describe('the tree of articles', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    ({ workbench, articles } = await openArticles());
  });
  after(() => workbench?.close());

  async function openTo(place: readonly string[]): Promise<void> {
    for (let end = 1; end < place.length; end++) await articles.expand(place.slice(0, end));
  }

  it('is opened by the icon of Marginalia in the activity bar', async () => {
    await workbench.openContainer('Explorer');
    await articles.element.waitFor({ state: 'hidden' });
    await workbench.openContainer('Marginalia');
    const rows = await articles.waitForRows('groups of articles');
    assert.notEqual(rows[0]?.label, '');
    await workbench.screenshot('activity bar');
  });

  it('groups by source and date, with counts, and joins levels that have one child', async () => {
    await articles.expand('田野周刊');
    const groups = async (): Promise<readonly string[]> =>
      (await outline(articles)).filter((row) => !row.startsWith('  ') || / \d{4}-(10|04|09) /.test(row));
    await eventuallyEqual('the groups', groups, [
      '北湾晚报 | 7',
      '极光科技 | 5',
      '南屿科学站 | 4',
      '田野周刊 | 3',
      '  2023-10 | 1',
      '  2019-04 | 1',
      '  2015-09 | 1',
      '望潮日報 | 3',
      '云溪体育 | 3',
      'Harbour Ledger | 6',
      'Open Orbit Weekly | 4',
      'The Northmere Courier | 5',
      'Unknown source | 2',
    ]);
  });

  it('shows an article with its title and its day in the zone of the archive', async () => {
    await openTo(places.fish);
    const row = await eventually('the article', async () =>
      (await articles.allRows()).find(({ label }) => label === '稻田里的鱼'),
    );
    assert.equal(row.description, '2015-09-18');
    assert.equal(row.expanded, undefined);
  });

  it('marks what is broken with the number of its problems and what is unread with a dot', async () => {
    await openTo(places.unclosed);
    await openTo(places.ferry);
    const broken = await articles.row(places.unclosed);
    await eventually('it is said that it has problems', async () =>
      /has problems/.test((await broken.getAttribute('aria-label')) ?? ''),
    );
    const numbers = (): Promise<string> =>
      broken.evaluate((row) =>
        [...row.querySelectorAll('*')].map((part) => getComputedStyle(part, '::after').content).join(' '),
      );
    await eventually('their number', async () => /"1"/.test(await numbers()));
    const dot = (await articles.row(places.ferry)).locator('.codicon-circle-filled');
    await eventually('the dot', async () => (await dot.count()) === 1);
  });

  it('tells all about an article under the pointer', async () => {
    await openTo(places.harvest);
    const lines = (await articles.tooltip(places.harvest)).split('\n').map((line) => line.replace(/\s+/gu, ' ').trim());
    for (const line of [
      '秋粮入库的声音',
      'Source 田野周刊',
      'Date as written 2023/10/27',
      'Date as read 2023-10-27',
      'Categories 秋收, 仓储',
      'Problems 1 (Title repeated in body)',
      'File 2023/秋粮入库的声音.md',
    ]) {
      assert.ok(lines.includes(line), `“${line}” is not in:\n${lines.join('\n')}`);
    }
    assert.match(lines.join('\n'), /^Length About \d+ characters$/m);
    assert.match(lines.join('\n'), /^Images \d+$/m);
  });

  it('says in the tooltip what is wrong with a broken article', async () => {
    await openTo(places.unclosed);
    assert.match(await articles.tooltip(places.unclosed), /^Problems\s+1 \(Front matter not closed\)$/m);
  });

  it('opens an article in preview at one click, and in the same tab the next', async () => {
    await openTo(places.rain);
    await openTo(places.harvest);
    await workbench.openRow(articles, places.rain, '茶山的雨.md');
    await workbench.openRow(articles, places.harvest, '秋粮入库的声音.md');
    await eventuallyEqual('one tab', () => workbench.tabs(), [
      { label: '秋粮入库的声音.md', active: true, preview: true },
    ]);
    await eventually('its text', async () => /title: 秋粮入库的声音/.test(await workbench.editorText()));
  });
});
