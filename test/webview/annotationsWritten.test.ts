import assert from 'node:assert/strict';
import { eventually } from '../support/eventually';
import { isOpen, message, nextAction, select, thread } from './annotatedPage';
import { annotatedPreview, article, passage } from './annotatedPreview';

describe('annotations in the preview', () => {
  const preview = annotatedPreview();
  const { text, show, texts, clickAt } = preview;

  describe('are written on what is selected', () => {
    it('by the key of a label', async () => {
      await select(preview.tab, '渡船', 'stayed');
      await preview.tab.page.keyboard.press('a');
      await isOpen(preview.tab, '.selection');
      assert.deepEqual(await texts('.selection button'), ['1\n主张', '2\n证据', 'Note…', 'Several labels and a note…']);
      await preview.tab.page.keyboard.press('2');
      const action = await nextAction(preview.tab);
      assert.equal(action.kind, 'addToPassage');
      assert.ok(action.kind === 'addToPassage');
      assert.equal(text.wordsOf(action.place), passage);
      assert.deepEqual(action.labels, [{ label: 'evidence' }]);
      await isOpen(preview.tab, '.selection', false);
    });

    it('with the mouse, beside which the labels come up by themselves', async () => {
      const line = await preview.tab.page.locator('.body p').first().boundingBox();
      assert.ok(line);
      await preview.tab.page.mouse.dblclick(line.x + 60, line.y + line.height / 2);
      await isOpen(preview.tab, '.selection');
      await preview.tab.page.click('.selection [data-label=claim]');
      const action = await nextAction(preview.tab);
      assert.ok(action.kind === 'addToPassage');
      assert.equal(text.wordsOf(action.place), 'harbour');
    });

    it('with a note, which stays until it is saved', async () => {
      await select(preview.tab, 'froze twice');
      await preview.tab.page.keyboard.press('a');
      await preview.tab.page.click('.selection [data-tool=note]');
      await preview.tab.page.keyboard.type('Really? <b>渡</b>');
      await preview.tab.page.keyboard.press('Control+Enter');
      await nextAction(preview.tab, false);
      assert.equal(await preview.tab.page.inputValue('textarea'), 'Really? <b>渡</b>');
      await preview.tab.page.waitForSelector('.cards .primary:enabled');
      await preview.tab.page.keyboard.press('Control+Enter');
      const action = await nextAction(preview.tab);
      assert.ok(action.kind === 'addToPassage');
      assert.equal(action.note, 'Really? <b>渡</b>');
      assert.equal(text.wordsOf(action.place), 'froze twice');
      await isOpen(preview.tab, '.cards', false);
    });

    it('with a note, and are not selected any more', async () => {
      const { page } = preview.tab;
      await select(preview.tab, 'froze twice');
      await page.keyboard.press('a');
      await page.click('.selection [data-tool=more]');
      await page.keyboard.press('1');
      await page.keyboard.press('Control+Enter');
      await nextAction(preview.tab);
      await isOpen(preview.tab, '.cards', false);
      assert.equal(await page.evaluate(() => String(document.getSelection())), '');
    });

    it('by arrows and Enter, and not at all after Escape', async () => {
      await select(preview.tab, 'froze twice');
      await preview.tab.page.keyboard.press('a');
      await preview.tab.page.keyboard.press('ArrowRight');
      await preview.tab.page.keyboard.press('Enter');
      const action = await nextAction(preview.tab);
      assert.ok(action.kind === 'addToPassage');
      assert.deepEqual(action.labels, [{ label: 'evidence' }]);
      await select(preview.tab, 'Nobody');
      await preview.tab.page.keyboard.press('a');
      await preview.tab.page.keyboard.press('Escape');
      await isOpen(preview.tab, '.selection', false);
      await preview.tab.page.keyboard.press('1');
      assert.deepEqual(await preview.tab.sentOf('annotation'), []);
    });

    it('with several labels by their keys, and a note', async () => {
      const { page } = preview.tab;
      await select(preview.tab, 'froze twice');
      await page.keyboard.press('a');
      await page.click('.selection [data-tool=more]');
      assert.deepEqual(await texts('.cards .label-choice'), ['1\n主张', '2\n证据']);
      for (const key of ['1', '2', '1', '2', '1']) await page.keyboard.press(key);
      assert.deepEqual(await texts('.cards [aria-pressed=true]'), ['1\n主张']);
      await page.click('.cards h2');
      await page.keyboard.press('2');
      await page.keyboard.press('Control+2');
      await page.keyboard.press('7');
      await page.focus('.cards textarea');
      await page.keyboard.type('1 or 2?');
      await page.keyboard.press('Control+Enter');
      const action = await nextAction(preview.tab);
      assert.ok(action.kind === 'addToPassage');
      assert.deepEqual(action.labels, [{ label: 'claim' }, { label: 'evidence' }]);
      assert.equal(action.note, '1 or 2?');
    });

    it('by Tab, which leads to the labels and is said there', async () => {
      const { page } = preview.tab;
      await select(preview.tab, 'froze twice');
      await page.keyboard.press('Shift');
      await isOpen(preview.tab, '.selection');
      const hint = 'Digits give a label, Tab leads here, Escape closes.';
      assert.deepEqual(await texts('.selection .hint'), [hint]);
      assert.equal(
        await page.locator('.selection').evaluate((it) => it.ariaDescribedByElements?.[0]?.textContent),
        hint,
      );
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-label')), 'claim');
      await page.keyboard.press('Enter');
      const action = await nextAction(preview.tab);
      assert.ok(action.kind === 'addToPassage');
      assert.deepEqual(action.labels, [{ label: 'claim' }]);
    });

    it('above the line, so that the next one can be read, where there is room', async () => {
      const gapAbove = async (words: string): Promise<number> => {
        await select(preview.tab, words);
        await preview.tab.page.keyboard.press('a');
        await isOpen(preview.tab, '.selection');
        return preview.tab.page.evaluate(() => {
          const line = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
          return (line?.top ?? 0) - (document.querySelector('.selection')?.getBoundingClientRect().bottom ?? 0);
        });
      };
      assert.ok((await gapAbove('froze again')) > 0);
      await preview.tab.page.evaluate(() => {
        document.body.style.minHeight = '300vh';
        const line = document.querySelector('.body p')?.getBoundingClientRect();
        window.scrollBy(0, (line?.top ?? 0) - (document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0));
      });
      assert.ok((await gapAbove('froze twice')) < 0, 'below, where the row of buttons covers what is above');
      await preview.tab.page.evaluate(() => document.body.style.removeProperty('min-height'));
    });

    it('and leave the text where it is', async () => {
      const top = async (): Promise<number> => (await preview.tab.page.locator('.body').boundingBox())?.y ?? 0;
      const before = await top();
      await show(text.on('froze twice', 'a'));
      assert.deepEqual(await texts('.all summary'), ['Annotations: 1']);
      assert.equal(await top(), before);
    });

    it('only in an archive, and once it has labels with them', async () => {
      await preview.tab.send(message([], { hasLabels: false, labels: [] }));
      await select(preview.tab, 'froze twice');
      await preview.tab.page.keyboard.press('a');
      await preview.tab.page.click('.selection [data-tool=set-up]');
      assert.deepEqual(await nextAction(preview.tab), { kind: 'setUpLabels' });
      await preview.tab.send(message([]));
      await preview.tab.page.waitForSelector('.selection [data-label=claim]');
      await preview.tab.page.keyboard.press('Escape');
      await preview.tab.send(message([], { mayAnnotate: false }));
      await eventually('nothing is offered', async () => (await texts('.annotations *')).length === 0);
      await select(preview.tab, 'Nobody');
      await preview.tab.page.keyboard.press('a');
      await isOpen(preview.tab, '.selection', false);
    });
  });

  describe('on the whole article and on images', () => {
    it('are written with labels of every kind', async () => {
      await preview.tab.page.click('.annotations [data-item=annotate]');
      await preview.tab.page.selectOption('.cards select >> nth=0', { label: '反对' });
      await preview.tab.page.selectOption('.cards select >> nth=1', { label: '1 – 不可信' });
      await preview.tab.page.fill('.cards input', '谁说的？');
      await preview.tab.page.fill('.cards textarea', '整篇');
      await preview.tab.page.click('.cards .primary');
      assert.deepEqual(await nextAction(preview.tab), {
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
      await preview.tab.send({ kind: 'annotateArticle' });
      await isOpen(preview.tab, '.cards .annotation-form');
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
      await preview.tab.page.click('.annotations [data-item=article]');
      assert.deepEqual(await texts('.cards .comment-note'), ['Note a', 'Note b']);
      await preview.tab.page.click('.cards [data-annotation=a] [data-action=edit]');
      await preview.tab.page.selectOption('.cards select >> nth=1', { label: '5' });
      await preview.tab.page.click('.cards .primary');
      assert.deepEqual(await nextAction(preview.tab), {
        kind: 'edit',
        id: 'a',
        labels: [{ label: 'credibility', value: 5 }],
        note: 'Note a',
      });
      await preview.tab.page.keyboard.press('Escape');
      await preview.tab.page.click('.image-mark.count');
      assert.deepEqual(await texts('.cards .comment-note'), ['Note c']);
    });

    it('are written on the image that a person looks at, with the mouse or the keyboard', async () => {
      await preview.tab.page.hover('.body img');
      await preview.tab.page.click('.image-mark:not(.count)');
      await preview.tab.page.click('.cards .label-choice');
      await preview.tab.page.click('.cards .primary');
      const action = await nextAction(preview.tab);
      assert.ok(action.kind === 'addToImage');
      assert.deepEqual([action.image, action.labels], [0, [{ label: 'evidence' }]]);
      await preview.tab.page.focus('.body button.enlarge');
      await preview.tab.page.keyboard.press('a');
      await isOpen(preview.tab, '.cards .annotation-form');
    });

    it('are written on an image that is not shown, and counted there', async () => {
      const { page } = preview.tab;
      const remote = article.replace(/src="data:[^"]*"/, 'src="https://i.example.com/dial.png"');
      await preview.tab.show(remote, {}, 'ask');
      await preview.tab.send(message([]));
      await page.hover('.body .note');
      await page.click('.image-mark:not(.count)');
      await page.click('.cards .label-choice');
      await page.click('.cards .primary');
      const action = await nextAction(preview.tab);
      assert.ok(action.kind === 'addToImage');
      assert.deepEqual([action.image, action.labels], [0, [{ label: 'evidence' }]]);
      await show(thread('c', { on: 'image', images: [0] }));
      await page.click('.image-mark.count');
      assert.deepEqual(await texts('.cards .comment-note'), ['Note c']);
      await page.keyboard.press('Escape');
      await page.hover('.body .note');
      await page.click('.image-mark:not(.count)');
      await page.fill('.cards textarea', '图片');
      await preview.tab.load('light');
      await preview.tab.show(remote, {}, 'ask');
      await show();
      assert.equal(await page.inputValue('.cards textarea'), '图片');
    });
  });

  describe('that are not saved yet', () => {
    it('are there again after another article was shown', async () => {
      await select(preview.tab, 'froze twice');
      await preview.tab.page.keyboard.press('a');
      await preview.tab.page.click('.selection [data-tool=note]');
      await preview.tab.page.keyboard.type('Half a th');
      await preview.tab.show(article, { article: 'other' });
      await preview.tab.send(message([], { article: 'other' }));
      await isOpen(preview.tab, '.cards', false);
      await preview.tab.show(article);
      await preview.tab.send(message([]));
      await isOpen(preview.tab, '.cards');
      assert.equal(await preview.tab.page.inputValue('.cards textarea'), 'Half a th');
      await preview.tab.page.click('.cards .primary');
      const action = await nextAction(preview.tab);
      assert.ok(action.kind === 'addToPassage');
      assert.equal(text.wordsOf(action.place), 'froze twice');
    });

    it('are there again when the page is made anew, and no more once they are given up', async () => {
      await show(text.on('froze twice', 'a'));
      await clickAt('froze');
      await preview.tab.page.click('.cards [data-action=edit]');
      await preview.tab.page.fill('.cards textarea', 'Changed');
      await preview.tab.page.click('.cards .label-choice >> nth=1');
      await preview.tab.load('light');
      await preview.tab.show(article);
      await show(text.on('froze twice', 'a'));
      assert.equal(await preview.tab.page.inputValue('.cards textarea'), 'Changed');
      assert.deepEqual(await texts('.cards [aria-pressed=true]'), ['2\n证据']);
      await preview.tab.page.keyboard.press('Escape');
      await preview.tab.page.keyboard.press('Escape');
      await isOpen(preview.tab, '.cards', false);
      await preview.tab.load('light');
      await preview.tab.show(article);
      await show(text.on('froze twice', 'a'));
      await isOpen(preview.tab, '.cards', false);
    });

    it('are there again for the whole article and for images', async () => {
      await preview.tab.page.click('.annotations [data-item=annotate]');
      await preview.tab.page.fill('.cards textarea', '整篇');
      await preview.tab.load('light');
      await preview.tab.show(article);
      await show();
      assert.equal(await preview.tab.page.inputValue('.cards textarea'), '整篇');
      await preview.tab.page.click('.cards .floating-head button');
      await preview.tab.page.focus('.body button.enlarge');
      await preview.tab.page.keyboard.press('a');
      await preview.tab.page.fill('.cards textarea', '图片');
      await preview.tab.load('light');
      await preview.tab.show(article);
      await show();
      assert.equal(await preview.tab.page.inputValue('.cards textarea'), '图片');
      await preview.tab.page.click('.cards .primary');
      assert.equal((await nextAction(preview.tab)).kind, 'addToImage');
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
    await preview.tab.page.click('.lost .annotation-item');
    assert.deepEqual(await texts('.cards .annotation-quote'), ['The old quote']);
    assert.deepEqual(await texts('.cards .candidates li'), ['froze twice\n61 % alike\nAttach here']);
    await preview.tab.page.click('.cards [data-action=reattach]');
    assert.deepEqual(await nextAction(preview.tab), { kind: 'reattachToText', id: 'a', text: 'froze twice' });
    await select(preview.tab, 'Nobody');
    await preview.tab.page.click('.cards [data-action=reattach-selection]');
    const action = await nextAction(preview.tab);
    assert.ok(action.kind === 'reattachToPassage');
    assert.equal(text.wordsOf(action.place), 'Nobody');
  });
});
