import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TemporaryFolder } from '../support/temporaryFolder';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../support/workbench';
import { archiveOf, article, LoopbackServer, openPreview, saysInNotification } from './previewPage';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('an article exported from its preview', () => {
  // A window is opened anew for each of these, which takes long on a busy computer.
  let workbench: Workbench;
  let archive: TemporaryFolder;
  let server: LoopbackServer;

  before(async () => {
    server = await LoopbackServer.start((path, response) => {
      if (path === '/pier.png') response.setHeader('content-type', 'image/png').end(picture);
      else response.writeHead(404).end();
    });
  });
  after(() => server.stop());
  afterEach(async () => {
    await workbench?.close();
    await archive?.remove();
  });

  const settings = { 'marginalia.images.allowPrivateHosts': ['127.0.0.1'] };

  /** The path of the file that is written. */
  async function exportArticle(said: string, options: WorkbenchOptions): Promise<string> {
    const images = ['pier', 'gone'].map((name) => `<p><img src="${server.origin}/${name}.png" alt="The ${name}"></p>`);
    archive = await archiveOf({ 'a.md': article('A', `${images.join('\n')}\n${'<p>Gulls.</p>\n'.repeat(5)}`) });
    workbench = await openWorkbench({ folder: archive.path, settings, ...options });
    const page = await openPreview(workbench, 'a.md', 'A');
    await page.locator('[data-tool="export"]').click();
    await workbench.quickInput.waitUntilOpen();
    await workbench.quickInput.accept();
    await saysInNotification(workbench, said);
    return join(workbench.folder, 'a.html');
  }

  /** Opens a file in a browser; how many images it shows there. */
  async function imagesShown(path: string): Promise<number> {
    const tab = await workbench.page.context().newPage();
    await tab.goto(pathToFileURL(path).href);
    const shown = await tab.evaluate(() => [...document.images].filter(({ naturalWidth }) => naturalWidth > 0).length);
    await tab.close();
    return shown;
  }

  it('holds the remote images that the preview shows, and lists those that nobody could have', async () => {
    const always = { ...settings, 'marginalia.preview.remoteImages': 'always' };
    const path = await exportArticle('It is without 1 images', { settings: always });
    const file = await readFile(path, 'utf8');
    assert.ok(file.includes(`src="data:image/png;base64,${picture.toString('base64')}"`));
    assert.ok(file.includes(`<li><a href="${server.origin}/gone.png"`));
    server.requests.splice(0);
    assert.equal(await imagesShown(path), 1);
    assert.deepEqual(server.requests, []);
  });

  it('is without those that the preview does not load, and asks for none of them', async () => {
    server.requests.splice(0);
    const path = await exportArticle('It is without 2 remote images', {});
    assert.match(await readFile(path, 'utf8'), /\[The pier Remote images wait for your permission\.\]/);
    assert.equal(await imagesShown(path), 0);
    assert.deepEqual(server.requests, []);
  });
});
