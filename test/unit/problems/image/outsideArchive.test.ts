import assert from 'node:assert/strict';
import { localPaths } from '../../../../src/core/images/articleImages';
import { imageOutsideArchive as rule } from '../../../../src/core/problems/rules/image/imageOutsideArchive';
import { articleOf } from '../../../support/checkText';
import { article, assertFixed, assertFound, assertSilent, writtenIn } from '../../../support/imageTexts';

const src = (address: string): string => article(`<img src="${address}">`);

describe('image/outside-archive', () => {
  for (const [name, write] of Object.entries(writtenIn)) {
    it(`finds a path that leads out of it in ${name}`, () => {
      const text = write('../../渡/1.jpg');
      assertFound(text, ['../../渡/1.jpg'], { rule });
      assert.deepEqual(localPaths(articleOf(text)), [], 'it is never looked up');
    });
  }

  for (const address of [
    '../../../../etc/1.jpg',
    '/../1.jpg',
    'a/../../../1.jpg',
    '..\\..\\1.jpg',
    '%2e%2e/../1.jpg',
  ]) {
    it(`finds ${address}`, () => {
      assertFound(src(address), [address], { rule, settings: { imageRoots: [''] } });
    });
  }

  it('removes the image, which a person has to look at', () => {
    const { fix } = assertFixed(article('渡 ![](../../1.jpg)'), article('渡 '), { rule });
    assert.equal(fix.isGuess, true);
  });

  for (const [name, text, path] of [
    ['a path to the folder above', src('../1.jpg'), 'news/article.md'],
    ['a path from deep below', src('../../../1.jpg'), 'a/b/c/article.md'],
    ['a path that comes back', src('../news/../1.jpg'), 'news/article.md'],
    ['a name with dots', src('...jpg'), 'article.md'],
    ['an address of the web with dots', src('https://a.example.com/../../../1.jpg'), 'article.md'],
    ['a link', article('[渡](../../../1.md)'), 'article.md'],
  ] as const) {
    it(`leaves ${name} alone`, () => assertSilent(text, { rule, path }));
  }
});
