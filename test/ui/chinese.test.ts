import assert from 'node:assert/strict';
import { eventually, openWorkbench, type TreeView, type Workbench } from '../support/workbench';
import { outline } from './openArticles';

describe('Marginalia in Chinese', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    workbench = await openWorkbench({ chinese: true });
    await workbench.openContainer('Marginalia');
    articles = workbench.view('文章');
    await articles.waitForRows('the sources', (rows) => rows.some(({ label }) => label === '未知来源'));
  });
  after(() => workbench?.close());

  it('names groups, months and what is missing', async () => {
    await articles.expand('未知来源');
    assert.deepEqual((await outline(articles)).slice(-3), ['未知来源 | 2', '  2020-08 | 1', '  无日期 | 1']);
  });

  it('asks and answers', async () => {
    await articles.titleAction('筛选文章');
    await workbench.quickInput.waitUntilOpen();
    await workbench.quickInput.type('电车');
    await workbench.quickInput.accept();
    await eventually('the filter in words', async () => /电车.*2.*42/.test(await articles.message()));
    assert.ok(!/[a-z]/i.test(await articles.message()), await articles.message());
    await articles.titleAction('清除筛选');
    await eventually('no filter', async () => (await articles.message()) === '');
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
});
