import assert from 'node:assert/strict';
import { imageStandIn as rule } from '../../../../src/core/problems/rules/image/imageStandIn';
import { fixesOf } from '../../../support/checkText';
import { article, assertFixed, assertFound, assertSilent, writtenIn } from '../../../support/imageTexts';

const field = (address: string, body = 'Six.'): string => article(body, `headimg: '${address}'\n`);
const standIn = 'https://picsum.photos/400/300?random=7';

describe('image/stand-in', () => {
  for (const [name, write] of Object.entries(writtenIn)) {
    it(`finds one in ${name}`, () => assertFound(write(standIn), [standIn], { rule }));
  }

  for (const address of [
    'https://a.example.com/undefined',
    'https://a.example.com/photos/null',
    'https://a.example.com/undefined?w=400#x',
    'undefined',
    '/images/404.gif',
    '../images/loading.gif',
    'LoadImg.gif',
    '//a.example.com/blank.gif',
    'https://picsum.photos/id/7/400',
  ]) {
    it(`knows ${address}`, () => assertFound(field(address), [address], { rule }));
  }

  it('knows what the archive’s list names, with the signs of patterns as themselves', () => {
    const settings = { standInImages: ['*/logo(1).png', 'https://b.example.com/*/x.*'] };
    assertFound(field('https://a.example.com/logo(1).png'), ['https://a.example.com/logo(1).png'], { rule, settings });
    assertFound(field('https://b.example.com/1/2/x.gif'), ['https://b.example.com/1/2/x.gif'], { rule, settings });
    for (const other of ['https://a.example.com/logo1.png', 'https://b.example.com/1/xa', standIn, 'xlogo(1)xpng']) {
      assertSilent(field(other), { rule, settings });
    }
    assertSilent(field(standIn), { rule, settings: { standInImages: [] } });
  });

  it('writes the article’s first real image into a field', () => {
    const body =
      '![](data:image/gif;base64,R0lGODlhAQABAAAAACw=) ![](https://a.example.com/null) ![](/渡.jpg) ![](/2.jpg)';
    const { fix, title } = assertFixed(field(standIn, body), field('/渡.jpg', body), { rule });
    assert.equal(title, 'Use the article’s first image: /渡.jpg');
    assert.equal(fix.isGuess, true);
  });

  it('takes the real address behind a placeholder, and none that nobody sees', () => {
    const lazy = '<img src="/loading.gif" data-src="/渡.jpg">';
    assertFixed(field('/404.gif', lazy), field('/渡.jpg', lazy), { rule });
    const copy = '<img data-src="/undefined" src="/渡.jpg">';
    assertFixed(field('/404.gif', copy), field('/渡.jpg', copy), { rule });
  });

  it('writes an address in the form of the field', () => {
    const body = '<img src="/it\'s?a=1&amp;b=2">';
    assertFixed(field('/404.gif', body), field('/it%27s?a=1&b=2', body), { rule });
  });

  it('takes another field’s image', () => {
    const fields = (first: string): string => article('Six.', `headimg: ${first}\nthumbnail: /渡.jpg\n`);
    assertFixed(fields('/404.gif'), fields('/渡.jpg'), { rule });
  });

  it('removes the field or the image, which a person has to choose', () => {
    const without = article('Six.');
    assertFixed(field(standIn), without, { rule });
    assertFixed(field(standIn, '![](/渡.jpg)'), article('![](/渡.jpg)'), { rule, fix: 1 });
    assertFixed(article(`渡 ![](${standIn}) 船`), article('渡  船'), { rule });
    const all = [field(standIn), article(`![](${standIn})`)].flatMap((text) => fixesOf(text, { rule })).flat();
    assert.ok(all.every(({ isGuess }) => isGuess));
  });

  for (const [name, text] of [
    ['a real image', field('https://a.example.com/1.jpg')],
    ['names that only begin so', field('https://a.example.com/undefined.jpg')],
    ['a folder called so', field('https://a.example.com/null/1.jpg')],
    ['a photograph that is loading', field('/images/boat-loading.gif')],
    ['an image whose real address waits in another attribute', article('<img src="/loading.gif" data-src="/1.jpg">')],
    ['a copy that nobody sees', article('<img src="/1.jpg" data-src="/undefined">')],
    ['a link', article(`[渡](${standIn})`)],
    ['another field', article('Six.', `link: ${standIn}\n`)],
    ['a suppressed line', article(`<!-- marginalia-disable-next-line image/stand-in -->\n![](${standIn})`)],
  ] as const) {
    it(`leaves ${name} alone`, () => assertSilent(text, { rule }));
  }
});
