import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FrameLocator } from 'playwright-core';
import type { TemporaryFolder } from '../support/temporaryFolder';
import { eventually, openWorkbench, type Workbench } from '../support/workbench';
import { showArticles } from './openArticles';
import { archiveOf, article, LoopbackServer, openPreview, saysInNotification } from './previewPage';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

function body(origin: string): string {
  const images = ['pier', 'gone'].map((name) => `<p><img src="${origin}/${name}.png" alt="The ${name}"></p>`);
  return `${images.join('\n')}\n${'<p>The gulls of the harbour are on the roof, and it was quiet.</p>\n'.repeat(5)}`;
}

describe('an article exported from its preview', () => {
  let workbench: Workbench;
  let archive: TemporaryFolder;
  let server: LoopbackServer;

  before(async () => {
    server = await LoopbackServer.start((path, response) => {
      if (path === '/pier.png') response.setHeader('content-type', 'image/png').end(picture);
      else response.writeHead(404).end();
    });
    archive = await archiveOf({
      'a.md': article('A: Gulls', body(server.origin)),
      'b.md': article('B: Gulls', body(server.origin)),
      'news/1.md': article('Rain', 'It rained.'),
      'news/2.md': article('rain', 'It rained again.'),
      'news/3.md': article('Snow', 'It snowed.'),
    });
    const settings = { 'marginalia.images.allowPrivateHosts': ['127.0.0.1'] };
    workbench = await openWorkbench({ folder: archive.path, settings });
  });
  afterEach(() => workbench?.closeEditors());
  after(async () => {
    await workbench?.close();
    await archive?.remove();
    await server.stop();
  });

  /** The path of the file that is written. */
  async function exportArticle(page: FrameLocator, title: string, said: string): Promise<string> {
    await page.locator('[data-tool="export"]').click();
    await workbench.quickInput.acceptFile();
    await saysInNotification(workbench, said);
    return join(workbench.folder, `${title}.html`);
  }

  /** Opens a file in a browser; how many images it shows there. */
  async function imagesShown(path: string): Promise<number> {
    const tab = await workbench.page.context().newPage();
    await tab.goto(pathToFileURL(path).href);
    const shown = await tab.evaluate(() => [...document.images].filter(({ naturalWidth }) => naturalWidth > 0).length);
    await tab.close();
    return shown;
  }

  it('is without images that the preview does not load, and asks for none of them', async () => {
    const page = await openPreview(workbench, 'a.md', 'A: Gulls');
    const said = 'Remote images that the preview does not load are only listed: 2.';
    const path = await exportArticle(page, 'A Gulls', said);
    const file = await readFile(path, 'utf8');
    assert.ok(
      file.includes(`[<a href="${server.origin}/pier.png" rel="noreferrer">The pier</a> · Image not in this file]`),
    );
    assert.ok(file.includes(`<li><a href="${server.origin}/pier.png"`));
    assert.match(file, /<html lang="en">/);
    assert.equal(await imagesShown(path), 0);
    assert.deepEqual(server.requests, []);
  });

  it('holds the remote images that the preview shows, and lists those that nobody could have', async () => {
    await workbench.changeSettings({ 'marginalia.preview.remoteImages': 'always' });
    const page = await openPreview(workbench, 'b.md', 'B: Gulls');
    await eventually('the preview loads them', () => server.count('/pier.png') > 0);
    const said = 'Images that could not be read or fetched are only listed: 1.';
    const path = await exportArticle(page, 'B Gulls', said);
    const file = await readFile(path, 'utf8');
    assert.ok(file.includes(`src="data:image/png;base64,${picture.toString('base64')}"`));
    assert.ok(file.includes(`<li><a href="${server.origin}/gone.png"`));
    server.requests.splice(0);
    assert.equal(await imagesShown(path), 1);
    assert.deepEqual(server.requests, []);
  });

  it('goes with all others that are selected into one folder, each under its title', async () => {
    const articles = await showArticles(workbench);
    const place: string[] = [];
    for (;;) {
      const rows = await articles.rows();
      if (rows.some(({ label }) => label === 'Snow')) break;
      place.push(rows.at(-1)?.label ?? '');
      await articles.expand(place);
    }
    // The view selects what the preview shows when that is there, and others only stay selected after that.
    await eventually('all are selected', async () => {
      const selected = (await articles.rows()).filter((row) => row.selected).map(({ label }) => label);
      const missing = ['Rain', 'rain', 'Snow'].find((title) => !selected.includes(title));
      if (missing !== undefined) await articles.click([...place, missing], { add: true });
      return missing === undefined;
    });
    await articles.chooseInContextMenu([...place, 'Snow'], 'Export as HTML…', 'Copy and Export');
    await workbench.quickInput.acceptFile();
    await saysInNotification(workbench, '3 of 3 articles are written to news.');
    const files = (await readdir(join(workbench.folder, 'news'))).filter((name) => name.endsWith('.html')).sort();
    assert.deepEqual(files, ['Rain.html', 'Snow.html', 'rain (2).html']);
    assert.match(await readFile(join(workbench.folder, 'news', 'Snow.html'), 'utf8'), /<p>It snowed\.<\/p>/);
  });
});
