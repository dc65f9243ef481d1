import assert from 'node:assert/strict';
import { activeContent as rule } from '../../../../src/core/problems/rules/body/activeContent';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { checkText, fixesOf, fixOf, placesOf } from '../../../support/checkText';

const head = '---\ntitle: 渡船 🚢\n---\n\n';

/** What is written, what is found in it, and what is left after the first fix. */
const found: readonly (readonly [written: string, found: string, fixed: string])[] = [
  ['<div>a<script>alert(1)</script>b</div>', '<script>alert(1)</script>', '<div>ab</div>'],
  [
    '<div>a<SCRIPT src="//x.example/a.js"></SCRIPT>b</div>',
    '<SCRIPT src="//x.example/a.js"></SCRIPT>',
    '<div>ab</div>',
  ],
  ['<div>字<script type="module">a</script></div>', '<script type="module">a</script>', '<div>字</div>'],
  ['<p onclick="go()" class="a">Six.</p>', 'onclick="go()"', '<p class="a">Six.</p>'],
  ["<p class='a'\n  onmouseover='go()'>Six.</p>", "onmouseover='go()'", "<p class='a'>Six.</p>"],
  ['<p onclick="go()"class="a">Six.</p>', 'onclick="go()"', '<p class="a">Six.</p>'],
  ['<img src=a.jpg ONERROR=go()>', 'ONERROR=go()', '<img src=a.jpg>'],
  [
    '<div><object data="a.swf"><embed src="a.swf"></object>b</div>',
    '<object data="a.swf"><embed src="a.swf"></object>',
    '<div>b</div>',
  ],
  ['<div><embed src="a.swf">b</div>', '<embed src="a.swf">', '<div>b</div>'],
  ['<form action="/go"><p>Six.</p></form>', '<form action="/go">', '<p>Six.</p>'],
  ['<div><meta http-equiv="Refresh" content="0">b</div>', '<meta http-equiv="Refresh" content="0">', '<div>b</div>'],
  [
    '<div><a class="b" href="javascript:void(0)">Six</a></div>',
    'javascript:void(0)',
    '<div><a class="b">Six</a></div>',
  ],
  ["<p><a href=' JavaScript:go()' id=b>Six</a></p>", 'JavaScript:go()', '<p><a id=b>Six</a></p>'],
  ['<p><a href="java&#115;cript:go()">Six</a></p>', 'java&#115;cript:go()', '<p><a>Six</a></p>'],
  ['At [the **quay**](javascript:void) today.', 'javascript:void', 'At the **quay** today.'],
  ['Six.\n\n<p onclick="go()">Seven</p>', 'onclick="go()"', 'Six.\n\n<p>Seven</p>'],
];

describe('body/active-content', () => {
  for (const [written, place, fixed] of found) {
    for (const lineBreak of ['\n', '\r\n']) {
      it(`finds ${JSON.stringify(place)} in ${JSON.stringify(written)} with ${JSON.stringify(lineBreak)}`, () => {
        const make = (body: string) => `${head}${body}\n`.replaceAll('\n', lineBreak);
        assert.deepEqual(placesOf(make(written), { rule }), [place]);
        const result = fixOf(make(written), { rule });
        assert.equal(result.text, make(fixed));
        assert.deepEqual(checkText(result.text, { rule }), []);
      });
    }
  }

  it('makes a link of a frame, or nothing', () => {
    const frame = '<iframe src="//video.example/1?a=1&amp;b=2" onload="go()"></iframe>';
    const text = `${head}<p>See ${frame}here.</p>`;
    assert.deepEqual(placesOf(text, { rule }), [frame]);
    const link = '<a href="https://video.example/1?a=1&amp;b=2">https://video.example/1?a=1&amp;b=2</a>';
    assert.equal(fixOf(text, { rule }).text, `${head}<p>See ${link} here.</p>`);
    assert.equal(fixOf(text, { rule, fix: 1 }).text, `${head}<p>See here.</p>`);
  });

  it('leaves frames and plug-ins to a person', () => {
    const text = `${head}<p>a</p><iframe src="https://video.example/"></iframe><embed src="a">`;
    assert.deepEqual(
      fixesOf(text, { rule })
        .flat()
        .map(({ isGuess }) => isGuess),
      [true, true, true],
    );
  });

  it('does not take the rest of the article for a script that never ends', () => {
    const text = `${head}<p>a</p><script>go() <p>b</p>`;
    assert.deepEqual(placesOf(text, { rule }), ['<script>']);
    assert.deepEqual(fixesOf(text, { rule }), [[]]);
  });

  it('finds both of two on one tag, and mends them one by one', () => {
    const text = `${head}<p onclick="a" onclick="b">Six</p>`;
    const fixes = fixesOf(text, { rule });
    assert.equal(
      applyEdits(
        text,
        fixes.flatMap(([first]) => first?.edits ?? []),
      ),
      `${head}<p>Six</p>`,
    );
  });

  for (const harmless of [
    '<p>The &lt;script&gt; tag</p>',
    '<script type="application/ld+json">{"a":1}</script>',
    '<!-- <script>go()</script> --><p>Six</p>',
    '<img alt="the "onward" ferry" src="a.jpg">',
    '<p one="1" only once on>Six</p>',
    '<p onclick>Six</p>',
    '<p title="onclick=\'go()\'">Six</p>',
    '<template><script>go()</script></template><p>Six</p>',
    '<meta charset="utf-8"><p>Six</p>',
    '<a href="/javascript:the-language">Six</a>',
    'Use `<script>` and\n\n    <script>go()</script>\n\n```\n<iframe>\n```\n',
    '<style>p { color: red }</style><p>Six</p>',
    '<input type="text"><button>Go</button>',
  ]) {
    it(`leaves ${JSON.stringify(harmless)} alone`, () =>
      assert.deepEqual(checkText(`${head}${harmless}\n`, { rule }), []));
  }
});
