import assert from 'node:assert/strict';
import { articleImages, localPaths, writtenAddress } from '../../../src/core/images/articleImages';
import { articleOf, type CheckOptions } from '../../support/checkText';
import { article, eachLineBreak, writtenIn } from '../../support/imageTexts';

const addresses = (text: string, options: CheckOptions = {}): readonly string[] =>
  articleImages(articleOf(text, options)).map(({ url }) => url);

describe('articleImages', () => {
  for (const [name, write] of Object.entries(writtenIn)) {
    it(`finds the place of an address in ${name}`, () => {
      for (const text of eachLineBreak(write('img/渡🚢.jpg'))) {
        const image = articleImages(articleOf(text)).find(({ url }) => url === 'img/渡🚢.jpg');
        assert.equal(image && text.slice(image.range.start, image.range.end), 'img/渡🚢.jpg');
        const element = text.slice(image?.element.start, image?.element.end);
        assert.ok(element.includes(name === 'a Markdown definition' ? '![渡船][码头]' : 'img/渡🚢.jpg'), element);
      }
    });
  }

  it('names the images of front matter first, in the order of the fields’ names', () => {
    const text = article('![](3.jpg)', 'thumbnail: 2.jpg\nheadimg: 1.jpg\n');
    assert.deepEqual(addresses(text), ['1.jpg', '2.jpg', '3.jpg']);
    assert.deepEqual(addresses(text, { settings: { imageFields: ['thumbnail'] } }), ['2.jpg', '3.jpg']);
    assert.deepEqual(addresses(text, { settings: { imageFields: [] } }), ['3.jpg']);
  });

  it('reads a value as its language does', () => {
    assert.deepEqual(addresses(article('', "headimg: 'it''s.jpg'\n")), ["it's.jpg"]);
    assert.deepEqual(addresses(article('', 'headimg: "a\\/b\\u0026\\"c\\".jpg"\n')), ['a/b&"c".jpg']);
    assert.deepEqual(addresses('{ "image": "https:\\/\\/a.example.com\\/?a=1\\u0026b=2" }\n'), [
      'https://a.example.com/?a=1&b=2',
    ]);
    assert.deepEqual(addresses(article('', 'photos: [1.jpg, "2.jpg"]\n')), ['1.jpg', '2.jpg']);
  });

  for (const [name, fields] of [
    ['nothing', "headimg:\nthumbnail: ''\ncover: null\nbanner: ~\nimage: []\n"],
    ['switches and numbers', 'cover: true\nbanner: False\nimage: 3\n'],
    ['mappings', 'image:\n  url: 1.jpg\nimages:\n  - url: 2.jpg\n    alt: a\n  - {src: 3.jpg}\n'],
    ['texts of several lines', 'image: |\n  1.jpg\n  2.jpg\n'],
    ['other fields', 'link: 1.jpg\nimager: 2.jpg\n'],
  ] as const) {
    it(`takes ${name} for no image`, () => assert.deepEqual(addresses(article('', fields)), []));
  }

  it('is made once for an article', () => {
    const one = articleOf(article('![](1.jpg)'));
    assert.equal(articleImages(one), articleImages(one));
  });
});

describe('writtenAddress', () => {
  const written = (text: string): readonly string[] => {
    const one = articleOf(text);
    return articleImages(one).map((image) => writtenAddress(one, image));
  };

  it('has the flaws that a browser mends', () => {
    assert.deepEqual(written(article('<img src="a\nb.jpg"><img src=" c d.jpg ">')), ['a\nb.jpg', 'c d.jpg']);
  });

  it('has entities, escapes and quotes as what they stand for', () => {
    assert.deepEqual(written(article('<img src="a?b&amp;c">')), ['a?b&c']);
    assert.deepEqual(written(article('<img src="a?b&amp;\nc">')), ['a?b&\nc']);
    assert.deepEqual(written(article('![](a\\(b.jpg)')), ['a(b.jpg']);
    assert.deepEqual(written(article('', "headimg: 'it''s.jpg'\n")), ["it's.jpg"]);
  });

  it('has only the beginning of a picture in the text', () => {
    const [address = ''] = written(article(`<img src="data:image/png;base64,${'A'.repeat(5000)}">`));
    assert.match(address, /^data:image\/png;base64,A+$/);
    assert.ok(address.length < 100);
  });
});

describe('localPaths', () => {
  it('names each path once, and none that is remote or outside', () => {
    const body =
      '![](1.jpg) <img src="1.jpg?v=2"> ![](../2.jpg) ![](/3.jpg) ![](../../4.jpg) ![](https://a.example.com/5.jpg)';
    const one = articleOf(article(body), { settings: { imageRoots: ['', 'static'] } });
    assert.deepEqual(localPaths(one), ['news/1.jpg', '2.jpg', '3.jpg', 'static/3.jpg']);
  });
});
