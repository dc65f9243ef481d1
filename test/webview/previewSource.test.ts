import assert from 'node:assert/strict';
import { PreviewTab } from './previewTab';
import { chineseArticle } from './sampleTexts';

describe('the source in the header of the preview', () => {
  let tab: PreviewTab;

  beforeEach(async () => {
    tab = await PreviewTab.open('light');
  });
  afterEach(() => tab?.close());

  const show = async (sourceProfile?: string): Promise<void> => {
    const prepared = await tab.show(chineseArticle);
    const message = tab.messageOf(prepared);
    await tab.render({ ...message, head: { ...message.head, ...(sourceProfile !== undefined && { sourceProfile }) } });
  };

  it('tells what is known of it, and opens its profile', async () => {
    await show('报纸 · 中国 · 北湾报业集团');
    assert.match(await tab.page.innerText('.source'), /北湾晚报\s*报纸 · 中国 · 北湾报业集团/);
    await tab.screenshot('preview source');
    await tab.page.focus('.source button');
    await tab.page.keyboard.press('Enter');
    await tab.waitFor('openSource');
    await tab.forget();
    await show('');
    await tab.page.click('.source-name');
    await tab.waitFor('openSource');
  });

  it('is only a name where there is no archive to know anything of it', async () => {
    await show();
    assert.equal(await tab.page.innerText('.source'), '北湾晚报');
    assert.equal(await tab.page.locator('.source button').count(), 0);
  });
});
