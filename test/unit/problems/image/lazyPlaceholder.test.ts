import assert from 'node:assert/strict';
import { lazyAttributes } from '../../../../src/core/article/body/htmlTags';
import { imageLazyPlaceholder as rule } from '../../../../src/core/problems/rules/image/imageLazyPlaceholder';
import { inEnglish } from '../../../../src/core/text/message';
import { checkText } from '../../../support/checkText';
import { article, assertFixed, assertFound, assertSilent, htmlArticle } from '../../../support/imageTexts';

const real = 'https://a.example.com/渡船.jpg';
const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

describe('image/lazy-placeholder', () => {
  for (const attribute of lazyAttributes) {
    it(`writes the address of ${attribute} where a placeholder is`, () => {
      for (const make of [article, htmlArticle]) {
        const text = (shown: string): string => make(`<img alt="码头 ⚓" src="${shown}" ${attribute}="${real}">`);
        assertFound(text('/img/loading.gif'), ['/img/loading.gif'], { rule });
        const { fix, title } = assertFixed(text('/img/loading.gif'), text(real), { rule });
        assert.equal(fix.isGuess, undefined);
        assert.equal(title, `Show the real image: ${real}`);
      }
    });

    it(`makes ${attribute} the src where there is none`, () => {
      const text = (name: string): string => article(`<img alt="${attribute}" ${name}="${real}" class='a'>`);
      assertFound(text(attribute), [real], { rule });
      assertFixed(text(attribute), text('src'), { rule });
    });
  }

  for (const shown of [
    dot,
    '#',
    'about:blank',
    'https://',
    'undefined',
    'https://picsum.photos/400/300?random=7',
    '/placeholder-300x200.jpg',
    '/img/lazy-load.svg',
    'https://a.example.com/grey.gif?v=1',
    '../assets/1x1.png',
    '/pixel_1x1.gif',
    'spacer.gif',
  ]) {
    it(`knows ${shown} for a placeholder`, () => {
      const text = (address: string): string => article(`<img data-src="${real}" src='${address}'>`);
      assertFound(text(shown), [shown], { rule });
      assertFixed(text(shown), text(real), { rule });
    });
  }

  it('marks the whole image where nothing is shown', () => {
    const element = `<img src="" data-original='${real}'>`;
    assertFound(article(`渡 ${element}`), [element], { rule });
    assertFixed(article(`渡 ${element}`), article(`渡 <img src="${real}" data-original='${real}'>`), { rule });
    const [problem] = checkText(article(element), { rule });
    assert.equal(problem && inEnglish(problem.message), `This image shows a placeholder instead of ${real}.`);
  });

  it('takes the first address that is one', () => {
    const text = (shown: string): string =>
      article(`<img src="${shown}" data-src="/loading.gif" data-original="javascript:;" data-lazy-src="${real}">`);
    assertFixed(text(dot), text(real), { rule });
  });

  it('shows a set of addresses, one where there is room for only one', () => {
    const set = '/1.jpg 1x, /2.jpg 2x';
    const text = (name: string): string => article(`<img ${name}="${set}">`);
    assertFixed(text('data-srcset'), text('srcset'), { rule });
    const shown = (address: string): string => article(`<img src="${address}" data-srcset="${set}">`);
    assertFixed(shown(dot), shown('/1.jpg'), { rule });
    const both = (name: string): string => article(`<img data-srcset="${set}" ${name}="/3.jpg">`);
    assertFixed(both('data-src'), both('src'), { rule });
  });

  it('knows the poster of a video', () => {
    const text = (attribute: string): string => article(`<video src="/1.mp4" ${attribute}="/渡.jpg"></video>`);
    assertFound(text('data-poster'), ['/渡.jpg'], { rule });
    assertFixed(text('data-poster'), text('poster'), { rule });
    const shown = (address: string): string => article(`<video poster="${address}" data-poster="/渡.jpg"></video>`);
    assertFixed(shown('/loading.gif'), shown('/渡.jpg'), { rule });
    assertSilent(shown('/码头.jpg'), { rule });
  });

  it('writes an address so that it stays one attribute', () => {
    const text = (shown: string): string => article(`<img src='${shown}' data-src="/it's?a=1&amp;b=2">`);
    assertFixed(text(dot), text('/it%27s?a=1&amp;b=2'), { rule });
  });

  for (const [name, element] of [
    ['an image that is shown', `<img src="/1.jpg" data-src="${real}">`],
    ['the same address twice', `<img src="${real}" data-src="${real}">`],
    ['photographs that are called like placeholders', `<img src="/grey-heron.jpg" data-src="${real}">`],
    ['a photograph of a loading dock', `<img src="/loading-dock.jpg" data-src="${real}">`],
    ['an empty chair', `<img src="/empty_chair.png" data-src="${real}">`],
    ['a switch', '<img src="/loading.gif" data-lazy="true">'],
    ['two placeholders', '<img src="/loading.gif" data-src="/loading.gif">'],
    ['an image whose srcset is shown', `<img src="${dot}" srcset="/1.jpg 1x" data-src="${real}">`],
    ['a picture in the text that is more than a dot', `<img src="${dot}${'A'.repeat(600)}" data-src="${real}">`],
    ['an address that is none', `<img src="/loading.gif" data-src="javascript:;">`],
    ['other elements', `<div data-src="${real}"></div><iframe data-src="${real}"></iframe>`],
    ['code', `\`<img src="/loading.gif" data-src="${real}">\``],
    ['a suppressed line', `<!-- marginalia-disable-next-line image/lazy-placeholder -->\n<img data-src="${real}">`],
  ] as const) {
    it(`leaves ${name} alone`, () => assertSilent(article(element), { rule }));
  }
});
