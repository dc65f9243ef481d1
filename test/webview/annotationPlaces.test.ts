import assert from 'node:assert/strict';
import { seenCharacters } from '../../src/protocol/seenPassage';
import { type ArticleFile, fixtureArticles, realArticles } from '../support/articleTexts';
import { Seeded } from '../support/seeded';
import { generatedHtml } from '../unit/article/body/generatedHtml';
import { message, nextAction, painted, SampleText, taken, thread } from './annotatedPage';
import { PreviewTab } from './previewTab';

const passagesEach = 6;
const generated = 30;
/** Spread over all that there are. */
const mostReal = 60;
/** What a page does not show as it is written: NUL. */
const leastShown = 0.995;

describe('places of annotations in the preview', () => {
  let tab: PreviewTab;
  before(async () => {
    tab = await PreviewTab.open('light');
  });
  after(() => tab?.close());

  it('are those of the article text in generated bodies, both ways', async () => {
    const bodies = Array.from({ length: generated }, (_, seed) => ({
      path: `generated ${seed}`,
      text: `---\ntitle: x\n---\n<div>${generatedHtml(seed + 1)}</div>\n`,
    }));
    await holds(bodies);
  });

  it("are those of the article text in the project's own articles, both ways", () => holds(fixtureArticles()));

  it('are those of the article text in real articles, both ways', async function () {
    const real = realArticles().filter(({ text }) => text.length < 300_000);
    if (real.length === 0) {
      console.log('      no real articles here: MARGINALIA_CORPUS names a folder of them');
      this.skip();
    }
    const step = Math.max(1, Math.floor(real.length / mostReal));
    await holds(real.filter((_, index) => index % step === 0));
  });

  /** No passage is ever shown at other words, nearly all are shown, and what is selected comes back as itself. */
  async function holds(articles: readonly ArticleFile[]): Promise<void> {
    const chances = new Seeded(11);
    let asked = 0;
    let shown = 0;
    for (const { path, text } of articles) {
      const sample = new SampleText(text);
      const { article } = sample.prepared;
      if (article.length === 0) continue;
      const ranges = Array.from({ length: passagesEach }, () => {
        const start = chances.below(article.length);
        return { start, end: Math.min(article.length, start + 1 + chances.below(chances.of([4, 30, 300]))) };
      });
      const threads = ranges.flatMap((range, index) => {
        const place = sample.seen.passageOf(range);
        // Each in a colour of its own, by which it is known again.
        const colour = `#00000${index}`;
        return place === undefined ? [] : [thread(`${path} ${index}`, { on: 'passage', place, colour })];
      });
      await tab.show(text, { article: path });
      await tab.send(message(threads, { article: path }));
      await taken(tab);
      const found = await painted(tab);
      asked += threads.length;
      const names = new Set(found.map(({ name }) => name));
      shown += names.size;
      for (const name of names) {
        const own = threads.find(({ colour }) => name.endsWith(colour.slice(1)));
        const words = found.map((one) => (one.name === name ? one.text : '')).join('');
        assert.equal(seenCharacters(words), own?.place?.quote, `${path}: ${name}`);
      }
      assert.equal(await comesBack(sample, found[0]?.name), true, `${path}: what is selected`);
    }
    assert.ok(shown >= asked * leastShown, `only ${shown} of ${asked} are shown`);
    console.log(`      ${shown} of ${asked} passages of ${articles.length} articles are shown`);
  }

  /** Selects what a highlight shows and asks for a note on it. */
  async function comesBack(sample: SampleText, name: string | undefined): Promise<boolean> {
    await tab.forget();
    const words = await tab.page.evaluate((wanted) => {
      const [range] = wanted === undefined ? [] : [...(CSS.highlights.get(wanted) ?? [])];
      if (!(range instanceof Range)) return undefined;
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range.cloneRange());
      return range.toString();
    }, name);
    if (words === undefined) return true;
    await tab.page.keyboard.press('a');
    await tab.page.keyboard.press('1');
    const action = await nextAction(tab);
    const back = action.kind === 'addToPassage' ? sample.wordsOf(action.place) : undefined;
    return back !== undefined && seenCharacters(back) === seenCharacters(words);
  }
});
