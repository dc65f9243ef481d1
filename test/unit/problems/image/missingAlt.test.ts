import assert from 'node:assert/strict';
import { imageMissingAlt as rule } from '../../../../src/core/problems/rules/image/imageMissingAlt';
import { checkText } from '../../../support/checkText';
import { article, assertFound, assertSilent, htmlArticle } from '../../../support/imageTexts';

describe('image/missing-alt', () => {
  for (const element of [
    '<img src="/渡 1.jpg" title="码头 ⚓">',
    '<img src="/alt/1.jpg" data-alt="a">',
    "<img src='/1.jpg' title=' alt=\"a\" '/>",
    '<img data-src="/1.jpg">',
    '<img srcset="/1.jpg 1x, /2.jpg 2x" src="/1.jpg">',
    '<img src="/1.jpg" hidden>',
    '<input type="image" src="/1.jpg">',
    '![](/渡.jpg)',
    '![ ](/渡.jpg "title")',
    '![][渡]',
  ]) {
    it(`finds ${element} once`, () => {
      assertFound(article(`渡 ⛴ ${element} 雾\n\n[渡]: /1.jpg`), [element], { rule });
    });
  }

  it('finds it in a body of HTML too', () => {
    assertFound(htmlArticle('<p><IMG src="/1.jpg"></p>'), ['<IMG src="/1.jpg">'], { rule });
  });

  it('is off unless the archive switches it on', () => {
    const text = article('![](/1.jpg)');
    const found = (settings = {}): boolean => checkText(text, { settings }).some((one) => one.rule === rule.id);
    assert.equal(found(), false);
    assert.equal(found({ levels: { 'image/missing-alt': 'hint' } }), true);
  });

  for (const [name, body] of [
    ['an image with a text', '<img src="/1.jpg" alt="码头"> ![码头](/1.jpg) ![码头][渡]'],
    ['an image that only adorns', '<img src="/1.jpg" alt=""><img alt src="/1.jpg"><img src="/1.jpg" ALT=\'\'>'],
    ['an image hidden from those who listen', '<img src="/1.jpg" aria-hidden="true">'],
    ['videos and sources', '<video poster="/1.jpg"></video><picture><source srcset="/1.jpg"></picture>'],
    ['code', '`![](/1.jpg)`'],
    ['a suppressed line', '<!-- marginalia-disable-next-line image/missing-alt -->\n![](/1.jpg)'],
  ] as const) {
    it(`leaves ${name} alone`, () => assertSilent(article(`${body}\n\n[渡]: /1.jpg`), { rule }));
  }

  it('leaves fields alone', () => assertSilent(article('Six.', 'headimg: /1.jpg\n'), { rule }));
});
