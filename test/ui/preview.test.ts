import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { projectRoot } from '../support/projectRoot';
import type { TemporaryFolder } from '../support/temporaryFolder';
import { eventually, eventuallyEqual, openWorkbench, type TreeView, type Workbench } from '../support/workbench';
import { keptTexts } from './keptTexts';
import { openArticles, places } from './openArticles';
import {
  archiveOf,
  article,
  LoopbackServer,
  openPreview,
  reopenAsPreview,
  saysInNotification,
  showsTitle,
} from './previewPage';

const trial = '北湾晚报/2022-03-08 三号线试运行.md';
const trialTitle = '电车三号线开始空载试运行，“会下沉的站台”首次亮相';
const size = { width: 1400, height: 800 };

const texts = (page: FrameLocator, selector: string): Promise<readonly string[]> =>
  page.locator(selector).allInnerTexts();
const top = (page: FrameLocator): Promise<number> => page.locator('html').evaluate(() => window.scrollY);
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Paragraph ${at} of a long article.\n`).join('\n');

describe('the preview of an article of the sample archive', () => {
  let workbench: Workbench;
  let articles: TreeView;
  before(async () => {
    ({ workbench, articles } = await openArticles({ size, theme: 'light' }));
  });
  afterEach(() => workbench.closeEditors());
  after(() => workbench?.close());

  it('shows what front matter says, and the body with the images of the archive', async () => {
    const page = await openPreview(workbench, trial, trialTitle);
    assert.deepEqual(await texts(page, '.source-name'), ['北湾晚报']);
    assert.deepEqual(await texts(page, 'time'), ['2022-03-08 09:15 Asia/Shanghai']);
    assert.deepEqual(await texts(page, '.as-written'), ['Written as Tue, 08 Mar 2022 01:15:00 GMT']);
    const image = page.locator('img[src*="tram%20line%20plan.svg"]').first();
    await image.scrollIntoViewIfNeeded();
    await eventually('the image is drawn', () => image.evaluate((it: HTMLImageElement) => it.naturalWidth > 0));
    assert.match((await texts(page, 'main.article')).join(), /三号线/);
  });

  it('shows what is typed, in place of what has changed alone', async () => {
    await openPreview(workbench, '2019/茶山的雨.md', '等一场刚刚好的雨');
    const page = workbench.webview();
    const first = page.locator('.body p, main.article p', { hasText: '春茶开采前' }).first();
    const kept = await first.elementHandle();
    await workbench.typeInEditor('\n\n又一场雨在路上。', { atEnd: true });
    await page.locator('main.article p', { hasText: '又一场雨在路上。' }).waitFor();
    assert.equal(await kept?.evaluate((element) => element.isConnected), true);
  });

  it('follows the editor at a key, and stays when it is told to', async () => {
    await workbench.openFile('2019/茶山的雨.md');
    await pressKey(workbench);
    await showsTitle(workbench, '等一场刚刚好的雨');
    await workbench.runCommand('Keep This Article in the Preview');
    await workbench.runCommand('Show Text of Article');
    await workbench.waitForTab('茶山的雨.md');
    await workbench.runCommand('Marginalia: Open Preview to the Side');
    await eventually(
      'two previews',
      async () => (await workbench.tabs()).filter(({ label }) => label.startsWith('Preview')).length === 2,
    );
    await workbench.openFile('2026/battery-ferry.md');
    await eventually('one of them follows', async () => {
      const labels = (await workbench.tabs()).map(({ label }) => label);
      return (
        labels.includes('Preview: Charging a ferry in nine minutes') && labels.includes('Preview: 等一场刚刚好的雨')
      );
    });
  });

  it('opens at its key of the row that was just clicked', async () => {
    for (const depth of [1, 2]) await articles.expand(places.rain.slice(0, depth));
    await workbench.openRow(articles, places.rain, '茶山的雨.md');
    await workbench.page.keyboard.press('ControlOrMeta+Shift+v');
    await showsTitle(workbench, places.rain[2]);
  });

  it('writes a file that holds all of the article', async () => {
    const page = await openPreview(workbench, trial, trialTitle);
    await page.locator('[data-tool="export"]').click();
    await workbench.quickInput.acceptFile();
    await saysInNotification(workbench, 'is written to');
    const file = await readFile(join(workbench.folder, '北湾晚报', `${trialTitle}.html`), 'utf8');
    assert.match(file, /<h1>电车三号线/);
    assert.match(file, /src="data:image\/svg\+xml;base64,/);
    assert.doesNotMatch(file, /<script|src="http/);
  });

  it('takes up another theme at once', async () => {
    const page = await openPreview(workbench, trial, trialTitle);
    const colours = (): Promise<string> =>
      page.locator('body').evaluate((body) => `${getComputedStyle(body).color} ${body.className}`);
    const light = await colours();
    await workbench.runCommand('Toggle between Light/Dark Themes');
    const dark = await eventually('other colours', async () => {
      const now = await colours();
      return now !== light && now.includes('vscode-dark') && now;
    });
    assert.notEqual(dark.split(' vscode')[0], light.split(' vscode')[0]);
  });

  it('can leave pictures out and be set in another type, and remembers it', async () => {
    let page = await openPreview(workbench, trial, trialTitle);
    assert.ok((await page.locator('main.article img').count()) > 0);
    await page.locator('[data-tool="display"]').click();
    await page.getByLabel('Text only').check();
    await eventually('no pictures', async () => (await page.locator('main.article img:visible').count()) === 0);
    await page.locator('[popover] button', { hasText: /^Serif$/ }).click();
    await page.locator('[data-typeface="serif"]').waitFor();
    const settings = async (): Promise<string> => (await texts(page, 'body')).join();
    assert.match(await settings(), /三号线/);
    await workbench.runCommand('View: Close Editor');
    await eventually('no preview', async () => (await workbench.tabs()).length === 1);
    page = await openPreview(workbench, trial, trialTitle);
    await page.locator('body.text-only[data-typeface="serif"]').waitFor();
  });

  // VS Code opens it as a preview from then on: so nobody else opens it after this.
  it('takes the place of an editor', async () => {
    await reopenAsPreview(workbench, '2019/茶山的雨.md', '等一场刚刚好的雨');
    await eventuallyEqual('one tab', async () => (await workbench.tabs()).map(({ label }) => label), ['茶山的雨.md']);
    await workbench.webview().locator('main.article h1').click();
    await workbench.page.keyboard.press('n');
    await eventually('the next article', async () =>
      (await workbench.tabs()).some(({ label, active }) => active && label !== '茶山的雨.md'),
    );
  });
});

describe('the preview of an article', () => {
  const other = `${'Text.\n\n'.repeat(60)}\n\n<h2 id="tide">Tide</h2>\n\n${'More.\n\n'.repeat(60)}`;
  const links = '[Out](https://harbour.example/?a=b%3Dc&d=e) and [in](sub/other.md#tide) and [gone](gone.md).';
  let archive: TemporaryFolder;
  let server: LoopbackServer;
  let workbench: Workbench;
  before(async () => {
    const picture = await readFile(join(projectRoot, 'test/fixtures/sample/images/rain-map.png'));
    server = await LoopbackServer.start((path, response) => {
      if (path === '/ok.png') response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
      else if (path === '/redirect.png') response.writeHead(302, { location: '/ok.png' }).end();
      else if (path === '/wrong.png') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>No.</p>');
      else if (path === '/slow.png') server.keepWaiting(response);
      else response.writeHead(404).end();
    });
    const names = ['ok', 'redirect', 'wrong', 'slow', 'missing'];
    const images = names.map((name) => `<p><img src="${server.origin}/${name}.png" alt="${name}"></p>`).join('\n');
    archive = await archiveOf({
      'images.md': article('Images', images),
      'long.md': article('Long', paragraphs(120)),
      'broken.md': article('Broken', 'A body.').replace('2031-04-05 10:20', 'Invalid Date'),
      'links.md': article('Links', links),
      'sub/other.md': article('Other', other),
    });
    workbench = await openWorkbench({ folder: archive.path, size });
  });
  afterEach(() => workbench.closeEditors());
  after(async () => {
    await workbench?.close();
    await server?.stop();
    await archive?.remove();
  });

  // First: what VS Code has kept of earlier previews would be taken for this one's.
  it('is there again after the window was loaded anew, at the same place', async () => {
    let page = await openPreview(workbench, 'long.md', 'Long');
    await workbench.page.keyboard.press('ControlOrMeta+1');
    await workbench.runCommand('Close Editor');
    await eventually('the preview alone', async () => (await workbench.tabs()).length === 1);
    await page.locator('html').evaluate(() => window.scrollTo(0, 2000));
    await eventually('it is down', async () => (await top(page)) > 1900);
    const before = await top(page);
    await eventually('VS Code has kept it', async () => (await keptOffset(workbench)) > 1000);
    await workbench.page.reload();
    await workbench.waitUntilReady();
    page = workbench.webview();
    await showsTitle(workbench, 'Long');
    await eventually('the same place', async () => Math.abs((await top(page)) - before) < 60);
  });

  it('scrolls with the editor, and the editor with it', async () => {
    const page = await openPreview(workbench, 'long.md', 'Long');
    const paragraph = page.locator('main.article p', { hasText: 'Paragraph 80 ' });
    const atTop = (): Promise<number> => paragraph.evaluate((element) => element.getBoundingClientRect().top);
    await workbench.page.locator('.editor-group-container .editor-instance .view-lines').first().click();
    await workbench.page.keyboard.press('ControlOrMeta+End');
    await eventually('the preview is further down', async () => (await top(page)) > 1500);
    await workbench.page.keyboard.press('ControlOrMeta+Home');
    await eventually('the preview is at its top', async () => (await top(page)) === 0);
    await page.locator('html').evaluate(() => window.scrollTo(0, 0));
    const distance = await atTop();
    await page.locator('html').evaluate((_, to) => window.scrollTo(0, to), distance - 60);
    await eventually('the editor is there', async () => /Paragraph 80 /.test(await workbench.editorText()));
    const rest = await top(page);
    assert.ok(Math.abs(rest - (distance - 60)) < 2, 'the preview stays where it was scrolled to');
  });

  it('selects in the text what is double clicked, and keeps the focus: keys do not get into the article', async () => {
    const page = await openPreview(workbench, 'long.md', 'Long');
    await page.locator('main.article p', { hasText: 'Paragraph 50 ' }).dblclick();
    await workbench.page.locator('.editor-instance .selected-text').first().waitFor();
    await workbench.page.keyboard.press('7');
    await workbench.runCommand('View: Focus First Editor Group');
    const isSelected = async (): Promise<boolean> =>
      (await workbench.statusBar()).some((text) => /Ln 10[5-9].*selected/.test(text));
    await eventually('its line and what is selected there', isSelected);
  });

  it('lists problems, and goes to them', async () => {
    const page = await openPreview(workbench, 'broken.md', 'Broken');
    const problem = page.locator('[data-problem]').first();
    await page.locator('details summary', { hasText: 'Problems' }).click();
    await problem.click();
    await eventually('its line', async () => (await workbench.statusBar()).some((text) => /Ln 4, Col 7/.test(text)));
  });

  it('loads images from elsewhere once a person allows it, without saying where they are read', async () => {
    let page = await openPreview(workbench, 'images.md', 'Images');
    assert.equal(await page.locator('.note-reason', { hasText: 'Remote images are blocked' }).count(), 5);
    assert.equal(server.requests.length, 0);
    await page.locator('.blocked [data-load-remote]').click();
    page = workbench.webview();
    await page.locator('img[alt="ok"]').waitFor();
    for (const name of ['redirect', 'slow', 'ok']) {
      await page.locator(`img[alt="${name}"]`).scrollIntoViewIfNeeded();
    }
    for (const name of ['ok', 'redirect']) {
      const isDrawn = (image: HTMLImageElement): boolean => image.complete && image.naturalWidth > 0;
      await eventually(`${name} is drawn`, () => page.locator(`img[alt="${name}"]`).first().evaluate(isDrawn));
    }
    for (const name of ['wrong', 'missing']) {
      const note = page.locator('.note', { hasText: name });
      await note.locator('.note-reason', { hasText: 'could not be loaded' }).waitFor();
    }
    await eventually('slow was asked for', () => server.count('/slow.png') === 1);
    assert.equal(await page.locator('img[alt="slow"]').count(), 1);
    assert.ok(server.requests.every(({ referrer }) => referrer === undefined));
    assert.equal(await page.locator('[data-load-remote]').count(), 0);
    await workbench.runCommand('Stop Loading Remote Images in This Archive');
    await workbench.webview().locator('.blocked [data-load-remote]').waitFor();
  });

  it('asks before it opens a link outside, and follows links within the archive', async () => {
    const page = await openPreview(workbench, 'links.md', 'Links');
    await page.locator('main.article a', { hasText: 'Out' }).click();
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /https:\/\/harbour\.example\/\?a=b%3Dc&d=e/);
    await workbench.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('main.article a', { hasText: 'gone' }).click();
    await saysInNotification(workbench, 'gone.md');
    await page.locator('main.article a', { hasText: 'in' }).first().click();
    await showsTitle(workbench, 'Other');
    const heading = page.locator('main.article h2', { hasText: 'Tide' });
    await eventually('its anchor', () => heading.evaluate((it) => Math.abs(it.getBoundingClientRect().top) < 120));
  });
});

describe('the key of the preview', () => {
  let archive: TemporaryFolder;
  let workbench: Workbench;
  before(async () => {
    archive = await archiveOf({
      'a.md': article('Tides', 'Text.'),
      'b.md': 'Notes.',
      '.marginalia/config.json': '{ "include": ["a.md"] }',
    });
    workbench = await openWorkbench({ folder: archive.path, size });
  });
  after(async () => {
    await workbench?.close();
    await archive?.remove();
  });

  it('counts in a window that has only just come up, and is left to VS Code for what is no article', async () => {
    await workbench.openFile('a.md');
    await pressKey(workbench);
    await showsTitle(workbench, 'Tides');
    await workbench.openFile('b.md');
    await pressKey(workbench);
    await workbench.waitForTab('Preview b.md');
  });
});

describe('the preview in a folder that is not trusted', () => {
  let archive: TemporaryFolder;
  let server: LoopbackServer;
  let workbench: Workbench;
  before(async () => {
    server = await LoopbackServer.start();
    archive = await archiveOf({
      'a.md': article('A', `<p><img src="${server.origin}/a.png" alt="A picture"></p>`),
      '.vscode/settings.json': '{ "marginalia.preview.remoteImages": "always" }',
    });
    workbench = await openWorkbench({
      folder: archive.path,
      size,
      trust: true,
      settings: { 'marginalia.preview.remoteImages': 'always', 'security.workspace.trust.startupPrompt': 'never' },
    });
  });
  after(async () => {
    await workbench?.close();
    await server?.stop();
    await archive?.remove();
  });

  it('never loads images from elsewhere', async () => {
    const page = await openPreview(workbench, 'a.md', 'A');
    await page.locator('.note-reason', { hasText: 'untrusted workspace' }).waitFor();
    assert.equal(await page.locator('[data-load-remote]').count(), 0);
    assert.equal(server.requests.length, 0);
  });
});

/** Presses the key of the preview as soon as a text has the focus. */
async function pressKey({ page }: Workbench): Promise<void> {
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+v');
}

/** The place of a preview in what VS Code keeps of its editors in the browser, written every few seconds. */
async function keptOffset(workbench: Workbench): Promise<number> {
  const kept = (await keptTexts(workbench, 'articlePreview')).join();
  return Math.max(0, ...[...kept.matchAll(/offset\W+(\d+)/g)].map(([, number]) => Number(number)));
}
