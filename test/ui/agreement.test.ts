import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { defaultCodebookText } from '../../src/core/annotations/codebook/defaultCodebook';
import { annotateOnDisk } from '../support/annotateOnDisk';
import { copyOf, type TemporaryFolder } from '../support/temporaryFolder';
import { eventually, openWorkbench, type Workbench, type WorkbenchOptions } from '../support/workbench';
import { keptTexts } from './keptTexts';
import { pictureThemes } from './pictures';

const train = '北湾晚报/2022-03-08 三号线试运行.md';
const ferry = '北湾晚报/2021-11-27 轮渡夜航恢复.md';

describe('agreement between people', () => {
  let archive: TemporaryFolder;
  let workbench: Workbench;

  before(async () => {
    archive = await copyOf('test/fixtures/sample');
    await mkdir(join(archive.path, '.marginalia'), { recursive: true });
    await writeFile(join(archive.path, '.marginalia', 'labels.json'), defaultCodebookText('zh-cn'));
    const marks: readonly (readonly [who: string, quote: string, label: string])[] = [
      ['林知远', '整个过程十一秒', 'claim'],
      ['周晓', '整个过程十一秒，边缘有压力感应', 'claim'],
      ['吴', '整个过程十一秒', 'evidence'],
      ['林知远', '全线十六站', 'claim'],
      ['周晓', '全线十六站', 'claim'],
      ['吴', '全线十六站', 'claim'],
      ['周晓', '样机在车辆段里升降了四万多次', 'evidence'],
    ];
    for (const [who, quote, label] of marks) {
      await annotateOnDisk(archive.path, train, quote, { labels: [{ label }] }, who, `${quote} ${label}`);
    }
    for (const [path, scores] of Object.entries({ [train]: [4, 4, 5], [ferry]: [2, 4, 3] })) {
      for (const [index, who] of ['林知远', '周晓', '吴'].entries()) {
        const value = scores[index] ?? 1;
        await annotateOnDisk(archive.path, path, '', { labels: [{ label: 'credibility', value }] }, who, 'whole');
      }
    }
  });
  after(async () => {
    await workbench?.close();
    await archive?.remove();
  });

  it('is shown, narrowed, and its disagreements are stepped through beside it', async () => {
    await openWindow({});
    const page = await showReport('Show Agreement Between People');
    await page.getByRole('heading', { name: '主张' }).waitFor();
    assert.match(await page.locator('.summary').innerText(), /People: 3 · Articles in common: 2/);
    await page.locator('[data-key=label]').selectOption({ label: '证据' });
    await eventually('it is narrowed', async () => (await page.locator('.card').count()) === 1);
    await page.locator('main').click({ position: { x: 4, y: 4 } });
    await workbench.page.keyboard.press('n');
    await page.locator('.place[aria-current]').waitFor();
    await eventually('its article opens beside', async () =>
      (await workbench.tabs()).some(({ label }) => label === '2022-03-08 三号线试运行.md'),
    );
    await workbench.page.keyboard.press('n');
    await eventually('the second one', async () => (await page.locator('.position').innerText()) === '2 of 2');
    await workbench.runCommand('Marginalia: Previous Disagreement');
    await eventually('the first again', async () => (await page.locator('.position').innerText()) === '1 of 2');
  });

  it('is there again, narrowed as it was, after the window was loaded anew', async () => {
    await workbench.closeEditors();
    const before = await showReport('Show Agreement Between People');
    await before.locator('[data-key=label]').selectOption({ label: '可信度' });
    await eventually('it is narrowed', async () => (await before.locator('.card').count()) === 1);
    await eventually('VS Code has kept it', async () =>
      (await keptTexts(workbench, 'marginalia.agreement')).some((text) => /label\W+credibility/.test(text)),
    );
    await workbench.page.reload();
    await workbench.waitUntilReady();
    const page = workbench.webview();
    await page.getByRole('heading', { name: '可信度' }).waitFor();
    assert.equal(await page.locator('.card').count(), 1);
  });

  it('looks as it should in light, dark and high contrast', async () => {
    await workbench.close();
    await openWindow({ chinese: true });
    const page = await showReport('显示标注一致性');
    await page.getByRole('heading', { name: '主张' }).waitFor();
    await pictures('1 report');
    await page.getByRole('button', { name: '下一处分歧' }).click();
    await page.locator('.place[aria-current]').waitFor();
    await eventually('its article opens beside', async () => (await workbench.tabs()).length === 2);
    await pictures('2 step');
  });

  async function pictures(name: string): Promise<void> {
    for (const theme of pictureThemes) {
      await workbench.changeTheme(theme);
      await workbench.screenshot(`agreement ${theme} ${name}`);
    }
  }

  async function openWindow(options: WorkbenchOptions): Promise<void> {
    workbench = await openWorkbench({ folder: archive.path, size: { width: 1500, height: 900 }, ...options });
    await workbench.openContainer('Marginalia');
  }

  async function showReport(command: string): Promise<FrameLocator> {
    await workbench.runCommand(command);
    const page = workbench.webview();
    await page.locator('.card').first().waitFor();
    return page;
  }
});
