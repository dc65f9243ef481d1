import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { projectRoot } from '../support/projectRoot';
import { PreviewTab } from './previewTab';
import { chineseArticle, englishArticle } from './sampleTexts';
import { type Theme, themes } from './themes';

const axe = readFileSync(createRequire(join(projectRoot, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

describe('the looks of the preview', () => {
  let tab: PreviewTab;

  before(async () => {
    tab = await PreviewTab.open('light');
    await tab.send({ kind: 'standing', isRead: true, hasPrevious: true, hasNext: false });
  });
  after(() => tab?.close());

  for (const theme of Object.keys(themes) as Theme[]) {
    for (const [name, text] of Object.entries({ Chinese: chineseArticle, English: englishArticle })) {
      it(`have no barriers in ${theme}, ${name}`, async () => {
        await tab.dress(theme);
        await tab.show(text.replace('/harbour/ferry.jpg', '/picture.png').replace('images/dial.jpg', '/picture.png'), {
          article: name,
          mayLoadRemote: true,
        });
        await tab.page.waitForFunction(() =>
          [...document.images].every((image) => image.complete && image.naturalWidth > 0),
        );
        await tab.screenshot(`preview ${theme} ${name}`, true);
        for (const fold of await tab.page.locator('details:not([open]) > summary').all()) await fold.click();
        assert.deepEqual(await barriers(), []);
        await tab.page.click('[data-tool=display]');
        await tab.screenshot(`preview ${theme} ${name} opened`);
        assert.deepEqual(await barriers(), []);
        await tab.page.keyboard.press('Escape');
      });
    }
  }

  async function barriers(): Promise<readonly string[]> {
    // By the debugger: the page's policy lets no other script in.
    await tab.page.evaluate(axe);
    const { violations } = await tab.page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }
});
