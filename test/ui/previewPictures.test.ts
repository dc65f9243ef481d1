import type { TemporaryFolder } from '../support/temporaryFolder';
import { eventually, openWorkbench, type Workbench } from '../support/workbench';
import { openArticles } from './openArticles';
import { pictureThemes } from './pictures';
import { archiveOf, article, openPreview } from './previewPage';

const size = { width: 1400, height: 860 };

/** Sharp pictures of the preview, kept to be looked at. */
describe('pictures of the preview of the sample archive', () => {
  let workbench: Workbench;
  before(async () => {
    ({ workbench } = await openArticles({ size }));
  });
  afterEach(() => workbench.closeEditors());
  after(() => workbench?.close());

  for (const theme of pictureThemes) {
    it(`in ${theme}`, async () => {
      await workbench.changeTheme(theme);
      const page = await openPreview(
        workbench,
        '北湾晚报/2022-03-08 三号线试运行.md',
        '电车三号线开始空载试运行，“会下沉的站台”首次亮相',
      );
      await page.locator('details summary', { hasText: 'Problems' }).click();
      await page.locator('.blocked summary').click();
      const image = page.locator('img[src*="tram%20line%20plan.svg"]').first();
      await eventually('the image is drawn', () => image.evaluate((it: HTMLImageElement) => it.naturalWidth > 0));
      await workbench.screenshot(`preview ${theme} 1 header`);
      await page.locator('[data-tool="display"]').click();
      await workbench.screenshot(`preview ${theme} 2 display`);
      await workbench.page.keyboard.press('Escape');
      await page.locator('html').evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await workbench.screenshot(`preview ${theme} 3 end`);
      await image.click();
      await workbench.screenshot(`preview ${theme} 4 enlarged`);
    });
  }
});

describe('pictures of the preview', () => {
  let workbench: Workbench;
  let archive: TemporaryFolder | undefined;

  afterEach(async () => {
    await workbench?.close();
    await archive?.remove();
    archive = undefined;
  });

  it('of all that an article can lack', async () => {
    const body = [
      '<script>alert(1)</script><p onclick="x()">A paragraph with a handler and an <b>emphasis</b>.</p>',
      '<img src="nowhere.png" alt="The harbour at dusk"><img src=""><img src="https://picsum.photos/400/300?random=1" alt="x">',
      '<iframe src="https://video.example/embed/1"></iframe><video src="a.mp4"></video>',
      '<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2019</td><td>41</td></tr><tr><td>2020</td><td>17</td></tr></table>',
      '<blockquote><p>Quoted at length.</p></blockquote><pre><code>let tide = 3;</code></pre>',
      '<ul><li>One</li><li>Two<ul><li>Two and a half</li></ul></li></ul><h2>A heading</h2><p><a href="https://a.example">A link</a>.</p>',
    ].join('\n');
    archive = await archiveOf({ 'a.md': article('What is left', `<div>\n${body}\n</div>`), 'b.md': article('B', 'B') });
    workbench = await openWorkbench({ folder: archive.path, theme: 'dark', size });
    const page = await openPreview(workbench, 'a.md', 'What is left');
    await page.locator('.blocked summary').click();
    await workbench.screenshot('preview lacking 1');
    await page.locator('html').evaluate(() => window.scrollTo(0, 700));
    await workbench.screenshot('preview lacking 2');
  });
});
