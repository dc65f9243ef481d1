import assert from 'node:assert/strict';
import { CountedWork } from '../../support/work/countedWork';
import { prepared } from './prepared';

/** Bodies that would hold a careless reader up. */
const hostile: Readonly<Record<string, (size: number) => string>> = {
  'deep tags': (size) => '<div>'.repeat(size),
  'deep tags that close': (size) => `${'<div>'.repeat(size)}x${'</div>'.repeat(size)}`,
  'deep formatting': (size) => `<p>${'<b>'.repeat(size)}x`,
  'formatting before blocks': (size) => `<p>${'<b><i>'.repeat(200)}${'<p>x'.repeat(size / 6)}`,
  'attributes without end': (size) => `<p ${Array.from({ length: size }, (_, index) => `a${index}=1`).join(' ')}>x`,
  'open tags': (size) => '<'.repeat(size),
  'open comments': (size) => '<p><!--'.repeat(size),
  'open tables': (size) => '<table>'.repeat(size),
  'open links': (size) => '<a href=x>'.repeat(size),
  'many images': (size) => '<img src=a.png>'.repeat(size),
  'many handlers': (size) => '<p onclick=x>'.repeat(size),
  'a long address': (size) =>
    `<img src="https://x.example.com/${'a'.repeat(size)}"><a href="${'b'.repeat(size)}">x</a>`,
  'a long style': (size) => `<p style="${'a:b;'.repeat(size)}">x</p>`,
  'a large picture': (size) => `<img src="data:image/png;base64,${'A'.repeat(size * 50)}">`,
  brackets: (size) => 'x '.concat('['.repeat(size * 4)),
  'open images': (size) => 'x '.concat('![a]('.repeat(size)),
  'broken images': (size) => 'x '.concat('![a](https://x.example.com/a '.repeat(size)),
  'deep quotes': (size) => `${'> '.repeat(size)}x`,
  'deep lists': (size) => `${'- '.repeat(size)}x`,
  emphasis: (size) => 'x *a_'.repeat(size),
  backticks: (size) =>
    Array.from({ length: Math.ceil(Math.sqrt(size * 5)) }, (_, index) => '`'.repeat(index)).join(' '),
  'tags in Markdown': (size) => `x ${'<b>'.repeat(size)}`,
  'tags in a long line of Markdown': (size) => `x ${'<b>y</b> '.repeat(size)}`,
  'images in a long line of Markdown': (size) => `x ${'![a](b.png) '.repeat(size)}`,
  'a wide table': (size) => `${'|a'.repeat(size / 6)}|\n${'|-'.repeat(size / 6)}|\n${'|![a](b)'.repeat(size / 6)}|\n`,
  'a table with escaped bars': (size) => `|a|b|\n|-|-|\n${'|![a](b)\\|c|![a](b)\\|d|\n'.repeat(size / 10)}`,
  references: (size) => '[a]: b\n'.repeat(size),
  entities: (size) => `<p>${'&amp;&#x4e00;'.repeat(size)}`,
};

describe('preparing a hostile body', () => {
  const work = new CountedWork();

  for (const [name, body] of Object.entries(hostile)) {
    it(`takes no more work than its length calls for: ${name}`, async () => {
      const html = await work.growsWithLength('prepare', 1_000, (size) => [`---\ntitle: x\n---\n\n${body(size)}`]);
      assert.ok(html.length < 10_000_000, `${html.length} characters`);
      assert.ok(depthOf(html) <= 120, `${depthOf(html)} deep`);
    });
  }

  it('says that it shows text only', () => {
    const { limited, html, blocked, statistics } = prepared(
      `${'<div>'.repeat(60_000)}<p>灯塔 &amp; 海</p><p>two<script>x()</script>`,
    );
    assert.equal(limited, 'plain');
    assert.match(html, /^<p data-mg-start="\d+" data-mg-end="\d+">灯塔 &amp; 海<\/p>\n<p[^>]*>two<\/p>\n$/);
    assert.deepEqual(
      blocked.map(({ kind }) => kind),
      ['script'],
    );
    assert.equal(statistics.words, 4);
  });

  it('cuts a body that is far too long', () => {
    assert.equal(prepared('<br>'.repeat(160_000)).limited, 'cut');
  });
});

function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)/g)) {
    if (/^(?:br|col|hr|img|wbr)$/.test(name)) continue;
    depth += slash === '/' ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
