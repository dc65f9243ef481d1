import assert from 'node:assert/strict';
import type { AnnotationThread } from '../../src/protocol/annotationMessages';
import { eventually } from '../support/eventually';
import { isOpen, message, nextAction, painted, SampleText, select, taken, thread } from './annotatedPage';
import { PreviewTab } from './previewTab';

const article = [
  '---',
  'title: Tides',
  '---',
  '<p>The harbour froze twice.</p>',
  '<p>Nobody 渡船🚢 crossed &amp; <b>the fer</b>ry<br>stayed.</p>',
  '<p><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" alt="dial" width="300" height="200"></p>',
  '<p>The harbour froze again. <a href="https://example.com/">A link</a></p>',
  '',
].join('\n');
const passage = '渡船🚢 crossed & the ferry\nstayed';

describe('annotations in the preview', () => {
  let tab: PreviewTab;
  const text = new SampleText(article);

  before(async () => {
    tab = await PreviewTab.open('light');
  });
  after(() => tab?.close());

  beforeEach(async () => {
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

  const show = async (...threads: readonly AnnotationThread[]): Promise<void> => {
    await tab.send(message(threads));
    await taken(tab);
  };
  const texts = (selector: string): Promise<readonly string[]> => tab.page.locator(selector).allInnerTexts();
  const clickAt = async (words: string): Promise<void> => {
    const box = await tab.page.evaluate((wanted) => {
      for (const [, highlight] of CSS.highlights) {
        for (const range of highlight) {
          const { x, y } = (range as Range).getClientRects()[0] ?? new DOMRect();
          if (String(range).replace(/\s+/g, '').startsWith(wanted)) return { x: x + 4, y: y + 4 };
        }
      }
      throw new Error(`not highlighted: ${wanted}`);
    }, words);
    await tab.page.mouse.click(box.x, box.y);
  };

  describe('are highlighted', () => {
    it('where their words stand, across tags, line breaks, references and wide characters', async () => {
      await show(text.on(passage, 'a'));
      const [found, ...more] = await painted(tab);
      assert.equal(found?.text, '渡船🚢 crossed & the ferrystayed');
      assert.deepEqual(more, []);
    });

    it('each in its colour, and not by colour alone', async () => {
      await show(
        text.on('froze twice', 'open'),
        text.on('Nobody', 'resolved', { isResolved: true }),
        text.on('ferry', 'changed', { state: 'approximate', colour: '#e69f00' }),
      );
      const styles = await tab.page.evaluate(() =>
        [...CSS.highlights.keys()].map((name) => {
          const { textDecorationStyle: line, textDecorationColor: colour } = getComputedStyle(
            document.querySelector('.body') as Element,
            `::highlight(${name})`,
          );
          return [name, line, colour];
        }),
      );
      assert.deepEqual(styles, [
        ['marginalia-open-0072b2', 'solid', 'rgb(0, 114, 178)'],
        ['marginalia-resolved-0072b2', 'dotted', 'rgb(0, 114, 178)'],
        ['marginalia-changed-e69f00', 'dashed', 'rgb(230, 159, 0)'],
      ]);
    });

    it('nowhere rather than at other words', async () => {
      const on = text.on('froze twice', 'a');
      assert.ok(on.place);
      await show(
        { ...on, place: { ...on.place, quote: 'thawstwice' } },
        { ...on, id: 'b', place: { ...on.place, start: 3, end: 5 } },
      );
      assert.deepEqual(await painted(tab), []);
      await tab.page.click('.annotations .all > summary');
      assert.deepEqual(await texts('.annotations .field-name'), [
        'In a part of the text that the preview does not show',
      ]);
    });

    it('again where they are when the text above them has changed, though nobody has looked for them anew', async () => {
      await show(text.on('froze again', 'a'));
      await tab.show(article.replace('<p>The harbour', '<p>Before it all. The harbour'));
      assert.deepEqual(
        (await painted(tab)).map(({ text: words }) => words),
        ['froze again'],
      );
    });

    it('no more once their article is not the one that is shown', async () => {
      await show(text.on('froze twice', 'a'));
      await tab.show(article, { article: 'other' });
      assert.deepEqual(await painted(tab), []);
      assert.deepEqual(await texts('.annotations *'), []);
    });

    it('with no article drawn anew', async () => {
      const kept = await tab.page.$('.body p');
      await show(text.on('froze twice', 'a'));
      assert.equal(await kept?.evaluate((element) => element.isConnected), true);
      assert.deepEqual(await tab.sentOf('didRender'), []);
    });
  });

  describe('are written on what is selected', () => {
    it('by the key of a label', async () => {
      await select(tab, '渡船', 'stayed');
      await tab.page.keyboard.press('a');
      await isOpen(tab, '.selection');
      assert.deepEqual(await texts('.selection button'), ['1\n主张', '2\n证据', 'Note…', 'More labels…']);
      await tab.page.keyboard.press('2');
      const action = await nextAction(tab);
      assert.equal(action.kind, 'addToPassage');
      assert.ok(action.kind === 'addToPassage');
      assert.equal(text.wordsOf(action.place), passage);
      assert.deepEqual(action.labels, [{ label: 'evidence' }]);
      await isOpen(tab, '.selection', false);
    });

    it('with the mouse, beside which the labels come up by themselves', async () => {
      const line = await tab.page.locator('.body p').first().boundingBox();
      assert.ok(line);
      await tab.page.mouse.dblclick(line.x + 60, line.y + line.height / 2);
      await isOpen(tab, '.selection');
      await tab.page.click('.selection [data-label=claim]');
      const action = await nextAction(tab);
      assert.ok(action.kind === 'addToPassage');
      assert.equal(text.wordsOf(action.place), 'harbour');
    });

    it('with a note, which stays until it is saved', async () => {
      await select(tab, 'froze twice');
      await tab.page.keyboard.press('a');
      await tab.page.click('.selection [data-tool=note]');
      await tab.page.keyboard.type('Really? <b>渡</b>');
      await tab.page.keyboard.press('Control+Enter');
      await nextAction(tab, false);
      assert.equal(await tab.page.inputValue('textarea'), 'Really? <b>渡</b>');
      await tab.page.waitForSelector('.cards .primary:enabled');
      await tab.page.keyboard.press('Control+Enter');
      const action = await nextAction(tab);
      assert.ok(action.kind === 'addToPassage');
      assert.equal(action.note, 'Really? <b>渡</b>');
      assert.equal(text.wordsOf(action.place), 'froze twice');
      await isOpen(tab, '.cards', false);
    });

    it('by arrows and Enter, and not at all after Escape', async () => {
      await select(tab, 'froze twice');
      await tab.page.keyboard.press('a');
      await tab.page.keyboard.press('ArrowRight');
      await tab.page.keyboard.press('Enter');
      const action = await nextAction(tab);
      assert.ok(action.kind === 'addToPassage');
      assert.deepEqual(action.labels, [{ label: 'evidence' }]);
      await select(tab, 'Nobody');
      await tab.page.keyboard.press('a');
      await tab.page.keyboard.press('Escape');
      await isOpen(tab, '.selection', false);
      await tab.page.keyboard.press('1');
      assert.deepEqual(await tab.sentOf('annotation'), []);
    });

    it('only in an archive, and once it has labels with them', async () => {
      await tab.send(message([], { hasLabels: false, labels: [] }));
      await select(tab, 'froze twice');
      await tab.page.keyboard.press('a');
      await tab.page.click('.selection [data-tool=set-up]');
      assert.deepEqual(await nextAction(tab), { kind: 'setUpLabels' });
      await tab.send(message([]));
      await tab.page.waitForSelector('.selection [data-label=claim]');
      await tab.page.keyboard.press('Escape');
      await tab.send(message([], { mayAnnotate: false }));
      await eventually('nothing is offered', async () => (await texts('.annotations *')).length === 0);
      await select(tab, 'Nobody');
      await tab.page.keyboard.press('a');
      await isOpen(tab, '.selection', false);
    });
  });

  describe('show their cards', () => {
    it('all that are at the place that is clicked, their text as text', async () => {
      const note = '<img src=x onerror=alert(1)> **no**';
      await show(text.on(passage, 'a', { comments: thread('a', {}, note).comments }), text.on('crossed', 'b'));
      await clickAt('crossed');
      await isOpen(tab, '.cards');
      assert.deepEqual([...(await texts('.cards .comment-note'))].sort(), [note, 'Note b']);
      assert.equal(await tab.page.locator('.cards img').count(), 0);
      await tab.page.keyboard.press('Escape');
      await isOpen(tab, '.cards', false);
    });

    it('one after the other by keys, and open them by Enter', async () => {
      await show(text.on('froze again', 'last'), text.on('froze twice', 'first'));
      await tab.page.keyboard.press('j');
      assert.match((await texts('.said')).join(), /^Annotation 1 of 2: Note first$/);
      await tab.page.keyboard.press('j');
      await tab.page.keyboard.press('Enter');
      assert.deepEqual(await texts('.cards .comment-note'), ['Note last']);
      await tab.page.keyboard.press('Escape');
      await tab.page.keyboard.press('k');
      await tab.page.keyboard.press('Enter');
      assert.deepEqual(await texts('.cards .comment-note'), ['Note first']);
    });

    it('as somebody asks for them elsewhere', async () => {
      await show(text.on('froze again', 'a'), text.on('froze twice', 'b'));
      await tab.send({ kind: 'goToAnnotation', id: 'a' });
      await eventually('it stands out', async () =>
        (await painted(tab)).some(({ name, text: words }) => name === 'marginalia-current' && words === 'froze again'),
      );
      await tab.page.keyboard.press('Enter');
      assert.deepEqual(await texts('.cards .comment-note'), ['Note a']);
    });

    it('with what can be done: edit, answer, resolve, delete, show', async () => {
      await show(text.on('froze twice', 'a'));
      await clickAt('froze');
      const press = (name: string): Promise<void> => tab.page.click(`.cards [data-action=${name}]`);
      await press('resolve');
      assert.deepEqual(await nextAction(tab), { kind: 'resolve', id: 'a', isResolved: true });
      await press('show');
      assert.deepEqual(await nextAction(tab), { kind: 'show', id: 'a' });
      await press('answer');
      await tab.page.keyboard.type('So it did');
      await tab.page.click('.cards .primary');
      assert.deepEqual(await nextAction(tab), { kind: 'reply', id: 'a', note: 'So it did' });
      await press('edit');
      await tab.page.fill('.cards textarea', 'Changed');
      await tab.page.click('.cards .label-choice >> nth=0');
      await tab.page.click('.cards .primary');
      assert.deepEqual(await nextAction(tab), { kind: 'edit', id: 'a', labels: [{ label: 'claim' }], note: 'Changed' });
      await press('delete');
      assert.deepEqual(await nextAction(tab), { kind: 'delete', id: 'a' });
      await show();
      await isOpen(tab, '.cards', false);
    });

    it('of other people only to be answered and resolved', async () => {
      const [own] = thread('a').comments;
      assert.ok(own);
      await show(text.on('froze twice', 'a', { comments: [{ ...own, isOwn: false }] }));
      await clickAt('froze');
      assert.deepEqual(await texts('.cards .annotation button'), ['Answer', 'Resolve', 'Show in Editor']);
    });

    it('that stay as they are while the text is written, with what is being composed in them', async () => {
      await show(text.on('froze twice', 'a'));
      await clickAt('froze');
      await tab.page.click('.cards [data-action=answer]');
      const kept = await tab.page.$('.cards textarea');
      await tab.page.evaluate(() => {
        const area = document.querySelector('.cards textarea');
        area?.addEventListener('blur', () => area.setAttribute('data-left', ''));
      });
      await tab.show(article.replace('froze again', 'thawed again'));
      await show(text.on('froze twice', 'a'), text.on('Nobody', 'b'));
      assert.equal(await kept?.getAttribute('data-left'), null);
      assert.equal(await kept?.evaluate((area) => area === document.activeElement), true);
    });

    it('and keep what is being written in them when others write', async () => {
      await show(text.on('froze twice', 'a'));
      await clickAt('froze');
      await tab.page.click('.cards [data-action=answer]');
      await tab.page.keyboard.type('Half a th');
      await show(text.on('froze twice', 'a'), text.on('Nobody', 'b'));
      assert.equal(await tab.page.inputValue('.cards textarea'), 'Half a th');
      await tab.page.keyboard.type('ought');
      assert.equal(await tab.page.inputValue('.cards textarea'), 'Half a thought');
      await clickAt('Nobody');
      assert.equal(await tab.page.inputValue('.cards textarea'), 'Half a thought');
    });
  });

  describe('on the whole article and on images', () => {
    it('are written with labels of every kind', async () => {
      await tab.page.click('.annotations [data-item=annotate]');
      await tab.page.selectOption('.cards select >> nth=0', { label: '反对' });
      await tab.page.selectOption('.cards select >> nth=1', { label: '1 – 不可信' });
      await tab.page.fill('.cards input', '谁说的？');
      await tab.page.fill('.cards textarea', '整篇');
      await tab.page.click('.cards .primary');
      assert.deepEqual(await nextAction(tab), {
        kind: 'addToArticle',
        labels: [
          { label: 'stance', value: '反对' },
          { label: 'credibility', value: 1 },
          { label: 'question', value: '谁说的？' },
        ],
        note: '整篇',
      });
    });

    it('are written in the form that is asked for from outside', async () => {
      await tab.send({ kind: 'annotateArticle' });
      await isOpen(tab, '.cards .annotation-form');
      assert.deepEqual(await texts('.cards h2'), ['Annotate article']);
    });

    it('are counted, opened and changed', async () => {
      const [comment] = thread('a').comments;
      assert.ok(comment);
      const given = [{ label: 'credibility', value: 3, text: '可信度: 3', colour: '#e69f00' }];
      await show(
        thread('a', { comments: [{ ...comment, labels: given }] }),
        thread('b'),
        thread('c', { on: 'image', images: [0] }),
      );
      assert.deepEqual(await texts('.annotations-row button'), ['Annotate article', 'On the whole article: 2']);
      await tab.page.click('.annotations [data-item=article]');
      assert.deepEqual(await texts('.cards .comment-note'), ['Note a', 'Note b']);
      await tab.page.click('.cards [data-annotation=a] [data-action=edit]');
      await tab.page.selectOption('.cards select >> nth=1', { label: '5' });
      await tab.page.click('.cards .primary');
      assert.deepEqual(await nextAction(tab), {
        kind: 'edit',
        id: 'a',
        labels: [{ label: 'credibility', value: 5 }],
        note: 'Note a',
      });
      await tab.page.keyboard.press('Escape');
      await tab.page.click('.image-mark.count');
      assert.deepEqual(await texts('.cards .comment-note'), ['Note c']);
    });

    it('are written on the image that a person looks at, with the mouse or the keyboard', async () => {
      await tab.page.hover('.body img');
      await tab.page.click('.image-mark:not(.count)');
      await tab.page.click('.cards .label-choice');
      await tab.page.click('.cards .primary');
      const action = await nextAction(tab);
      assert.ok(action.kind === 'addToImage');
      assert.deepEqual([action.image, action.labels], [0, [{ label: 'evidence' }]]);
      await tab.page.focus('.body button.enlarge');
      await tab.page.keyboard.press('a');
      await isOpen(tab, '.cards .annotation-form');
    });
  });

  describe('that are not saved yet', () => {
    it('are there again after another article was shown', async () => {
      await select(tab, 'froze twice');
      await tab.page.keyboard.press('a');
      await tab.page.click('.selection [data-tool=note]');
      await tab.page.keyboard.type('Half a th');
      await tab.show(article, { article: 'other' });
      await tab.send(message([], { article: 'other' }));
      await isOpen(tab, '.cards', false);
      await tab.show(article);
      await tab.send(message([]));
      await isOpen(tab, '.cards');
      assert.equal(await tab.page.inputValue('.cards textarea'), 'Half a th');
      await tab.page.click('.cards .primary');
      const action = await nextAction(tab);
      assert.ok(action.kind === 'addToPassage');
      assert.equal(text.wordsOf(action.place), 'froze twice');
    });

    it('are there again when the page is made anew, and no more once they are given up', async () => {
      await show(text.on('froze twice', 'a'));
      await clickAt('froze');
      await tab.page.click('.cards [data-action=edit]');
      await tab.page.fill('.cards textarea', 'Changed');
      await tab.page.click('.cards .label-choice >> nth=1');
      await tab.load('light');
      await tab.show(article);
      await show(text.on('froze twice', 'a'));
      assert.equal(await tab.page.inputValue('.cards textarea'), 'Changed');
      assert.deepEqual(await texts('.cards [aria-pressed=true]'), ['证据']);
      await tab.page.keyboard.press('Escape');
      await tab.page.keyboard.press('Escape');
      await isOpen(tab, '.cards', false);
      await tab.load('light');
      await tab.show(article);
      await show(text.on('froze twice', 'a'));
      await isOpen(tab, '.cards', false);
    });

    it('are there again for the whole article and for images', async () => {
      await tab.page.click('.annotations [data-item=annotate]');
      await tab.page.fill('.cards textarea', '整篇');
      await tab.load('light');
      await tab.show(article);
      await show();
      assert.equal(await tab.page.inputValue('.cards textarea'), '整篇');
      await tab.page.click('.cards .floating-head button');
      await tab.page.focus('.body button.enlarge');
      await tab.page.keyboard.press('a');
      await tab.page.fill('.cards textarea', '图片');
      await tab.load('light');
      await tab.show(article);
      await show();
      assert.equal(await tab.page.inputValue('.cards textarea'), '图片');
      await tab.page.click('.cards .primary');
      assert.equal((await nextAction(tab)).kind, 'addToImage');
    });
  });

  it('whose passage is lost are in sight, and are put to the best place or to what is selected', async () => {
    const lost = thread('a', {
      on: 'passage',
      state: 'orphan',
      subject: 'The old quote',
      candidates: [{ text: 'froze twice', percent: 61 }],
    });
    await show(lost);
    assert.deepEqual(await texts('.lost summary'), ['Passages not found any more: 1']);
    await tab.page.click('.lost .annotation-item');
    assert.deepEqual(await texts('.cards .annotation-quote'), ['The old quote']);
    assert.deepEqual(await texts('.cards .candidates li'), ['froze twice\n61 % alike\nAttach here']);
    await tab.page.click('.cards [data-action=reattach]');
    assert.deepEqual(await nextAction(tab), { kind: 'reattachToText', id: 'a', text: 'froze twice' });
    await select(tab, 'Nobody');
    await tab.page.click('.cards [data-action=reattach-selection]');
    const action = await nextAction(tab);
    assert.ok(action.kind === 'reattachToPassage');
    assert.equal(text.wordsOf(action.place), 'Nobody');
  });
});
