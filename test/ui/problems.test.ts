import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, openWorkbench, type Workbench } from '../support/workbench';
import { pictureThemes } from './pictures';

const name = 'ferry problems.md';
const text =
  '---\ntitle: 渡轮 🚢 回来了\nsource: Scratch Gazette\ndate: 2021-04-05\n---\n\n' +
  '渡轮 🚢 ![](https://https://news.example/a.jpg)\n';

describe('problems in the editor', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ size: { width: 1100, height: 700 } });
  });
  afterEach(() => workbench.restore());
  after(() => workbench?.close());

  for (const theme of pictureThemes) {
    it(`are underlined, have a light bulb, and go with its fix, in ${theme}`, async () => {
      await workbench.changeTheme(theme);
      const { page } = workbench;
      await writeFile(join(workbench.folder, 'inbox', name), text);
      await workbench.openFile(`inbox/${name}`);
      const squiggle = page.locator('.monaco-editor .squiggly-warning');
      await eventually('the squiggle', async () => (await squiggle.count()) === 1);
      await eventually('the count', async () => (await workbench.statusBar()).some((it) => it.includes('1 problem')));

      await workbench.runCommand('Marginalia: Go to Next Problem in Article');
      const hover = page.locator('.monaco-hover:visible');
      await eventually('what it is about', async () => (await hover.innerText()).includes('image/malformed-url'));
      await eventually(
        'the light bulb',
        async () => (await page.locator('[class*="codicon-light-bulb"], [class*="lightbulb"]').count()) > 0,
      );
      await workbench.screenshot(`problems ${theme} 1 hover`);
      await page.keyboard.press('Escape');

      const menu = page.locator('.action-widget').first();
      // The key counts once the light bulb is that of the place the cursor has gone to.
      await eventually('the fixes', async () => {
        if ((await menu.count()) === 0) await page.keyboard.press('Control+.');
        return (await menu.innerText({ timeout: 3000 })).includes('Write the URL as');
      });
      await workbench.screenshot(`problems ${theme} 2 fixes`);
      await page.keyboard.press('Enter');
      await eventually('it is gone', async () => (await squiggle.count()) === 0);
      await eventually('none left', async () => (await workbench.statusBar()).some((it) => it.includes('No problems')));
      assert.ok((await workbench.editorText()).includes('![](https://news.example/a.jpg)'));
      await workbench.screenshot(`problems ${theme} 3 fixed`);
    });
  }

  it('lead to the page of their rule', async () => {
    const { page } = workbench;
    await writeFile(join(workbench.folder, 'inbox', name), text);
    await workbench.openFile(`inbox/${name}`);
    const squiggle = page.locator('.monaco-editor .squiggly-warning');
    await eventually('the squiggle', async () => (await squiggle.count()) === 1);
    await workbench.runCommand('Marginalia: Go to Next Problem in Article');
    const link = page.locator('.monaco-hover:visible a.code-link');
    await eventually('the link', async () => (await link.count()) === 1);
    await link.click();
    await workbench.waitForTab('malformed-url.md');
    const preview = page.frameLocator('iframe.webview').first().frameLocator('iframe#active-frame');
    await eventually('the page', async () => (await preview.locator('h1').innerText()) === 'image/malformed-url');
    await workbench.screenshot('problems rule page');
  });
});
