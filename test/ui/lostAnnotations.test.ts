import assert from 'node:assert/strict';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describePassage } from '../../src/core/annotations/anchoring/describePassage';
import { PreparedText } from '../../src/core/annotations/anchoring/preparedText';
import { newAnnotation } from '../../src/core/annotations/model/writeAnnotation';
import { readArticleText } from '../../src/core/article/articleText/readArticleText';
import { copyOf } from '../support/temporaryFolder';
import { eventually, openWorkbench, type TreeView, type Workbench, type WorkbenchOptions } from '../support/workbench';

const market = 'inbox/harbour-market.md';
const joke = 'The basket was intended to be a jest';

describe('lost annotations', () => {
  let workbench: Workbench;
  let view: TreeView;

  describe('are re-attached', () => {
    before(() => open({}));
    afterEach(() => workbench.restore());
    after(() => workbench?.close());

    it('by a key in their list to a place that is like theirs', async () => {
      const { page, quickInput } = workbench;
      await write(market, [annotation('1', joke, 'error', 'Was it?')]);
      await view.waitForRows('one is lost', (rows) => rows[0]?.label === 'Not found any more');
      await view.expand('Not found any more');
      await workbench.openRow(view, ['Not found any more', joke], 'harbour-market.md');
      await (await view.row(['Not found any more', joke])).click();
      await eventually('the places are offered', async () => {
        await page.keyboard.press('Control+Alt+r');
        return (await quickInput.rows()).some(({ label }) => label.startsWith('The basket was meant'));
      });
      await workbench.screenshot('places of a lost annotation');
      await quickInput.accept();
      await eventually('it is attached', async () =>
        (await read(market)).includes('"exact": "The basket was meant as'),
      );
      await view.waitForRows('none is lost', (rows) => rows.every(({ label }) => label !== 'Not found any more'));
    });

    it('by the same key in the editor to what is selected', async () => {
      const { page } = workbench;
      await write(market, [annotation('1', 'Nobody came to the opening', 'error', 'It was crowded.')]);
      await view.waitForRows('one is lost', (rows) => rows[0]?.label === 'Not found any more');
      await workbench.openFile(market);
      await page.locator('.monaco-editor .view-line', { hasText: 'Trains will not return' }).first().click();
      await page.keyboard.press('Home');
      for (let word = 0; word < 4; word++) await page.keyboard.press('Control+Shift+ArrowRight');
      await eventually('it is attached', async () => {
        await page.keyboard.press('Control+Alt+r');
        return (await read(market)).includes('"exact": "Trains will not return"');
      });
    });
  });

  describe('of articles', () => {
    afterEach(() => workbench?.close());

    it('that were moved elsewhere are found again by their text', async () => {
      await open({ chinese: true, theme: 'dark' });
      const { quickInput } = workbench;
      const text = await readFile(join(workbench.folder, market), 'utf8');
      const prepared = new PreparedText(readArticleText(text));
      const { name, fingerprint } = prepared;
      await write(market, [traced('1', 'a painted forest', prepared), traced('2', 'eighty-eight times', prepared)], {
        [name]: fingerprint,
      });
      await mkdir(join(workbench.folder, '2022'), { recursive: true });
      await rename(join(workbench.folder, market), join(workbench.folder, '2022', 'market.md'));
      await view.waitForRows('they are lost', (rows) => rows[0]?.label === '已找不到');
      await workbench.screenshot('annotations without article');
      await view.rowAction('已找不到', '为失去定位的批注查找被移动的文章');
      await quickInput.waitForRows('the article', (rows) => rows[0]?.label === '2022/market.md');
      await workbench.screenshot('moved articles');
      await quickInput.accept();
      await view.waitForRows('none is lost', (rows) => rows.length > 0 && rows[0]?.label !== '已找不到');
      await eventually('they have moved', async () => (await read('2022/market.md')).includes('2022/market.md'));
    });

    it('that went while VS Code was closed are told of once it is open, and looked for', async () => {
      const archive = await copyOf('test/fixtures/sample');
      try {
        const prepared = new PreparedText(readArticleText(await readFile(join(archive.path, market), 'utf8')));
        const { name, fingerprint } = prepared;
        const items = [traced('1', 'a painted forest', prepared)];
        await write(market, items, { [name]: fingerprint }, archive.path);
        await mkdir(join(archive.path, '2022'), { recursive: true });
        await rename(join(archive.path, market), join(archive.path, '2022', 'market.md'));
        workbench = await openWorkbench({ folder: archive.path, chinese: true });
      } finally {
        await archive.remove();
      }
      await workbench.openContainer('Marginalia');
      await workbench.waitForNotification('带有批注，但已不在');
      await workbench.screenshot('articles with annotations are gone');
      await workbench.pressInNotification('查找');
      await workbench.quickInput.waitForRows('the article', (rows) => rows[0]?.label === '2022/market.md');
      await workbench.quickInput.accept();
      await eventually('they have moved', async () => (await read('2022/market.md')).includes('2022/market.md'));
    });
  });

  async function open(options: WorkbenchOptions): Promise<void> {
    workbench = await openWorkbench({
      ...options,
      settings: { 'marginalia.annotations.creator': 'Ada' },
    });
    await workbench.openContainer('Marginalia');
    const title = options.chinese === true ? '批注' : 'Annotations';
    const articles = workbench.view(options.chinese === true ? '文章' : 'Articles');
    await articles.waitForRows('articles');
    view = workbench.view(title);
    await view.open();
  }

  function fileOf(article: string, folder = workbench.folder): string {
    return join(folder, '.marginalia', 'annotations', article, 'Ada.jsonld');
  }

  const read = (article: string): Promise<string> => readFile(fileOf(article), 'utf8');

  async function write(
    article: string,
    items: readonly object[],
    texts: object = {},
    folder = workbench.folder,
  ): Promise<void> {
    const file = fileOf(article, folder);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify({ type: 'AnnotationPage', items, 'marginalia:texts': texts }));
  }
});

/** An annotation as another program writes it. */
function annotation(id: string, exact: string, label: string, note: string): object {
  const body = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value });
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: 'commenting',
    creator: { type: 'Person', name: 'Ada' },
    created: '2026-01-01T00:00:00Z',
    body: [body('tagging', label), ...(note === '' ? [] : [body('commenting', note)])],
    target: { source: market, selector: [{ type: 'TextQuoteSelector', exact }] },
  };
}

/** One with all that is remembered of a text. */
function traced(uuid: string, quote: string, prepared: PreparedText): object {
  const { text } = prepared.article;
  const start = [...text.slice(0, text.indexOf(quote))].length;
  const passage = describePassage(prepared, { start, end: start + [...quote].length });
  assert.ok(passage);
  const origin = { uuid, creator: 'Ada', now: '2026-01-01T00:00:00Z', article: market };
  return newAnnotation(origin, { kind: 'passage', passage }, { labels: [{ label: 'claim' }], note: '这是真的吗？' })
    .json;
}
