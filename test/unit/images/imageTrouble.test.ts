import assert from 'node:assert/strict';
import { firstGoodAddress, troubledImages } from '../../../src/core/images/imageTrouble';
import type { ArticleKnowledge } from '../../../src/core/problems/knowledge';
import { articleOf } from '../../support/checkText';
import { article } from '../../support/imageTexts';
import { CountedWork } from '../../support/work/countedWork';

const troubles = (body: string, knowledge: ArticleKnowledge = {}): readonly (readonly [string, string])[] =>
  troubledImages(articleOf(article(body), { knowledge })).map(({ image, trouble }) => [image.url, trouble.kind]);

describe('troubledImages', () => {
  const work = new CountedWork();

  for (const [address, kind] of [
    ['', 'empty'],
    ['C:/1.jpg', 'unsupported'],
    ['https://', 'malformed'],
    ['https://a.example.com/%/undefined', 'malformed'],
    ['data:text/html,1', 'badData'],
    ['https://p.example.com/?https://a.example.com/undefined', 'standIn'],
    ['http://p.example.com/?https://a.example.com/1.jpg', 'wrapped'],
    ['http://a.example.com/undefined', 'standIn'],
    ['http://a.example.com/1.jpg', 'insecure'],
    ['../../1.jpg', 'outside'],
    ['2.jpg', 'wrongCase'],
    ['3.jpg', 'missing'],
  ] as const) {
    it(`tells of ${JSON.stringify(address)} only the gravest: ${kind}`, () => {
      const files = {
        'news/2.jpg': { kind: 'otherCase', actual: 'news/2.JPG' },
        'news/3.jpg': { kind: 'missing' },
      } as const;
      assert.deepEqual(troubles(`<img src="${address}">`, { files }), [[address, kind]]);
    });
  }

  it('tells of one element once', () => {
    assert.deepEqual(troubles('<img src="/loading.gif" data-src="/1.jpg" data-original="/undefined">'), [
      ['/loading.gif', 'lazy'],
    ]);
    assert.deepEqual(troubles('<img src="/loading.gif" data-src="/undefined">'), [['/loading.gif', 'standIn']]);
    assert.deepEqual(troubles('<img data-src="/undefined">'), [['/undefined', 'standIn']]);
    assert.deepEqual(troubles('<img data-src="C:/1.jpg">'), [['C:/1.jpg', 'unsupported']]);
  });

  it('tells of a definition that several images share once', () => {
    assert.deepEqual(troubles('![a][r] ![b][r]\n\n[r]: http://a.example.com/1.jpg').length, 1);
  });

  it('takes a file for missing only where every place was looked at', () => {
    const at = (files: NonNullable<ArticleKnowledge['files']>) => troubles('![](/1.jpg)', { files });
    const gone = { kind: 'missing' } as const;
    const everywhere = { '1.jpg': gone, 'static/1.jpg': gone, 'public/1.jpg': gone, 'assets/1.jpg': gone };
    assert.deepEqual(at(everywhere), []);
    assert.deepEqual(at({ ...everywhere, 'source/1.jpg': gone }), [['/1.jpg', 'missing']]);
    assert.deepEqual(at({ ...everywhere, 'source/1.jpg': { kind: 'file' } }), []);
  });

  it('takes work in proportion to the images', async () => {
    const image = '<img src="/loading.gif" data-src="https://a.example.com/1.jpg" srcset="http://b.example.com/ 1x">\n';
    const found = await work.growsWithLength('troubledImages', 250, (size) => [article(image.repeat(size))]);
    assert.equal(found, 4000);
  });
});

describe('firstGoodAddress', () => {
  const first = (body: string, fields = ''): string | undefined => firstGoodAddress(articleOf(article(body, fields)));

  it('passes over images that are none', () => {
    const none =
      '![]() ![](C:/1.jpg) ![](/undefined) ![](https://) ![](../../1.jpg) ![](data:image/gif;base64,R0lGODlhAQABAAAAACw=)';
    assert.equal(first(none), undefined);
    assert.equal(first(`${none} ![](/1.jpg)`), '/1.jpg');
  });

  it('takes what would be shown with a small change', () => {
    assert.equal(first('![](http://a.example.com/1.jpg)'), 'http://a.example.com/1.jpg');
    assert.equal(first('<img src="/loading.gif" data-src="/1.jpg">'), '/1.jpg');
  });

  it('takes a field before the body, and nothing that only a script would show', () => {
    assert.equal(first('![](2.jpg)', 'headimg: 1.jpg\n'), '1.jpg');
    assert.equal(first('<img data-src="/1.jpg" src="/2.jpg">'), '/2.jpg');
  });
});
