import type { AnnotationThread } from '../../src/protocol/annotationMessages';
import { message, SampleText, taken } from './annotatedPage';
import { PreviewTab } from './previewTab';

export const article = [
  '---',
  'title: Tides',
  '---',
  '<p>The harbour froze twice.</p>',
  '<p>Nobody 渡船🚢 crossed &amp; <b>the fer</b>ry<br>stayed.</p>',
  '<p><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" alt="dial" width="300" height="200"></p>',
  '<p>The harbour froze again. <a href="https://example.com/">A link</a></p>',
  '',
].join('\n');
/** Words across tags, a line break and a reference, as the text of the article has them. */
export const passage = '渡船🚢 crossed & the ferry\nstayed';

/** A page with an article to annotate. */
export interface AnnotatedPreview {
  readonly tab: PreviewTab;
  readonly text: SampleText;
  /** Tells the page of all annotations there are, and waits until they are drawn. */
  show(...threads: readonly AnnotationThread[]): Promise<void>;
  texts(selector: string): Promise<readonly string[]>;
  /** Clicks the highlight that starts with these words, white space aside. */
  clickAt(words: string): Promise<void>;
}

/** One for all tests of a `describe`: before each there is no annotation, no card is open and nothing is left unsaved. */
export function annotatedPreview(): AnnotatedPreview {
  let opened: PreviewTab | undefined;
  const preview: AnnotatedPreview = {
    get tab() {
      if (opened === undefined) throw new Error('The page is there once the tests run.');
      return opened;
    },
    text: new SampleText(article),
    async show(...threads) {
      await preview.tab.send(message(threads));
      await taken(preview.tab);
    },
    texts: (selector) => preview.tab.page.locator(selector).allInnerTexts(),
    async clickAt(words) {
      const box = await preview.tab.page.evaluate((wanted) => {
        for (const [, highlight] of CSS.highlights) {
          for (const range of highlight) {
            const { x, y } = (range as Range).getClientRects()[0] ?? new DOMRect();
            if (String(range).replace(/\s+/g, '').startsWith(wanted)) return { x: x + 4, y: y + 4 };
          }
        }
        throw new Error(`not highlighted: ${wanted}`);
      }, words);
      await preview.tab.page.mouse.click(box.x, box.y);
      // The page waits for the end of the selection, which comes after the click.
      await preview.tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    },
  };

  before(async () => {
    opened = await PreviewTab.open('light');
  });
  after(() => opened?.close());
  beforeEach(async () => {
    const { tab } = preview;
    await tab.page.keyboard.press('Escape');
    await tab.show(`${article}\n`, { article: 'another' });
    await tab.show(article);
    await tab.send(message([]));
    await tab.page.waitForSelector('.annotations-row');
    // What the test before has left unsaved is back; it is given up.
    for (let tries = 0; tries < 3 && (await tab.page.isVisible('.cards')); tries++) {
      await tab.page.keyboard.press('Escape');
    }
    await tab.forget();
  });
  return preview;
}
