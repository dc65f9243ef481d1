import assert from 'node:assert/strict';
import { cut, imagesIn, linksIn, readBoth } from './places';

describe('images and links of Markdown', () => {
  const cases: readonly [string, string, string[][]][] = [
    ['a plain image', '码头😀 ![a](b.png "title") text', [['b.png', 'b.png', 'markdown']]],
    ['angle brackets', '![a](<b c.png>)', [['b c.png', 'b c.png', 'markdown']]],
    ['brackets in the address', '![a](b_(c).png)', [['b_(c).png', 'b_(c).png', 'markdown']]],
    ['entities and escapes', '![a](b?c&amp;d\\_e)', [['b?c&amp;d\\_e', 'b?c&d_e', 'markdown']]],
    ['no address at all', 'x ![a]()', [['', '', 'markdown']]],
    [
      'references',
      '![a][r] ![r][] ![r]\n\n[r]: <https://e.com/b.png>\n',
      Array<string[]>(3).fill(['https://e.com/b.png', 'https://e.com/b.png', 'reference']),
    ],
    ['an image in a link', '[![a](b.png)](c.html)', [['b.png', 'b.png', 'markdown']]],
    [
      'lists, quotes',
      '- a\n  - ![](b.png)\n\n> ![](c.png)\n',
      [
        ['b.png', 'b.png', 'markdown'],
        ['c.png', 'c.png', 'markdown'],
      ],
    ],
    [
      'HTML in between',
      'text <img src="a&amp;b"> text\n\n<div>\n<img data-src="c.png">\n</div>\n\n![](d.png)',
      [
        ['a&amp;b', 'a&b', 'src'],
        ['c.png', 'c.png', 'lazy data-src'],
        ['d.png', 'd.png', 'markdown'],
      ],
    ],
    [
      'nothing in code, comments, escapes',
      'x `![](a)`\n\n```\n![](b)\n```\n\n    ![](c)\n\n<!--\n![](d)\n-->\n\n\\![](e)\n\n![](yes)',
      [['yes', 'yes', 'markdown']],
    ],
    [
      'an address broken over lines',
      '![](https://e.com/abc-\ndef/1000)',
      [['https://e.com/abc-\ndef/1000', 'https://e.com/abc-def/1000', 'markdown']],
    ],
    [
      'an address with a space',
      '![a](https://e.com/two words.jpg)',
      [['https://e.com/two words.jpg', 'https://e.com/two words.jpg', 'markdown']],
    ],
    ['no broken address in code', 'x `![](https://e.com/a\nb)`\n\n```\n![](https://e.com/a\nb)\n```\n', []],
    [
      'no broken address over a blank line or in prose',
      '![](https://e.com/a\n\nb)\n\n![](see https://e.com/ below)',
      [],
    ],
  ];
  for (const [name, body, expected] of cases) {
    it(`finds ${name}`, () => assert.deepEqual(imagesIn(body), expected));
    it(`finds ${name} (CRLF)`, () => {
      const crlf = (text: string) => text.replaceAll('\n', '\r\n');
      assert.deepEqual(
        imagesIn(crlf(body)),
        expected.map(([written = '', ...rest]) => [crlf(written), ...rest]),
      );
    });
  }

  it('says what is broken, and does not count it as text', () => {
    const { text, body } = readBoth('one ![alt](https://e.com/a-\nb) two ![](https://e.com/c d.png)\n');
    assert.deepEqual(
      body.images.map(({ element, alt, brokenOverLines, brokenBySpace }) => [
        cut(text, element),
        alt,
        brokenOverLines,
        brokenBySpace,
      ]),
      [
        ['![alt](https://e.com/a-\nb)', 'alt', true, undefined],
        ['![](https://e.com/c d.png)', undefined, undefined, true],
      ],
    );
    assert.deepEqual([body.words, body.characters], [2, 6]);
  });

  it('finds links of every kind', () => {
    assert.deepEqual(
      linksIn('[a *b*](c "d") <https://e.com/f> [g][h] see (https://e.com/i_j.) <a href="k">l</a>\n\n[h]: m'),
      [
        ['c', 'c', 'a b'],
        ['https://e.com/f', 'https://e.com/f', 'https://e.com/f'],
        ['m', 'm', 'g'],
        ['https://e.com/i_j', 'https://e.com/i_j', 'https://e.com/i_j'],
        ['k', 'k', 'l'],
      ],
    );
  });

  it('tells places right after a byte order mark', () => {
    assert.deepEqual(imagesIn('\uFEFF![](a.png)', ''), [['a.png', 'a.png', 'markdown']]);
  });

  const headings: readonly [string, string | undefined][] = [
    ['text\n\n## A *b* `c` ##\n\n# D', 'A b c'],
    ['Under\nlined\n===', 'Under lined'],
    ['text\n\n<h2>HTML</h2>\n\n# D', 'HTML'],
    ['----\ntitle: no heading\n----\n\n# D', 'D'],
    ['```\n# no\n```', undefined],
  ];
  for (const [body, heading] of headings) {
    it(`takes the first heading of ${JSON.stringify(body)}`, () => assert.equal(readBoth(body).body.heading, heading));
  }
});
