import assert from 'node:assert/strict';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, type TreeRow, type TreeView, type Workbench } from '../support/workbench';
import { openArticles, outline } from './openArticles';

describe('changes while the tree is in sight', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    ({ workbench, articles } = await openArticles({ settings: { 'files.autoSave': 'off' } }));
    // What a person has opened, near the change and far from it.
    await articles.expand('田野周刊');
    await articles.expand(['田野周刊', '2019-04']);
    await articles.expand('望潮日報');
    await articles.waitForRows('what is open', isOpenAsBefore);
  });
  afterEach(async () => {
    await workbench.restore();
    await shows('all as it was', '田野周刊 | 3', '等一场刚刚好的雨 | 2019-04-02');
  });
  after(() => workbench?.close());

  const file = (path: string): string => join(workbench.folder, path);
  const isOpenAsBefore = (rows: readonly TreeRow[]): boolean =>
    rows.filter((row) => row.expanded === true).length === 3 && rows.some(({ label }) => label === '等一场刚刚好的雨');
  const shows = (what: string, ...lines: readonly string[]): Promise<unknown> =>
    articles.waitForRows(what, (rows) => {
      const shown = rows.map(({ label, description }) => `${label} | ${description}`);
      return lines.every((line) => shown.includes(line)) && isOpenAsBefore(rows);
    });

  it('show a file that was created', async () => {
    const text = '---\ntitle: 一张新的渔网\nsource: 田野周刊\ndate: 2024-03-02\n---\n\n网眼比去年大了一分。\n';
    await writeFile(file('inbox/new-net.md'), text);
    await shows('the new group', '田野周刊 | 4', '2024-03 | 1');
    await articles.expand(['田野周刊', '2024-03']);
    await articles.waitForRows('the new article', (rows) => rows.some(({ label }) => label === '一张新的渔网'));
  });

  it('show a file that was edited elsewhere, in its new place', async () => {
    const path = file('2019/茶山的雨.md');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('date: 2019-04-02', 'date: 2019-04-09'));
    await shows('the new day', '等一场刚刚好的雨 | 2019-04-09');
  });

  it('leave the others alone when a file is deleted', async () => {
    await rm(file('2015/稻田里的鱼.md'));
    await shows('one article less', '田野周刊 | 2', '2023-10 | 1');
    await eventually('its group is gone', async () =>
      (await outline(articles)).every((row) => !row.includes('2015-09')),
    );
  });

  it('show a title as it is typed, before it is saved', async () => {
    await workbench.openRow(articles, ['田野周刊', '2019-04', '等一场刚刚好的雨'], '茶山的雨.md');
    await workbench.typeInEditor('---\ntitle: 又下雨了\nsource: 田野周刊\ndate: 2019-04-20\n---\n');
    await articles.waitForRows('the title typed', (rows) =>
      rows.some(({ label, description }) => label === '又下雨了' && description === '2019-04-20'),
    );
    assert.match(await readFile(file('2019/茶山的雨.md'), 'utf8'), /^---\r?\ntitle: "等一场刚刚好的雨"/);
  });

  it('follow a file that was renamed', async () => {
    await rename(file('2019/茶山的雨.md'), file('inbox/tea and rain.md'));
    const place = ['田野周刊', '2019-04', '等一场刚刚好的雨'];
    await eventually('its new path', async () => (await articles.tooltip(place)).includes('inbox/tea and rain.md'));
    await articles.waitForRows('what is open', isOpenAsBefore);
    await workbench.openRow(articles, place, 'tea and rain.md');
  });
});
