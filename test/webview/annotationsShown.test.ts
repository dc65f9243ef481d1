import assert from 'node:assert/strict';
import { eventually } from '../support/eventually';
import { isOpen, nextAction, painted, select, thread } from './annotatedPage';
import { annotatedPreview, article, passage } from './annotatedPreview';

describe('annotations in the preview', () => {
  const preview = annotatedPreview();
  const { text, show, texts, clickAt } = preview;

  describe('are highlighted', () => {
    it('where their words stand, across tags, line breaks, references and wide characters', async () => {
      await show(text.on(passage, 'a'));
      const [found, ...more] = await painted(preview.tab);
      assert.equal(found?.text, '渡船🚢 crossed & the ferrystayed');
      assert.deepEqual(more, []);
    });

    it('each in its colour, and not by colour alone', async () => {
      await show(
        text.on('froze twice', 'open'),
        text.on('Nobody', 'resolved', { isResolved: true }),
        text.on('ferry', 'changed', { state: 'approximate', colour: '#e69f00' }),
      );
      const styles = await preview.tab.page.evaluate(() =>
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
      assert.deepEqual(await painted(preview.tab), []);
      await preview.tab.page.click('.annotations .all > summary');
      assert.deepEqual(await texts('.annotations .field-name'), [
        'In a part of the text that the preview does not show',
      ]);
    });

    it('again where they are when the text above them has changed, though nobody has looked for them anew', async () => {
      await show(text.on('froze again', 'a'));
      await preview.tab.show(article.replace('<p>The harbour', '<p>Before it all. The harbour'));
      assert.deepEqual(
        (await painted(preview.tab)).map(({ text: words }) => words),
        ['froze again'],
      );
    });

    it('no more once their article is not the one that is shown', async () => {
      await show(text.on('froze twice', 'a'));
      await preview.tab.show(article, { article: 'other' });
      assert.deepEqual(await painted(preview.tab), []);
      assert.deepEqual(await texts('.annotations *'), []);
    });

    it('with no article drawn anew', async () => {
      const kept = await preview.tab.page.$('.body p');
      await show(text.on('froze twice', 'a'));
      assert.equal(await kept?.evaluate((element) => element.isConnected), true);
      assert.deepEqual(await preview.tab.sentOf('didRender'), []);
    });
  });

  describe('show their cards', () => {
    it('all that are at the place that is clicked, their text as text', async () => {
      const note = '<img src=x onerror=alert(1)> **no**';
      await show(text.on(passage, 'a', { comments: thread('a', {}, note).comments }), text.on('crossed', 'b'));
      await clickAt('crossed');
      await isOpen(preview.tab, '.cards');
      assert.deepEqual([...(await texts('.cards .comment-note'))].sort(), [note, 'Note b']);
      assert.equal(await preview.tab.page.locator('.cards img').count(), 0);
      await preview.tab.page.keyboard.press('Escape');
      await isOpen(preview.tab, '.cards', false);
    });

    it('also where the words that are clicked are selected', async () => {
      await show(text.on('froze twice', 'a'));
      await select(preview.tab, 'froze twice');
      await clickAt('froze');
      await isOpen(preview.tab, '.cards');
      await isOpen(preview.tab, '.selection', false);
    });

    it('with their words standing out until they are closed, also when other annotations come after that', async () => {
      const names = async () => (await painted(preview.tab)).map(({ name }) => name);
      await show(text.on('froze twice', 'a'));
      await clickAt('froze');
      await isOpen(preview.tab, '.cards');
      await show(text.on('froze twice', 'a'), text.on('crossed', 'b'));
      assert.ok((await names()).includes('marginalia-current'));
      await preview.tab.page.keyboard.press('Escape');
      await isOpen(preview.tab, '.cards', false);
      await show(text.on('froze twice', 'a'));
      assert.deepEqual(await names(), ['marginalia-open-0072b2']);
    });

    it('clear of the edge of the window, above the words where there is too little room below', async () => {
      const { page } = preview.tab;
      const usual = page.viewportSize();
      await show(text.on('froze again', 'a'));
      await clickAt('froze');
      await isOpen(preview.tab, '.cards');
      const places = () =>
        page.evaluate(() => {
          const { top, bottom, height } = (document.querySelector('.cards') as Element).getBoundingClientRect();
          return { top, bottom, height, window: window.innerHeight };
        });
      const below = await places();
      // There is room for the card, but for no more than that.
      await page.setViewportSize({ width: usual?.width ?? 800, height: Math.ceil(below.bottom + 1) });
      await page.keyboard.press('Escape');
      await clickAt('froze');
      const above = await places();
      assert.ok(below.bottom <= below.window - 12, JSON.stringify(below));
      assert.ok(above.bottom <= below.top && above.top >= 12, JSON.stringify([below, above]));
      if (usual !== null) await page.setViewportSize(usual);
    });

    it('one after the other by keys, and open them by Enter', async () => {
      await show(text.on('froze again', 'last'), text.on('froze twice', 'first'));
      await preview.tab.page.keyboard.press('j');
      assert.match((await texts('.said')).join(), /^Annotation 1 of 2: Note first$/);
      await preview.tab.page.keyboard.press('j');
      await preview.tab.page.keyboard.press('Enter');
      assert.deepEqual(await texts('.cards .comment-note'), ['Note last']);
      await preview.tab.page.keyboard.press('Escape');
      await preview.tab.page.keyboard.press('k');
      await preview.tab.page.keyboard.press('Enter');
      assert.deepEqual(await texts('.cards .comment-note'), ['Note first']);
    });

    it('as somebody asks for them elsewhere', async () => {
      await show(text.on('froze again', 'a'), text.on('froze twice', 'b'));
      await preview.tab.send({ kind: 'goToAnnotation', id: 'a' });
      await eventually('it stands out', async () =>
        (await painted(preview.tab)).some(
          ({ name, text: words }) => name === 'marginalia-current' && words === 'froze again',
        ),
      );
      await preview.tab.page.keyboard.press('Enter');
      assert.deepEqual(await texts('.cards .comment-note'), ['Note a']);
    });

    it('with what can be done: edit, answer, resolve, delete, show', async () => {
      await show(text.on('froze twice', 'a'));
      await clickAt('froze');
      const press = (name: string): Promise<void> => preview.tab.page.click(`.cards [data-action=${name}]`);
      await press('resolve');
      assert.deepEqual(await nextAction(preview.tab), { kind: 'resolve', id: 'a', isResolved: true });
      await press('show');
      assert.deepEqual(await nextAction(preview.tab), { kind: 'show', id: 'a' });
      await press('answer');
      await preview.tab.page.keyboard.type('So it did');
      await preview.tab.page.click('.cards .primary');
      assert.deepEqual(await nextAction(preview.tab), { kind: 'reply', id: 'a', note: 'So it did' });
      await press('edit');
      await preview.tab.page.fill('.cards textarea', 'Changed');
      await preview.tab.page.click('.cards .label-choice >> nth=0');
      await preview.tab.page.click('.cards .primary');
      assert.deepEqual(await nextAction(preview.tab), {
        kind: 'edit',
        id: 'a',
        labels: [{ label: 'claim' }],
        note: 'Changed',
      });
      await press('delete');
      assert.deepEqual(await nextAction(preview.tab), { kind: 'delete', id: 'a' });
    });

    it('with Undo for a while in the place of what is deleted', async () => {
      const { page } = preview.tab;
      await page.clock.install();
      const [comment] = thread('a').comments;
      const [answer] = thread('b', {}, 'So it did').comments;
      assert.ok(comment && answer);
      const whole = text.on('froze twice', 'a', { comments: [comment, answer] });
      await show(whole);
      await clickAt('froze');
      await page.click('.cards [data-action=delete] >> nth=1');
      const { request, action } = await preview.tab.waitFor('annotation');
      assert.deepEqual(action, { kind: 'delete', id: 'b' });
      // It is gone before the page is told that it is done.
      await show(text.on('froze twice', 'a', { comments: [comment] }));
      await preview.tab.send({ kind: 'annotated', request, isDone: true });
      assert.deepEqual(await texts('.cards .comment-note'), ['Note a']);
      assert.deepEqual(await texts('.cards .deleted'), ['The annotation is deleted.\nUndo']);
      await page.keyboard.press('Enter');
      assert.deepEqual(await nextAction(preview.tab), { kind: 'undoDelete', id: 'b' });
      await show(whole);
      assert.deepEqual(await texts('.cards .deleted'), []);
      await page.click('.cards [data-action=delete] >> nth=0');
      assert.deepEqual(await nextAction(preview.tab), { kind: 'delete', id: 'a' });
      await show();
      assert.deepEqual(await texts('.cards .deleted'), ['The annotation is deleted.\nUndo']);
      await page.clock.fastForward(20_000);
      await isOpen(preview.tab, '.cards', false);
    });

    it('that stay when they cannot be deleted', async () => {
      await show(text.on('froze twice', 'a'));
      await clickAt('froze');
      await preview.tab.page.click('.cards [data-action=delete]');
      await nextAction(preview.tab, false);
      assert.deepEqual(await texts('.cards .comment-note'), ['Note a']);
      await show();
      await isOpen(preview.tab, '.cards', false);
    });

    it('each of its text apart from what stands beside it, whatever direction it is written in', async () => {
      const [comment] = thread('a', {}, '\u202eevil').comments;
      assert.ok(comment);
      const given = [{ label: 'claim', text: '\u202eclaim', colour: '#0072b2' }];
      await show(text.on('froze twice', 'a', { comments: [{ ...comment, creator: '\u202eAda', labels: given }] }));
      await clickAt('froze');
      const apart = await preview.tab.page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        while (walker.nextNode()) {
          const { parentElement: parent, textContent } = walker.currentNode;
          if (textContent?.includes('\u202e') && parent) found.push(getComputedStyle(parent).unicodeBidi);
        }
        return found;
      });
      assert.ok(apart.length >= 4, String(apart.length));
      assert.deepEqual([...new Set(apart)], ['isolate']);
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
      await preview.tab.page.click('.cards [data-action=answer]');
      const kept = await preview.tab.page.$('.cards textarea');
      await preview.tab.page.evaluate(() => {
        const area = document.querySelector('.cards textarea');
        area?.addEventListener('blur', () => area.setAttribute('data-left', ''));
      });
      await preview.tab.show(article.replace('froze again', 'thawed again'));
      await show(text.on('froze twice', 'a'), text.on('Nobody', 'b'));
      assert.equal(await kept?.getAttribute('data-left'), null);
      assert.equal(await kept?.evaluate((area) => area === document.activeElement), true);
    });

    it('and keep what is being written in them when others write', async () => {
      await show(text.on('froze twice', 'a'));
      await clickAt('froze');
      await preview.tab.page.click('.cards [data-action=answer]');
      await preview.tab.page.keyboard.type('Half a th');
      await show(text.on('froze twice', 'a'), text.on('Nobody', 'b'));
      assert.equal(await preview.tab.page.inputValue('.cards textarea'), 'Half a th');
      await preview.tab.page.keyboard.type('ought');
      assert.equal(await preview.tab.page.inputValue('.cards textarea'), 'Half a thought');
      await clickAt('Nobody');
      assert.equal(await preview.tab.page.inputValue('.cards textarea'), 'Half a thought');
    });
  });
});
