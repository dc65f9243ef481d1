import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder';
import { eventually, openWorkbench, type TreeView, type Workbench } from '../support/workbench';

describe('a folder that is no archive', () => {
  let folder: TemporaryFolder;
  let workbench: Workbench;
  let articles: TreeView;
  let problems: TreeView;
  before(async () => {
    folder = await temporaryFolder('notes');
    await writeFile(join(folder.path, 'readme.md'), '# Notes\n\nNothing here is news.\n');
    await writeFile(join(folder.path, 'plan.md'), '# Plan\n\nRead more.\n');
    workbench = await openWorkbench({ folder: folder.path, theme: 'dark', size: { width: 1200, height: 800 } });
    await workbench.openContainer('Marginalia');
    articles = workbench.view('Articles');
    problems = workbench.view('Problems');
  });
  afterEach(() => workbench.restore());
  after(async () => {
    await workbench?.close();
    await folder?.remove();
  });

  it('says what the views would be for', async () => {
    await eventually('the welcome text', async () => (await articles.welcome()).includes('No news archive here yet'));
    await eventually('that of problems', async () =>
      (await problems.welcome()).includes('as soon as there is an archive'),
    );
    await workbench.screenshot('welcome');
  });

  it('becomes an archive by itself when articles come, whose problems are none', async () => {
    for (const name of ['one', 'two', 'three']) {
      const text = `---\ntitle: Article ${name}\nsource: The Post\ndate: 2024-05-01\n---\n\nText of ${name}.\n`;
      await writeFile(join(workbench.folder, `${name}.md`), text);
    }
    await articles.waitForRows('its articles', (rows) => rows.some(({ label }) => label.startsWith('The Post')));
    for (const name of ['readme', 'plan']) await rm(join(workbench.folder, `${name}.md`));
    await eventually('all is well', async () => (await problems.message()) === 'No problems in 3 articles');
  });

  it('is set up at one click: its configuration is written and open, its files are there', async () => {
    await eventually('the welcome text', async () => (await articles.welcome()).includes('No news archive here yet'));
    const button = articles.element.locator('.welcome-view-content .monaco-button', { hasText: 'Set Up Archive' });
    await workbench.quickInput.openBy(() => button.click({ timeout: 5000 }));
    await workbench.quickInput.type('China Standard Time');
    await workbench.quickInput.waitForRows('the zone by what people call it', (rows) =>
      rows.some(({ label }) => label === 'Asia/Shanghai'),
    );
    await workbench.quickInput.type('Asia/Shanghai');
    await workbench.quickInput.waitForRows(
      'the zone',
      ([row, ...more]) => row?.label === 'Asia/Shanghai' && more.length === 0,
    );
    await workbench.quickInput.accept();
    await workbench.waitForTab('config.json');
    const config: unknown = JSON.parse(await readFile(join(workbench.folder, '.marginalia', 'config.json'), 'utf8'));
    const { include, timeZone } = config as { readonly include: unknown; readonly timeZone: unknown };
    assert.deepEqual(include, ['**/*.md', '**/*.markdown']);
    assert.equal(timeZone, 'Asia/Shanghai');
    await articles.waitForRows('its files', (rows) => rows.some(({ label }) => label === 'Unknown source ▸ No date'));
    // VS Code may still tell of itself that it activates extensions.
    await eventually('nothing is told', async () => (await workbench.notifications()).length === 0);
  });
});
