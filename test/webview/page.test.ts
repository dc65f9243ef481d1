import assert from 'node:assert/strict';
import { prepareArticle } from '../../src/core/preview/prepareArticle';
import { eventually } from '../support/eventually';
import { builtPreview } from './builtPreview';
import { options, PreviewTab } from './previewTab';
import { chineseArticle, englishArticle } from './sampleTexts';

const settings = { textOnly: false, textSize: 100, width: 'medium', typeface: 'sans', scrollSync: 'both' } as const;
const long = `---\ntitle: Long\n---\n\n${Array.from({ length: 120 }, (_, index) => `<p id="p${index}">Paragraph ${index}. ${'Words that fill a line of the page. '.repeat(8)}</p>`).join('\n')}\n`;

describe('the preview', () => {
  let tab: PreviewTab;

  beforeEach(async () => {
    tab = await PreviewTab.open('light');
    await tab.send({ kind: 'standing', isRead: false, hasPrevious: true, hasNext: true });
  });
  afterEach(() => tab?.close());

  it('is small', async () => {
    const { script, style } = await builtPreview();
    assert.ok(script.length + style.length < 120_000, `${script.length} + ${style.length}`);
  });

  it('shows the header card, the body and the footer', async () => {
    await tab.show(chineseArticle);
    const text = await tab.page.innerText('main');
    for (const part of [
      '北湾晚报',
      '北湾最后一班摆渡船',
      '林知远',
      '城市',
      '从柴油到电池',
      'Blocked: ',
      'An embedded page was here.',
    ]) {
      assert.ok(text.includes(part), `${part} is missing in ${text}`);
    }
    assert.equal(await tab.page.getAttribute('.body', 'lang'), 'zh-Hans');
    assert.deepEqual(await tab.violations(), []);
  });

  it('says why an image is not shown, and opens the problem', async () => {
    const text = '<p>x <img src="../../../../a.png" alt="灯塔"> <img src="https://example.com/a.jpg"></p>';
    const prepared = await tab.show(text);
    assert.deepEqual(await tab.page.locator('.note-reason').allInnerTexts(), [
      'The image lies outside of the workspace.',
      'Remote images are not loaded.',
    ]);
    assert.equal(await tab.page.innerText('.note-alt'), '灯塔');
    await tab.page.click('[data-open-image]');
    const { start, end } = await tab.waitFor('openProblem');
    assert.deepEqual({ start, end }, prepared.images[0]?.range);
  });

  it('counts what was blocked, in words for one and for several', async () => {
    await tab.show('<p>A <script>1</script><script>2</script><iframe src="https://example.com/"></iframe></p>');
    assert.equal((await tab.page.innerText('.blocked summary')).trim(), 'Blocked: 2 scripts, 1 frame');
  });

  it('tells the length of Chinese in characters, of other texts in words', async () => {
    await tab.show('---\ntitle: T\n---\n\n<p>One.</p>');
    assert.match(await tab.page.innerText('.statistics'), /^1 word\s*4 characters/);
    await tab.show(chineseArticle);
    assert.match(await tab.page.innerText('.statistics'), /^About [\d,]+ characters/);
  });

  it('shows images that come, and says of those that do not', async () => {
    const names = ['picture.png', 'moved.png', 'gone.png', 'wrong.png', 'slow.png'];
    await tab.show(`<p>${names.map((name) => `<img src="/${name}" alt="${name}">`).join('</p><p>')}</p>`);
    await eventually('two failures', async () => (await tab.sentOf('imageFailed')).length === 2);
    assert.deepEqual(await tab.page.locator('.note-alt').allInnerTexts(), ['gone.png', 'wrong.png']);
    assert.equal(await tab.page.locator('.body img').count(), 3);
    assert.ok(await tab.page.locator('img[alt="slow.png"]').evaluate((image) => image.clientHeight > 50), 'no box');
    assert.ok(
      tab.server.strangers.every((path) => !path.includes(' from ')),
      'a referrer was told',
    );
    tab.server.release();
    await eventually('the slow one', () =>
      tab.page.locator('img[alt="slow.png"]').evaluate((image) => (image as HTMLImageElement).naturalWidth === 640),
    );
    // What has failed is not asked for again.
    tab.server.strangers.splice(0);
    await tab.show(`<p>${names.map((name) => `<img src="/${name}" alt="${name}">`).join('</p><p>')}</p><p>more</p>`);
    assert.equal(await tab.page.locator('.note').count(), 2);
    assert.deepEqual(tab.server.strangers, []);
  });

  it('enlarges an image, and closes it by key and click', async () => {
    await tab.show('<p><img src="/picture.png" alt="灯塔"></p>');
    await tab.page.click('button.enlarge');
    await tab.page.waitForSelector('dialog[open] img');
    assert.equal(await tab.page.innerText('dialog figcaption'), '灯塔');
    await tab.page.keyboard.press('Escape');
    await tab.page.waitForSelector('dialog:not([open])', { state: 'attached' });
    assert.equal(await tab.page.evaluate(() => document.activeElement?.className), 'enlarge');
  });

  it('patches what changed and leaves the rest alone', async () => {
    await tab.show(long);
    await tab.page.evaluate(() => {
      for (const paragraph of document.querySelectorAll('.body p')) Object.assign(paragraph, { isOld: true });
    });
    await tab.show(
      long.replace('Paragraph 60.', 'Paragraph sixty.').replace('<p id="p20">', '<p>New.</p>\n<p id="p20">'),
    );
    const kept = await tab.page.evaluate(
      () => [...document.querySelectorAll('.body p')].filter((paragraph) => 'isOld' in paragraph).length,
    );
    assert.equal(kept, 120);
    assert.ok((await tab.page.innerText('.body')).includes('Paragraph sixty.'));
    assert.equal(await tab.page.locator('.body p').count(), 121);
  });

  it('ends up with the same page by patching as by showing', async () => {
    const texts = [
      chineseArticle,
      englishArticle,
      long,
      chineseArticle.replace('<h2>', '<p>新</p><h2>'),
      englishArticle,
    ];
    for (const text of texts) await tab.show(text);
    // Its picture is not to be had: what stands in its place comes when the browser has found that out.
    const instead = tab.page.locator('.body .note');
    await instead.waitFor();
    const patched = await tab.page.innerHTML('main');
    await tab.load('light');
    await tab.send({ kind: 'standing', isRead: false, hasPrevious: true, hasNext: true });
    await tab.show(englishArticle);
    await instead.waitFor();
    assert.equal(await tab.page.innerHTML('main'), patched);
  });

  it('keeps the scroll place through an edit above it', async () => {
    await tab.show(long);
    await tab.page.locator('#user-p60').evaluate((element) => element.scrollIntoView());
    const top = () => tab.page.locator('#user-p60').evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await tab.show(long.replace('<p id="p10">', '<p>One more.</p>\n<p id="p10">'));
    assert.ok(Math.abs((await top()) - before) < 3, `${before} became ${await top()}`);
  });

  it('never shows an older render over a newer one', async () => {
    await tab.show('<p>first</p>');
    await tab.show('<p>newer</p>', { version: 10 });
    await tab.send({ ...(await staleMessage()), version: 9 });
    await tab.show('<p>last</p>', { version: 11 });
    assert.equal(
      (await tab.sentOf('didRender')).some(({ version }) => version === 9),
      false,
    );
    assert.equal(await tab.page.innerText('.body'), 'last');

    async function staleMessage() {
      const { prepareArticle } = await import('../../src/core/preview/prepareArticle');
      const { options } = await import('./previewTab');
      return tab.messageOf(prepareArticle('<p>stale</p>', options));
    }
  });

  it('scrolls to a place of the document and tells of the place it is scrolled to', async () => {
    await tab.show(long);
    for (const number of [5, 50, 100]) {
      const offset = long.indexOf(`<p id="p${number}"`);
      await tab.send({ kind: 'scrollTo', offset });
      await eventually(`paragraph ${number} at the top`, () =>
        tab.page.evaluate((id) => {
          const line = document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0;
          const top = document.getElementById(id)?.getBoundingClientRect().top ?? -1000;
          return Math.abs(top - line) < 2;
        }, `user-p${number}`),
      );
    }
    assert.deepEqual(await tab.sentOf('didScroll'), [], 'a scroll of the editor came back as an echo');
    await tab.page.locator('#user-p70').evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const { offset } = await tab.waitFor('didScroll');
    const distance = Math.abs(offset - long.indexOf('<p id="p70"'));
    assert.ok(distance < 400, `${distance} characters off`);
  });

  it('goes to the word that was double-clicked', async () => {
    const text = '<p>eins <b>zwei</b></p>\n<p>drei zwei<br>vier zwei fünf</p>';
    await tab.show(text);
    const box = await tab.page.evaluate(() => {
      const last = document.querySelectorAll('.body p')[1]?.lastChild;
      const range = document.createRange();
      if (!last) throw new Error('no text');
      range.setStart(last, 5);
      range.setEnd(last, 9);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await tab.page.mouse.dblclick(box.x, box.y);
    const { kind, version, ...place } = await tab.waitFor('selectInEditors');
    assert.deepEqual(place, { start: text.indexOf('<br>'), end: text.indexOf('<br>') + 4, word: 'zwei', nth: 0 });
    assert.ok(kind && version);
  });

  it('opens links by messages, and anchors by scrolling', async () => {
    await tab.show(
      `<p><a id="one" href="https://example.com/a?b=1&amp;c">1</a> <a id="two" href="../b.md#c">2</a> <a id="three" href="#p90">3</a></p>${long.slice(long.indexOf('<p'))}`,
    );
    await tab.page.click('#user-one');
    assert.equal((await tab.waitFor('openLink')).url, 'https://example.com/a?b=1&c');
    await tab.page.click('#user-two');
    const { candidates, fragment } = await tab.waitFor('openPath');
    assert.deepEqual({ candidates, fragment }, { candidates: ['b.md'], fragment: 'c' });
    await tab.page.click('#user-three');
    await eventually('paragraph 90', () =>
      tab.page.locator('#user-p90').evaluate((element) => element.getBoundingClientRect().top < 200),
    );
    assert.equal(tab.page.url(), `${tab.server.origin}/`);
    assert.equal((await tab.sentOf('openLink')).length, 1);
  });

  it('tells of the end once it is reached', async () => {
    await tab.show(long);
    assert.deepEqual(await tab.sentOf('didReachEnd'), []);
    await tab.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await tab.waitFor('didReachEnd');
    await tab.page.evaluate(() => window.scrollTo(0, 0));
    await tab.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await tab.show(long);
    assert.equal((await tab.sentOf('didReachEnd')).length, 1);
  });

  it('comes back to where it was', async () => {
    await tab.show(long);
    await tab.page.locator('#user-p40').evaluate((element) => element.scrollIntoView());
    await tab.waitFor('didScroll');
    const before = await tab.page.evaluate(() => window.scrollY);
    await tab.load('light');
    await tab.show(long);
    const after = await tab.page.evaluate(() => window.scrollY);
    assert.ok(Math.abs(before - after) < 40, `${before} became ${after}`);
  });

  it('lets a person choose how it looks', async () => {
    await tab.show(chineseArticle);
    await tab.page.click('[data-tool=display]');
    await tab.page.click('[data-tool=larger]');
    await tab.page.click('[data-tool=wide]');
    await tab.page.click('[data-tool=serif]');
    await tab.page.click('[data-tool=previewToEditor]');
    await tab.page.check('[data-tool=textOnly]');
    const changes = await tab.sentOf('changeSettings');
    assert.deepEqual(changes.at(-1)?.settings, {
      textOnly: true,
      textSize: 110,
      width: 'wide',
      typeface: 'serif',
      scrollSync: 'previewToEditor',
    });
    assert.equal(await tab.page.locator('.note:visible').count(), 0);
    await tab.send({ kind: 'settings', settings });
    await eventually('images again', async () => (await tab.page.locator('.note:visible').count()) > 0);
  });

  it('is used by keys', async () => {
    await tab.show(chineseArticle);
    await tab.page.locator('main').click({ position: { x: 5, y: 5 } });
    for (const key of ['n', 'p', 'm', 't', '+']) await tab.page.keyboard.press(key);
    assert.deepEqual(
      (await tab.sentOf('go')).map(({ to }) => to),
      ['next', 'previous'],
    );
    assert.deepEqual(
      (await tab.sentOf('markRead')).map(({ isRead }) => isRead),
      [true],
    );
    assert.deepEqual(
      (await tab.sentOf('changeSettings')).map(({ settings: { textOnly, textSize } }) => [textOnly, textSize]),
      [
        [true, 100],
        [true, 110],
      ],
    );
  });

  it('lists what was left out, with the place of each', async () => {
    await tab.show(chineseArticle);
    await tab.page.click('.blocked summary');
    await tab.page.click('.blocked button:has-text("video.example.com")');
    const { start, end } = await tab.waitFor('reveal');
    assert.equal(chineseArticle.slice(start, end), '<iframe src="https://video.example.com/watch/9"></iframe>');
  });

  it('opens problems and the original from the header card', async () => {
    const prepared = await tab.show(chineseArticle);
    const message = tab.messageOf(prepared);
    const problems = [{ severity: 'error', message: 'Bad date', start: 7, end: 9 }] as const;
    await tab.render({ ...message, head: { ...message.head, problems } });
    await tab.page.click('.problems summary');
    await tab.page.click('text=Bad date');
    assert.equal((await tab.waitFor('openProblem')).start, 7);
    await tab.page.click('text=Read the original');
    assert.equal((await tab.waitFor('openLink')).url, 'https://example.com/beiwan/ferry');
  });

  it('takes a new header card without drawing the body again', async () => {
    const prepared = await tab.show(chineseArticle);
    const message = tab.messageOf(prepared);
    await tab.render(message);
    await tab.forget();
    const paragraph = await tab.page.locator('.body p').first().elementHandle();
    const problems = [{ severity: 'error', message: 'Bad date', start: 7, end: 9 }] as const;
    const head = { ...message.head, title: 'Another title', problems };
    await tab.send({ kind: 'head', version: message.version - 1, head: { ...head, title: 'Too late' } });
    await tab.send({ kind: 'head', version: message.version, head });
    await tab.page.click('.problems summary');
    await tab.page.click('text=Bad date');
    assert.equal((await tab.waitFor('openProblem')).version, message.version);
    assert.equal(await tab.page.innerText('main h1'), 'Another title');
    assert.equal(await paragraph?.evaluate((element) => element.isConnected), true);
    assert.deepEqual(await tab.sentOf('didRender'), []);
  });

  it('gives the body for an export, without what is of the page', async () => {
    await tab.show('<p>shown</p>');
    const other = prepareArticle(
      '<p style="text-align:center">x <img src="/picture.png" alt="a" width="4" height="4"></p><iframe src="https://v.example.com/"></iframe>',
      options,
    );
    const html = await tab.collect(tab.messageOf(other));
    assert.equal(
      html,
      '<p style="text-align: center;">x <img alt="a" data-mg-image="0" width="4" height="4" referrerpolicy="no-referrer"></p>' +
        '<small>[An embedded page was here.]</small><a href="https://v.example.com/">Open v.example.com</a>',
    );
    assert.equal(await tab.page.innerText('.body'), 'shown');
    assert.equal(
      tab.requests.some((url) => url.endsWith('/picture.png')),
      false,
    );
  });

  it('names the images of an export that it does not show itself, also within links', async () => {
    const text = '<p><a href="https://x.example.com/page"><img src="https://i.example.com/a.png" alt="pier"></a></p>';
    const html = await tab.collect(tab.messageOf(prepareArticle(text, options), 'ask'));
    assert.match(html, /^<p><a [^>]*><img alt="pier" data-mg-image="0" referrerpolicy="no-referrer"><\/a><\/p>$/);
  });

  it('says what happened where there is no article any more', async () => {
    await tab.show(chineseArticle);
    await tab.send({ kind: 'fault', version: 99, message: 'The file is gone.' });
    await eventually('the message', async () => (await tab.page.innerText('main')).trim() === 'The file is gone.');
    await tab.show('<p>back</p>', { version: 100 });
    assert.equal(await tab.page.innerText('.body'), 'back');
    assert.equal(await tab.page.locator('.notice:visible').count(), 0);
  });

  it('keeps of style what does no harm', async () => {
    await tab.show(
      '<p style="text-align:right;color:red;position:fixed;background:url(/x.png);font-weight:bold">x</p>',
    );
    assert.equal(await tab.page.getAttribute('.body p', 'style'), 'font-weight: bold; text-align: right;');
    assert.equal(await tab.page.locator('.body p').evaluate((element) => getComputedStyle(element).textAlign), 'right');
    await tab.show('<p style="text-align:center">x</p>');
    assert.equal(await tab.page.getAttribute('.body p', 'style'), 'text-align: center;');
    assert.deepEqual(await tab.violations(), []);
  });
});
