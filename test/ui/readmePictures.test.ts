import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { annotateOnDisk } from '../support/annotateOnDisk';
import { projectRoot } from '../support/projectRoot';
import { copyOf, type TemporaryFolder } from '../support/temporaryFolder';
import { eventually, type TreeView, type Workbench } from '../support/workbench';
import { openArticles } from './openArticles';
import { keepForReadme, wantsPictures } from './pictures';
import { openPreview, showsTitle } from './previewPage';

const [width, height] = [1000, 950];
const path = '北湾晚报/2022-03-08 三号线试运行.md';
const title = '电车三号线开始空载试运行，“会下沉的站台”首次亮相';
const source = '北湾晚报';

/** What people know of the source of the article. */
const profile = {
  kind: 'newspaper',
  country: 'CN',
  languages: ['zh-Hans'],
  owner: '北湾报业集团',
  funding: '发行与广告',
  homepage: 'https://beiwan.example.com/',
  notes: '1951 年创刊，2003 年起有电子版。2025 年设立更正专栏。',
  ratings: [
    { scale: 'corrections', value: 2, rater: 'Ada', date: '2024-03-01', method: 'Read 20 articles', confidence: 'low' },
    {
      scale: 'corrections',
      value: 4,
      rater: 'Ada',
      date: '2026-02-11',
      method: 'Read 60 articles',
      confidence: 'high',
    },
  ],
};
const scales = [
  {
    id: 'corrections',
    name: 'Corrects its mistakes',
    min: 1,
    max: 5,
    steps: { '1': 'never', '3': 'sometimes', '5': 'always' },
  },
];
const labels = [
  { id: 'claim', name: 'Claim', key: '1', colour: 'blue', scope: ['passage'] },
  { id: 'evidence', name: 'Evidence', key: '2', colour: 'green', scope: ['passage'] },
  { id: 'opinion', name: 'Opinion', key: '3', colour: 'orange', scope: ['passage'] },
];

if (wantsPictures)
  describe('pictures for the README', () => {
    let workbench: Workbench;
    let articles: TreeView;
    let archive: TemporaryFolder;

    before(async () => {
      archive = await copyOf(join(projectRoot, 'test', 'fixtures', 'sample'));
      const sources = join(archive.path, '.marginalia', 'sources.json');
      const known = JSON.parse(await readFile(sources, 'utf8'));
      const written = {
        ...known,
        scales,
        sources: { ...known.sources, [source]: { ...known.sources[source], ...profile } },
      };
      await writeFile(sources, `${JSON.stringify(written, undefined, 2)}\n`);
      await writeFile(join(archive.path, '.marginalia', 'labels.json'), JSON.stringify({ version: 1, labels }));
      const annotate = (quote: string, label: string, note: string, creator: string): Promise<string> =>
        annotateOnDisk(archive.path, path, quote, { labels: [{ label }], note }, creator);
      await annotate('九十天的试运行', 'evidence', '', '林知远');
      await annotate('这里的人行道只有两米八宽', 'claim', '', 'Ada');
      await annotate('缓缓下沉', 'opinion', '“缓缓”是记者的话：工程师说的是十一秒。', 'Ada');
      ({ workbench, articles } = await openArticles({
        folder: archive.path,
        theme: 'dark',
        size: { width, height },
        scale: 1.1,
        settings: {
          'marginalia.annotations.creator': 'Ada',
          'breadcrumbs.enabled': false,
          'marginalia.preview.textOnly': true,
        },
      }));
    });
    afterEach(() => workbench?.closeEditors());
    after(async () => {
      await workbench?.close();
      await archive.remove();
    });

    it('of an annotated article', async () => {
      await workbench.runCommand('View: Close Primary Side Bar');
      await openPreview(workbench, path, title);
      await workbench.page.locator('.tab', { hasText: '三号线试运行.md' }).first().click();
      await workbench.runCommand('View: Close Editor');
      await showsTitle(workbench, title);
      const body = workbench.webview().locator('.body');
      await eventually('three highlights', () =>
        body.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) >= 3),
      );
      const card = workbench.webview().locator('.cards .annotation').first();
      await body.evaluate(() => window.scrollTo(0, 0));
      await eventually('the card of the last', async () => {
        await body.click({ position: await body.evaluate(placeOfLast), timeout: 5000 });
        return card.isVisible();
      });
      await keep('preview', [card, body.locator('p', { hasText: '项目工程师介绍' })]);
    });

    it('of the profile of a source', async () => {
      await workbench.openContainer('Marginalia');
      await articles.chooseInContextMenu(source, 'Edit Source Profile');
      await workbench.waitForTab(source);
      // It closes the side bar that it has opened.
      await workbench.page.locator('.activitybar .action-item.checked').first().click();
      await workbench.webview().getByLabel('Owner').waitFor();
      await keep('source', [workbench.webview().locator('section').first()]);
    });

    /** `last`: what the picture ends below. */
    async function keep(name: string, last: readonly Locator[]): Promise<void> {
      await workbench.page.mouse.move(0, 0);
      await eventually('no activity', async () =>
        (await workbench.statusBar()).every((text) => !text.includes('Activating')),
      );
      const boxes = await Promise.all(last.map((it) => it.boundingBox()));
      const bottom = Math.max(...boxes.map((box) => (box === null ? height : box.y + box.height)));
      const above = 31;
      const clip = { x: 0, y: above, width, height: Math.min(height - 33, bottom + 14) - above };
      await keepForReadme(await workbench.screenshot(`README ${name}`, clip), name, 150_000);
    }
  });

/** Where the last highlight starts in the element. */
function placeOfLast(element: Element): { readonly x: number; readonly y: number } {
  const boxes = [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].map((range) => (range as Range).getClientRects()[0] ?? new DOMRect()),
  );
  const last = boxes.sort((one, other) => other.top - one.top)[0] ?? new DOMRect();
  const { left, top } = element.getBoundingClientRect();
  return { x: last.left - left + last.width / 2, y: last.top - top + last.height / 2 };
}
