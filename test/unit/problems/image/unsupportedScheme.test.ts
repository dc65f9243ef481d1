import assert from 'node:assert/strict';
import { imageUnsupportedScheme as rule } from '../../../../src/core/problems/rules/image/imageUnsupportedScheme';
import { inEnglish } from '../../../../src/core/text/message';
import { checkText, fixesOf } from '../../../support/checkText';
import { article, assertFixed, assertFound, assertSilent, htmlArticle, writtenIn } from '../../../support/imageTexts';

describe('image/unsupported-scheme', () => {
  for (const [name, write] of Object.entries(writtenIn)) {
    it(`finds the address of a file of one computer in ${name}`, () => {
      assertFound(write('file:///home/渡/1.jpg'), ['file:///home/渡/1.jpg'], { rule });
    });
  }

  for (const [address, scheme] of [
    ['file:///C:/photos/1.jpg', 'file:'],
    ['C:\\photos\\1.jpg', 'C:'],
    ['d:/photos/1.jpg', 'd:'],
    ['\\\\server\\photos\\1.jpg', '\\\\'],
    ['javascript:void(0)', 'javascript:'],
    ['JavaScript:;', 'javascript:'],
    ['blob:https://a.example.com/0f1e', 'blob:'],
    ['about:blank', 'about:'],
    ['cid:1@a.example.com', 'cid:'],
  ] as const) {
    it(`names the kind of ${address}`, () => {
      const text = article(`<img src="${address}">`);
      assertFound(text, [address], { rule });
      const [problem] = checkText(text, { rule });
      assert.equal(problem && inEnglish(problem.message), `An image cannot be shown from a ${scheme} URL.`);
    });
  }

  it('removes the image, which a person has to look at', () => {
    const { fix, title } = assertFixed(htmlArticle('<img src="file:///1.jpg">⚓'), htmlArticle('⚓'), { rule });
    assert.equal(title, 'Remove the image');
    assert.equal(fix.isGuess, true);
    assertFixed(article('渡 ![渡](file:///1.jpg) 船'), article('渡  船'), { rule });
  });

  it('removes a field, and of a list only the item', () => {
    const one = "headimg: 'file:///1.jpg'\n";
    assertFixed(article('Six.', `${one}tags: [a]\n`), article('Six.', 'tags: [a]\n'), { rule });
    const list = (items: string): string => article('Six.', `photos:\n${items}tags: [a]\n`);
    assertFixed(list('  - file:///1.jpg\n  - 2.jpg\n'), list('  - 2.jpg\n'), { rule });
    assertFixed(list('- 2.jpg\n- "file:///1.jpg"\n'), list('- 2.jpg\n'), { rule });
    assertFixed(list('  - file:///1.jpg\n'), article('Six.', 'tags: [a]\n'), { rule });
    assertFixed('{\n  "title": "渡",\n  "image": "file:///1.jpg"\n}\n', '{\n  "title": "渡"\n}\n', { rule });
  });

  it('keeps comments and what cannot be taken out by itself', () => {
    for (const text of [
      article('Six.', 'headimg: file:///1.jpg # from my disk\n'),
      article('Six.', 'photos: [file:///1.jpg, 2.jpg]\n'),
      article('Six.', 'photos:\n  - file:///1.jpg # from my disk\n  - 2.jpg\n'),
      article('<img src="1.jpg" srcset="file:///1.jpg 2x">'),
      article('![渡][r]\n\n[r]: file:///1.jpg'),
    ]) {
      assertFound(text, ['file:///1.jpg'], { rule });
      assert.deepEqual(fixesOf(text, { rule }), [[]], text);
    }
  });

  for (const [name, text] of [
    ['addresses of the web', article('<img src="https://a.example.com/1.jpg"><img src="//a.example.com/1.jpg">')],
    ['pictures in the text', article('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')],
    ['paths', article('![](images/1.jpg) ![](/images/c:1.jpg) ![](./C:/1.jpg)')],
    ['links', article('<a href="file:///1.jpg">[渡](javascript:void(0))</a>')],
    ['an image whose real address waits in another attribute', article('<img src="about:blank" data-src="/1.jpg">')],
    [
      'a suppressed line',
      article('<!-- marginalia-disable-next-line image/unsupported-scheme -->\n![](file:///1.jpg)'),
    ],
  ] as const) {
    it(`leaves ${name} alone`, () => assertSilent(text, { rule }));
  }
});
