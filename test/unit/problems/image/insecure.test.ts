import assert from 'node:assert/strict';
import { imageInsecure as rule } from '../../../../src/core/problems/rules/image/imageInsecure';
import { article, assertFixed, assertFound, assertSilent, writtenIn } from '../../../support/imageTexts';

describe('image/insecure', () => {
  for (const [name, write] of Object.entries(writtenIn)) {
    it(`finds and secures an address in ${name}`, () => {
      assertFound(write('http://a.example.com/渡.jpg'), ['http://a.example.com/渡.jpg'], { rule });
      const { fix, title } = assertFixed(write('http://a.example.com/渡.jpg'), write('https://a.example.com/渡.jpg'), {
        rule,
      });
      assert.equal(title, 'Write https:');
      assert.equal(fix.isGuess, true);
    });
  }

  it('changes only the scheme', () => {
    const src = (address: string): string => article(`<img src=" ${address}\n">`);
    assertFixed(src('HTTP://a.example.com/%7e?x=1&amp;y=2'), src('https://a.example.com/%7e?x=1&amp;y=2'), { rule });
  });

  it('tells each of several', () => {
    const text = article('<img src="http://a.example.com/1.jpg" srcset="http://a.example.com/2.jpg 2x">');
    assertFound(text, ['http://a.example.com/1.jpg', 'http://a.example.com/2.jpg'], { rule });
  });

  for (const [name, body] of [
    ['an address with https:', '![](https://a.example.com/1.jpg)'],
    ['an address without a scheme', '<img src="//a.example.com/1.jpg">'],
    ['a wrapped address, which is another rule’s', '![](http://p.example.com/?http://a.example.com/1.jpg)'],
    ['a path that is called so', '![](http/1.jpg)'],
    ['a link', '[渡](http://a.example.com/1.jpg) http://a.example.com/2.jpg'],
    ['code', '`![](http://a.example.com/1.jpg)`'],
    ['a suppressed line', '<!-- marginalia-disable-next-line image/insecure -->\n![](http://a.example.com/1.jpg)'],
  ] as const) {
    it(`leaves ${name} alone`, () => assertSilent(article(body), { rule }));
  }

  it('leaves fields alone that hold no image', () => {
    assertSilent(article('Six.', 'link: http://a.example.com/1.jpg\n'), { rule });
    assertSilent(article('Six.', 'cover: http://a.example.com/1.jpg\n'), {
      rule,
      settings: { imageFields: ['photo'] },
    });
    const text = article('Six.', 'photo: http://a.example.com/1.jpg\n');
    assertFound(text, ['http://a.example.com/1.jpg'], { rule, settings: { imageFields: ['photo'] } });
  });
});
