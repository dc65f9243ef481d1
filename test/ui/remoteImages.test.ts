import assert from 'node:assert/strict';
import { ImageServer } from '../support/imageServer';
import type { TemporaryFolder } from '../support/temporaryFolder';
import { eventually, openWorkbench, type Workbench, type WorkbenchOptions } from '../support/workbench';
import { showArticles } from './openArticles';
import { pictureThemes } from './pictures';
import { archiveOf, article } from './previewPage';

describe('checking remote images', () => {
  // A window is opened anew for each of these, which takes long on a busy computer.
  let workbench: Workbench;
  let archive: TemporaryFolder | undefined;
  let server: ImageServer;

  before(async () => {
    server = await ImageServer.start();
  });
  after(() => server.close());
  afterEach(async () => {
    await workbench?.close();
    await archive?.remove();
  });

  const image = (kind: string): string =>
    `<p>渡船 🚢 <img src="http://127.0.0.1:${server.port}/${kind}.png" alt="船"></p>\n`;
  const open = async (options: WorkbenchOptions, lost = image('missing/lost')): Promise<void> => {
    const bodies = { 'lost.md': lost, 'page.md': image('html/page'), 'fine.md': image('ok/fine') };
    archive = await archiveOf(
      Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, article(name, body)])),
    );
    const settings = { 'marginalia.images.allowPrivateHosts': ['127.0.0.1'], ...options.settings };
    workbench = await openWorkbench({ folder: archive.path, ...options, settings });
    await showArticles(workbench);
  };

  it('tells how many are broken and lists them', async () => {
    await open({ theme: 'light' });
    await workbench.runCommand('Marginalia: Check Remote Images in Archive');
    assert.match(await workbench.waitForNotification('Remote images checked'), /checked: 3, of which 2 are broken\./);
    const problems = workbench.view('Problems');
    await problems.waitForRows('the lost image', (rows) => rows.some(({ label }) => label === 'Remote image gone'));
    await workbench.openFile('lost.md');
    const mark = workbench.page.locator('.monaco-editor .squiggly-error').first();
    await mark.waitFor();
    for (const theme of pictureThemes) {
      await workbench.changeTheme(theme);
      const url = workbench.page.locator('.monaco-editor .view-line span span', { hasText: 'missing' }).last();
      // Text that is drawn anew under the pointer forgets that it was there.
      await eventually('what is known of the image', async () => {
        await workbench.page.mouse.move(0, 0);
        await url.hover({ timeout: 5000 });
        await workbench.page
          .locator('.monaco-hover:visible', { hasText: 'Last checked' })
          .first()
          .waitFor({ timeout: 5000 });
        return true;
      });
      await workbench.screenshot(`remote images ${theme}`);
      await workbench.page.mouse.move(0, 0);
    }
  });

  it('says in one line that no server is reached, and marks nothing', async () => {
    const images = ['a', 'b', 'c'].map((name) => `<img src="http://${name}.news.org/x.png" alt="船">`);
    // Nobody listens there, and no name is looked up before it is asked.
    const settings = { 'http.proxy': 'http://127.0.0.1:9' };
    await open({ settings }, `<p>渡船 🚢 ${images.join(' ')}</p>\n`);
    await workbench.runCommand('Marginalia: Check Remote Images in Archive');
    assert.match(await workbench.waitForNotification('No server could be reached'), /No image was marked\./);
    await workbench.openFile('lost.md');
    await workbench.page.locator('.monaco-editor .squiggly-info').first().waitFor();
    assert.equal(await workbench.page.locator('.monaco-editor .squiggly-error').count(), 0);
  });

  it('asks nobody in a folder that is not trusted', async () => {
    await open({
      trust: true,
      settings: { 'marginalia.images.checkRemote': 'archive', 'security.workspace.trust.startupPrompt': 'never' },
    });
    const before = server.requests;
    await workbench.runCommand('Marginalia: Check Remote Images in Archive');
    assert.match(await workbench.waitForNotification('do not trust'), /no server is asked/);
    assert.equal(server.requests, before);
  });
});
