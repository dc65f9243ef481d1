import assert from 'node:assert/strict';
import { cut, imagesIn, linksIn, readBoth } from './places';

describe('images and links of HTML', () => {
  const cases: readonly [string, string, string[][]][] = [
    ['a plain image', '<p>码头😀<img src="a.png"></p>', [['a.png', 'a.png', 'src']]],
    [
      'no quotes, single quotes, capitals',
      "<IMG SRC=a.png><Img Src = 'b.png'/>",
      [
        ['a.png', 'a.png', 'src'],
        ['b.png', 'b.png', 'src'],
      ],
    ],
    ['entities', '<img src="a?b&amp;c&copy=1&#x41;">', [['a?b&amp;c&copy=1&#x41;', 'a?b&c&copy=1A', 'src']]],
    ['spaces around and inside', '<img src="  a b.png\n ">', [['a b.png', 'a b.png', 'src']]],
    [
      'a line break inside',
      '<img src="https://e.com/abc-\r\n  def.png">',
      [['https://e.com/abc-\r\n  def.png', 'https://e.com/abc-  def.png', 'src']],
    ],
    ['attributes that hold >', '<img alt="a > b" src="x.png" title=\'<img src="no">\'>', [['x.png', 'x.png', 'src']]],
    [
      'attributes that touch',
      '<img alt="the "old" pier" title="x"src="a.png"data-src=/b>',
      [
        ['a.png', 'a.png', 'src'],
        ['/b', '/b', 'lazy data-src'],
      ],
    ],
    ['the first of two equal attributes', '<img src="a.png" SRC="b.png">', [['a.png', 'a.png', 'src']]],
    [
      'an empty address',
      '<img src=""><img src>',
      [
        ['', '', 'src'],
        ['', '', 'src'],
      ],
    ],
    [
      'lazy attributes beside their placeholder',
      '<img src="l.gif" data-src="a.png" data-lazy="true" _src=\'/b\' data-original=//c/d>',
      [
        ['l.gif', 'l.gif', 'src'],
        ['a.png', 'a.png', 'lazy data-src'],
        ['/b', '/b', 'lazy _src'],
        ['//c/d', '//c/d', 'lazy data-original'],
      ],
    ],
    [
      'srcset',
      '<img srcset=" a.png 1x,\n b,c.png 2x , data:image/gif;base64,AA== 3x,d.png, e?f&amp;g 100w">',
      [
        ['a.png', 'a.png', 'srcset'],
        ['b,c.png', 'b,c.png', 'srcset'],
        ['data:image/gif;base64,AA==', 'data:image/gif;base64,AA==', 'srcset'],
        ['d.png', 'd.png', 'srcset'],
        ['e?f&amp;g', 'e?f&g', 'srcset'],
      ],
    ],
    [
      'picture, video, input and SVG',
      '<picture><source srcset="a.webp"><img src=b.png></picture><video src=no.mp4 poster=c.png><source src=no></video>' +
        '<input type=IMAGE src=d.png><input src=no><svg><image xlink:href="e.png"/></svg>',
      [
        ['a.webp', 'a.webp', 'srcset'],
        ['b.png', 'b.png', 'src'],
        ['c.png', 'c.png', 'poster'],
        ['d.png', 'd.png', 'input src'],
        ['e.png', 'e.png', 'svg xlink:href'],
      ],
    ],
    [
      'nothing of comments, scripts, templates and the like',
      '<p><!-- <img src=a> --><script>"<img src=b>"</script><style><img src=c></style><template><img src=d></template>' +
        '<noscript><img src=e></noscript><textarea><img src=f></textarea><iframe><img src=g></iframe>&lt;img src=h><img src=yes>',
      [['yes', 'yes', 'src']],
    ],
    ['what follows CDATA', '<p><![CDATA[<b><img src=yes>]]>', [['yes', 'yes', 'src']]],
    [
      'what follows a script that is closed like an empty tag',
      '<p><script src=a /><img src=no></script><img src=yes>',
      [['yes', 'yes', 'src']],
    ],
    ['no tag that never ends', '<p><img src=yes><img src="no', [['yes', 'yes', 'src']]],
  ];
  for (const [name, body, expected] of cases) {
    it(`finds ${name}`, () => assert.deepEqual(imagesIn(body), expected));
    it(`finds ${name} (CRLF)`, () => {
      const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n');
      assert.deepEqual(
        imagesIn(crlf(body), '\r\n😀码\r\n').map(([written, url]) => [written, url]),
        expected.map(([written = '', url]) => [crlf(written), url]),
      );
    });
  }

  it('tells the whole tag, its alt text and how many pictures there are', () => {
    const { text, body } = readBoth('<p><img src=a data-src=b.png alt="A &amp; b"><img src=c></p>');
    assert.deepEqual(
      body.images.map(({ element, alt }) => [cut(text, element), alt]),
      [
        ['<img src=a data-src=b.png alt="A &amp; b">', 'A & b'],
        ['<img src=a data-src=b.png alt="A &amp; b">', 'A & b'],
        ['<img src=c>', undefined],
      ],
    );
    assert.equal(body.pictures, 2);
  });

  it('keeps little of a data: address', () => {
    const { text, body } = readBoth(`<img src=" data:image/png;base64,${'A'.repeat(1_000_000)}">`);
    const [image] = body.images;
    assert.ok(image);
    assert.equal(image.url.length, 64);
    assert.equal(cut(text, image.range).length, 1_000_022);
  });

  it('finds links with what they say', () => {
    assert.deepEqual(
      linksIn(
        '<p><a href="https://e.com/?a&amp;b">One\n  <b>link</b></a> <a name=no>x</a><a href=#c><img src=d></a><a href=e>unclosed<a href=f>next</a>',
      ),
      [
        ['https://e.com/?a&amp;b', 'https://e.com/?a&b', 'One link'],
        ['#c', '#c', undefined],
        ['e', 'e', 'unclosed'],
        ['f', 'f', 'next'],
      ],
    );
  });

  it('takes the first heading that says something', () => {
    assert.equal(
      readBoth('<h3>no</h3><h1><img src=a></h1><h2>A <b>&amp;</b>\n  b</h2><h1>c</h1>').body.heading,
      'A & b',
    );
    assert.equal(readBoth('<p>none</p>').body.heading, undefined);
  });
});
