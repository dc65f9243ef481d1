import assert from 'node:assert/strict';
import { eventually } from '../support/eventually';
import { message, SampleText } from './annotatedPage';
import { PreviewTab } from './previewTab';

const paragraphs = Array.from(
  { length: 2000 },
  (_, index) => `<p id="p${index}">Paragraph ${index}. ${'Words that fill a line of the page. '.repeat(8)}</p>`,
);
const article = `---\ntitle: Long\n---\n\n<div>\n${paragraphs.join('\n')}\n<p><a href="#p5">Up</a></p></div>\n`;

interface Idle {
  /** What waits for the page to have nothing else to do. */
  readonly idle: IdleRequestCallback[];
}

describe('a long article in the preview', () => {
  let tab: PreviewTab;

  afterEach(() => tab?.close());

  /** `isBusy`: never has nothing else to do. */
  async function open(isBusy: boolean): Promise<void> {
    tab = await PreviewTab.open('light');
    if (!isBusy) return;
    await tab.page.addInitScript(() => {
      const idle: IdleRequestCallback[] = [];
      Object.assign(window, { idle, requestIdleCallback: (run: IdleRequestCallback) => idle.push(run) });
    });
    await tab.load('light');
  }

  const laidOut = (): Promise<number> =>
    tab.page.evaluate(() => [...document.querySelectorAll('.body p')].filter((it) => it.checkVisibility()).length);
  const runIdle = (): Promise<void> =>
    tab.page.evaluate(() => {
      const run = (window as unknown as Idle).idle.shift();
      run?.({ didTimeout: false, timeRemaining: () => 0 });
    });

  it('shows its start first, and the rest while nothing else is to do', async () => {
    await open(true);
    await tab.show(article);
    const first = await laidOut();
    assert.ok(first > 50 && first < 300, `${first}`);
    assert.equal(await tab.page.locator('.body p').count(), paragraphs.length + 1);
    await runIdle();
    const second = await laidOut();
    assert.ok(second > first && second < paragraphs.length, `${second}`);
    for (let round = 0; round < 30 && (await laidOut()) <= paragraphs.length; round++) await runIdle();
    assert.equal(await laidOut(), paragraphs.length + 1);
    assert.equal(await tab.page.locator('.body [class]').count(), 0);
  });

  it('is there in the end without anybody doing anything', async () => {
    await open(false);
    await tab.show(article);
    await eventually('all of it', async () => (await laidOut()) === paragraphs.length + 1);
  });

  it('tells of its end only once a person gets there', async () => {
    await open(true);
    await tab.page.setViewportSize({ width: 900, height: 30_000 });
    await tab.show(article);
    const end = tab.page.locator('main footer').last();
    assert.ok(((await end.boundingBox())?.y ?? Number.POSITIVE_INFINITY) < 30_000, 'the footer is in sight');
    await tab.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    assert.deepEqual(await tab.sentOf('didReachEnd'), []);
  });

  it('goes to a place that is not laid out yet, and tells of the place where it is', async () => {
    await open(true);
    await tab.show(article);
    await tab.page.evaluate(() => window.scrollTo(0, 3000));
    const told = await tab.waitFor('didScroll');
    assert.ok(told.offset > 1000 && told.offset < article.indexOf('id="p150"'), `${told.offset}`);
    await tab.send({ kind: 'scrollTo', offset: article.indexOf('<p id="p1500"') });
    const target = tab.page.locator('#user-p1500');
    await eventually('it is there', async () => Math.abs(((await target.boundingBox())?.y ?? 9999) - 40) < 30);
  });

  it('goes to an anchor and to an annotation that are not laid out yet', async () => {
    await open(true);
    await tab.show(article);
    await tab.send(message([new SampleText(article).on('Paragraph 1700.', 'far')]));
    await tab.send({ kind: 'goToAnnotation', id: 'far' });
    const isInSight = (id: string) => async (): Promise<boolean> => {
      const top = (await tab.page.locator(id).boundingBox())?.y ?? -1;
      return top >= 0 && top < 1000;
    };
    await eventually('the annotation is in sight', isInSight('#user-p1700'));
    await tab.load('light');
    await tab.show(article);
    await tab.send({ kind: 'goToFragment', fragment: 'p1800' });
    await eventually('the anchor is in sight', isInSight('#user-p1800'));
  });

  it('is whole in an export and after an edit', async () => {
    await open(true);
    const prepared = await tab.show(article);
    const exported = await tab.collect(tab.messageOf(prepared));
    assert.equal(exported.includes('class='), false);
    assert.ok(exported.length > prepared.html.length / 2);
    await tab.load('light');
    await tab.show(article);
    await tab.show(article.replace('Paragraph 3.', 'Paragraph three.'));
    assert.equal(await laidOut(), paragraphs.length + 1);
    assert.match(await tab.page.innerText('#user-p3'), /^Paragraph three/);
  });
});
