import assert from 'node:assert/strict';
import { eventually, eventuallyEqual, openWorkbench, type TreeView, type Workbench } from '../support/workbench';
import { outline } from './openArticles';
import { holes, noAddressInChinese, writeHoles } from './openProblems';
import { showsTitle } from './previewPage';

describe('Marginalia in Chinese', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    workbench = await openWorkbench({ chinese: true, size: { width: 1400, height: 860 }, theme: 'light' });
    await workbench.openContainer('Marginalia');
    articles = workbench.view('文章');
    await articles.waitForRows('the sources', (rows) => rows.some(({ label }) => label === '未知来源'));
  });
  after(() => workbench?.close());

  it('names groups, months and what is missing', async () => {
    await articles.expand('未知来源');
    const last = async (): Promise<readonly string[]> => (await outline(articles)).slice(-3);
    await eventuallyEqual('the last rows', last, ['未知来源 | 2', '  2020-08 | 1', '  无日期 | 1']);
  });

  it('asks and answers', async () => {
    await workbench.quickInput.openBy(() => articles.titleAction('筛选文章'));
    await workbench.quickInput.type('电车');
    await workbench.quickInput.accept();
    await eventually('the filter in words', async () => /电车.*2.*42/.test(await articles.message()));
    assert.ok(!/[a-z]/i.test(await articles.message()), await articles.message());
    await articles.clearFilter('清除筛选');
  });

  it('names the commands of an article', async () => {
    await articles.expand('未知来源');
    await articles.expand(['未知来源', '2020-08']);
    const place = ['未知来源', '2020-08', 'The garden on the roof of the bus depot'];
    const menu = await articles.contextMenu(place);
    assert.deepEqual(
      menu.filter((item) => /[a-z]/i.test(item.replace('HTML', ''))),
      [],
    );
    const names = (await articles.tooltip(place))
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s/u)[0] ?? '');
    assert.deepEqual(
      names.filter((name) => /[a-z]/i.test(name)),
      [],
    );
  });

  describe('in pictures', () => {
    it('of the Articles view', async () => {
      await articles.expand('未知来源');
      await articles.expand(['未知来源', '2020-08']);
      await articles.tooltip(['未知来源', '2020-08', 'The garden on the roof of the bus depot']);
      await workbench.screenshot('Chinese 1 tooltip');
      await workbench.quickInput.openBy(() => articles.titleAction('筛选文章'));
      await workbench.screenshot('Chinese 2 filter');
      await workbench.quickInput.cancel();
      await articles.chooseInTitleMenu('分组与排序', '按日期、来源分组');
      await articles.waitForRows('years', (rows) => rows[0]?.label === '2026');
      await articles.expand('2025');
      await workbench.screenshot('Chinese 3 by date');
    });

    it('of the preview', async () => {
      await workbench.openFile('极光科技/掌心大小的激光雷达.md');
      await workbench.runCommand('在侧边打开预览');
      await showsTitle(workbench, '掌心大小的激光雷达：功耗降到一瓦，给盲杖装上“眼睛”');
      await workbench.webview().locator('[data-tool="display"]').click();
      await workbench.screenshot('preview Chinese');
      await workbench.closeEditors();
    });

    it('of problems: by rule, with the menu, and filtered', async () => {
      const problems = workbench.view('问题');
      const rule = noAddressInChinese;
      await writeHoles(workbench, problems, rule);
      await problems.expand(rule);
      await problems.expand([rule, holes.title]);
      await problems.tooltip(rule);
      await workbench.screenshot('problems Chinese 1 by rule');
      await problems.openTitleMenu('分组与显示');
      await workbench.screenshot('problems Chinese 2 menu');
      await workbench.chooseInMenu('按来源、规则分组');
      await problems.waitForRows('sources', (rows) => rows.some(({ label }) => label === 'Harbour Ledger'));
      await workbench.quickInput.openBy(() => problems.titleAction('筛选问题'));
      await workbench.screenshot('problems Chinese 3 filter');
    });
  });
});
