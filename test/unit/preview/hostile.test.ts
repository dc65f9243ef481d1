import assert from 'node:assert/strict';
import { leastOwnTime } from '../../support/ownTime';
import { prepared } from './prepared';

const many = 30_000;

/** Bodies that would hold a careless reader up. */
const hostile: Readonly<Record<string, string>> = {
  'deep tags': '<div>'.repeat(many),
  'deep tags that close': `${'<div>'.repeat(many)}x${'</div>'.repeat(many)}`,
  'deep formatting': `<p>${'<b>'.repeat(many)}x`,
  'formatting before blocks': `<p>${'<b><i>'.repeat(200)}${'<p>x'.repeat(5000)}`,
  'attributes without end': `<p ${Array.from({ length: many }, (_, index) => `a${index}=1`).join(' ')}>x`,
  'open tags': '<'.repeat(many),
  'open comments': '<p><!--'.repeat(many),
  'open tables': '<table>'.repeat(many),
  'open links': '<a href=x>'.repeat(many),
  'many images': '<img src=a.png>'.repeat(many),
  'many handlers': '<p onclick=x>'.repeat(many),
  'a long address': `<img src="https://x.example.com/${'a'.repeat(many)}"><a href="${'b'.repeat(many)}">x</a>`,
  'a long style': `<p style="${'a:b;'.repeat(many)}">x</p>`,
  'a large picture': `<img src="data:image/png;base64,${'A'.repeat(1_500_000)}">`,
  brackets: 'x '.concat('['.repeat(many * 4)),
  'open images': 'x '.concat('![a]('.repeat(many)),
  'broken images': 'x '.concat('![a](https://x.example.com/a '.repeat(many)),
  'deep quotes': `${'> '.repeat(many)}x`,
  'deep lists': `${'- '.repeat(many)}x`,
  emphasis: 'x *a_'.repeat(many),
  backticks: Array.from({ length: 400 }, (_, index) => '`'.repeat(index)).join(' '),
  'tags in Markdown': `x ${'<b>'.repeat(many)}`,
  'tags in a long line of Markdown': `x ${'<b>y</b> '.repeat(20_000)}`,
  'images in a long line of Markdown': `x ${'![a](b.png) '.repeat(20_000)}`,
  'a wide table': `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n${'|![a](b)'.repeat(5000)}|\n`,
  'a table with escaped bars': `|a|b|\n|-|-|\n${'|![a](b)\\|c|![a](b)\\|d|\n'.repeat(3000)}`,
  references: '[a]: b\n'.repeat(many),
  entities: `<p>${'&amp;&#x4e00;'.repeat(many)}`,
};

describe('preparing a hostile body', () => {
  for (const [name, body] of Object.entries(hostile)) {
    it(`takes no longer for ${name}`, () => {
      let html = '';
      // Far above what it takes: what grows with the square takes minutes.
      const most = 1500;
      const took = leastOwnTime(most, 3, () => {
        html = prepared(`---\ntitle: x\n---\n\n${body}`).html;
      });
      assert.ok(took < most, `${Math.round(took)} ms`);
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
