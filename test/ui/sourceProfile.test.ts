import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, openWorkbench, type TreeView, type Workbench } from '../support/workbench';
import { keptTexts } from './keptTexts';
import { openArticles } from './openArticles';
import { pictureThemes } from './pictures';
import { showsTitle } from './previewPage';

const name = '北湾晚报';
const path = '2025/市图书馆夜读.md';
const size = { width: 1400, height: 900 };

describe('the profile of a source', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    ({ workbench, articles } = await openArticles({ size, settings: { 'marginalia.annotations.creator': 'Ada L.' } }));
  });
  afterEach(() => workbench.restore());
  after(() => workbench?.close());

  const written = async (): Promise<{ kind?: string; owner?: string }> =>
    JSON.parse(await readFile(join(workbench.folder, '.marginalia/sources.json'), 'utf8')).sources[name];

  // First: what VS Code has kept of an earlier form would be taken for this one's.
  it('is there again after the window was loaded anew', async () => {
    await articles.chooseInContextMenu(name, 'Edit Source Profile');
    await workbench.webview().locator('h1').waitFor();
    await eventually('VS Code has kept it', async () =>
      (await keptTexts(workbench, 'marginalia.sourceProfile')).some((text) => /source\W+北湾晚报\W+folder/.test(text)),
    );
    await workbench.page.reload();
    await workbench.waitUntilReady();
    const title = workbench.webview().locator('h1');
    await eventually('the form is restored', async () => (await title.innerText({ timeout: 5000 })) === name);
  });

  it('is changed in a form, and shows in the file, the tree, the editor and the preview', async () => {
    await articles.chooseInContextMenu(name, 'Edit Source Profile');
    await workbench.waitForTab(name);
    const form = workbench.webview();
    await form.getByLabel('Owner').fill('北湾报业集团');
    await form.getByLabel('Owner').press('Enter');
    await form.getByLabel('Kind').selectOption('newspaper');
    await eventually('both are in the file', async () => {
      const { kind, owner } = await written();
      return kind === 'newspaper' && owner === '北湾报业集团';
    });
    await eventually('the tooltip', async () =>
      /Kind: Newspaper[\s\S]*Owner: 北湾报业集团/.test(await articles.tooltip(name)),
    );
    await workbench.openFile(path);
    const link = workbench.page.locator('.monaco-hover:visible a', { hasText: 'Edit Source Profile' });
    await eventually('the link in the hover leads to the form', async () => {
      await hover(workbench);
      await link.click({ timeout: 5000 });
      await workbench.waitForTab(name, 5000);
      return true;
    });
    await workbench.openFile(path);
    await workbench.runCommand('Marginalia: Open Preview');
    const source = workbench.webview().locator('.source button');
    await eventually('the header', async () => /Newspaper\s*·\s*北湾报业集团/.test(await source.innerText()));
    await source.click();
    await workbench.waitForTab(name);
  });

  it('lists what people note of the source', async () => {
    await articles.chooseInContextMenu(name, 'Edit Source Profile');
    await workbench.waitForTab(name);
    await articles.chooseInContextMenu(name, 'Annotate Source…');
    await workbench.quickInput.waitUntilOpen();
    await workbench.quickInput.choose('Annotate without labels');
    await eventually('the note is asked for', async () => (await workbench.quickInput.placeholder()).includes('note'));
    await workbench.quickInput.type('改版后多为转载。');
    await workbench.quickInput.accept();
    const noted = workbench.webview().locator('.annotations', { hasText: '改版后多为转载。' });
    await noted.waitFor();
    assert.match(await noted.innerText(), /Ada L\. · \d{4}-\d\d-\d\d/);
  });

  it('is described with the usual labels', async () => {
    const { quickInput } = workbench;
    await articles.chooseInContextMenu(name, 'Annotate Source…');
    await quickInput.waitUntilOpen();
    await quickInput.choose('Set up the usual labels');
    const labels = await quickInput.waitForRows('its labels', (rows) => rows.length === 2);
    assert.deepEqual(
      labels.map(({ label }) => label),
      ['Origin of its news', 'Openness about itself'],
    );
    for (const { label } of labels) await quickInput.choose(label);
    await quickInput.accept();
    await quickInput.waitForRows('where its news comes from', (rows) => rows.length === 5);
    await quickInput.choose('agency copy');
    await quickInput.waitForRows('how open it is', (rows) => rows[4]?.description === 'states all');
    await quickInput.choose('2');
    await eventually('the note is asked for', async () => (await quickInput.placeholder()).includes('note'));
    await quickInput.accept();
    await articles.chooseInContextMenu(name, 'Edit Source Profile');
    await workbench.waitForTab(name);
    const noted = workbench.webview().locator('.annotations');
    await noted.getByText('agency copy').waitFor();
    assert.match(await noted.innerText(), /Origin of its news: agency copy[\s\S]*Openness about itself: 2/);
  });

  // After all that look for the source in the tree.
  it('groups the articles', async () => {
    await articles.chooseInContextMenu(name, 'Edit Source Profile');
    await workbench.waitForTab(name);
    await workbench.webview().getByLabel('Country').fill('CN');
    await workbench.webview().getByLabel('Owner').click();
    await workbench.runCommand('Group by Source Profile…');
    await workbench.quickInput.waitUntilOpen();
    await workbench.quickInput.choose('Country');
    const wanted = [`China ▸ ${name}`, 'No country'].join();
    await articles.waitForRows('the countries', (rows) => rows.map(({ label }) => label).join() === wanted);
    const title = workbench.page.locator('.part.sidebar .pane-header[aria-label^="Articles"] .description');
    await eventually('the title says so', async () => (await title.innerText()) === 'Country');
  });

  it('is told of where its file is broken, and the place opens', async () => {
    const file = join(workbench.folder, '.marginalia/sources.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"aliases":', '"aliases"'));
    assert.match(await workbench.waitForNotification('sources.json'), /sources\.json of .*: It is not JSON/);
    await workbench.pressInNotification('Open');
    await workbench.waitForTab('sources.json');
    await eventually('its line', async () => (await workbench.statusBar()).some((text) => /^Ln [45], Col/.test(text)));
  });
});

describe('the profile of a source, in Chinese', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    workbench = await openWorkbench({ size, chinese: true });
    await workbench.openContainer('Marginalia');
    articles = workbench.view('文章');
    await articles.waitForRows('the sources', (rows) => rows.some(({ label }) => label === '未知来源'));
  });
  afterEach(() => workbench.restore());
  after(() => workbench?.close());

  for (const theme of pictureThemes) {
    it(`is drawn in ${theme}`, async () => {
      await workbench.changeTheme(theme);
      await articles.chooseInContextMenu(name, '编辑来源资料');
      await workbench.waitForTab(name);
      const form = workbench.webview();
      await form.getByLabel('类型').selectOption('newspaper');
      await form.getByLabel('国家或地区').fill('CN');
      await form.getByLabel('所有者').fill('北湾报业集团');
      await form.getByLabel('主页').fill('beiwan');
      await form.getByLabel('备注').click();
      await form.locator('.fault:visible').first().waitFor();
      await workbench.screenshot(`source profile ${theme} 1 form`);
      await form.locator('summary', { hasText: '添加量表' }).click();
      await form.getByLabel('名称', { exact: true }).fill('更正及时');
      await form.getByLabel('各级名称').fill('1 从不\n5 总是');
      await form.getByRole('button', { name: '保存量表' }).click();
      await form.locator('summary', { hasText: '添加评分' }).click();
      await workbench.screenshot(`source profile ${theme} 2 rating`);
      await articles.tooltip(name);
      await workbench.screenshot(`source profile ${theme} 3 tooltip`);
      await workbench.openFile(path);
      await hover(workbench);
      await workbench.screenshot(`source profile ${theme} 4 hover`);
      await workbench.runCommand('在侧边打开预览');
      await showsTitle(workbench, await articleTitle());
      await workbench.screenshot(`source profile ${theme} 5 preview`);
      await workbench.runCommand('按来源资料分组…');
      await workbench.quickInput.waitUntilOpen();
      await workbench.screenshot(`source profile ${theme} 6 grouping`);
    });
  }

  const articleTitle = async (): Promise<string> => {
    const text = await readFile(join(workbench.folder, path), 'utf8');
    return /^title: *['"]?(.*?)['"]?$/m.exec(text)?.[1] ?? '';
  };
});

/** AbortableWaits the pointer on the name of the source in the editor until its hover shows. */
async function hover(workbench: Workbench): Promise<void> {
  const place = workbench.page.locator('.monaco-editor .view-line span span', { hasText: name }).first();
  const shown = workbench.page.locator('.monaco-hover:visible', { hasText: /Newspaper|报纸/ });
  await eventually('the hover over the name of the source', async () => {
    await workbench.page.mouse.move(0, 0);
    await place.hover({ timeout: 5000 });
    await shown.first().waitFor({ timeout: 5000 });
    return true;
  });
}
