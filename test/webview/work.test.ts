import assert from 'node:assert/strict';
import { longArticle } from '../support/longArticle';
import { message, SampleText, taken, thread } from './annotatedPage';
import { PageWork } from './pageWork';
import { PreviewTab } from './previewTab';

/** Eight times the input: 8 times the steps where they grow with its length, 64 times where they grow with its square. */
const mostGrowth = 12;

describe('the work of the preview', () => {
  let tab: PreviewTab;
  let work: PageWork;

  beforeEach(async () => {
    tab = await PreviewTab.open('light');
    work = await PageWork.start(tab);
  });
  afterEach(() => tab?.close());

  it('of showing an article grows with its length', async () => {
    const stepsFor = async (bytes: number): Promise<number> => {
      const text = longArticle('HTML', bytes);
      await tab.load('light');
      return work.steps(() => tab.show(text));
    };
    const [small, large] = [await stepsFor(50_000), await stepsFor(400_000)];
    assert.ok(large < small * mostGrowth, `${small} steps for 50 KB, ${large} for 400 KB`);
  });

  it('of an update is to change what is new, and nothing else of the page', async () => {
    const text = longArticle('HTML', 50_000);
    await tab.show(text);
    const changed = await work.changedNodes(() => tab.show(text.replace('清晨', '清早')));
    assert.ok(changed > 0 && changed < 10, `${changed} nodes`);
  });

  it('of annotations grows with them, and changes nothing of the article', async () => {
    const text = longArticle('HTML', 50_000);
    const { prepared, seen } = new SampleText(text);
    await tab.show(text);
    const show = async (count: number): Promise<void> => {
      const threads = Array.from({ length: count }, (_, index) => {
        const start = Math.floor((index * prepared.article.length) / (count + 1));
        const place = seen.passageOf({ start, end: start + 40 });
        return thread(`${index}`, { on: 'passage', ...(place === undefined ? {} : { place }) }, `${count}`);
      });
      await tab.send(message(threads));
      await taken(tab);
    };
    // What is made once is made now.
    await show(1);
    const small = await work.steps(() => show(50));
    const large = await work.steps(() => show(400));
    assert.ok(large < small * mostGrowth, `${small} steps for 50, ${large} for 400`);
    assert.equal(await work.changedNodes(() => show(50)), 0);
  });
});
