import assert from 'node:assert/strict';
import { TextStatistics } from '../../../../src/core/article/body/textStatistics';
import { readBoth } from './places';

function count(...pieces: string[]): readonly [number, number] {
  const statistics = new TextStatistics();
  for (const piece of pieces) statistics.add(piece);
  return [statistics.words, statistics.characters];
}

describe('text statistics', () => {
  const cases: readonly [string, number, number][] = [
    ['', 0, 0],
    ['two words', 2, 8],
    ["it's the rock’n’roll", 3, 18],
    ['码头，码头。', 4, 6],
    ['码头pier码头', 5, 8],
    ['Привет, мир', 2, 10],
    ['cafe\u0301 naïve', 2, 10],
    ['한국어 글', 4, 4],
    ['ひらがなカタカナー', 9, 9],
    ['カーー', 3, 3],
    ['𠮷野家', 3, 3],
    ['a😀b', 2, 3],
    ['ｆｕｌｌ　ｗｉｄｔｈ', 2, 9],
    ['so\u00ADft zero\u200Bwidth', 2, 13],
    ['a\u00A0b\tc\r\nd', 4, 4],
    ['2021年11月', 4, 8],
    ['--- …', 0, 4],
  ];
  for (const [text, words, characters] of cases) {
    it(`counts ${JSON.stringify(text)}`, () => assert.deepEqual(count(text), [words, characters]));
  }

  it('goes on with a word that comes in pieces', () => assert.deepEqual(count('pi', 'er'), [1, 4]));

  it('takes a decoded entity above U+FFFF as one character', () => {
    const statistics = new TextStatistics();
    for (const half of [0xd842, 0xdfb7]) statistics.addCodePoint(half);
    assert.deepEqual([statistics.words, statistics.characters], [1, 1]);
  });

  const bodies: readonly [string, number, number][] = [
    ['<p>one</p><p>two</p>', 2, 6],
    ['<p>w<b>or</b>d</p>', 1, 4],
    ['<p>a<br>b<!-- c --><script>d</script><style>e</style></p>', 2, 2],
    ['<p>Tom &amp; Jerry&rsquo;s caf&eacute;&nbsp;&lt;&#x20BB7;</p>', 4, 17],
    ['<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>', 4, 4],
    ['<p>a <noscript>b</noscript><template>c<template>d</template></template><title>e</title> f</p>', 2, 2],
    ['<p title="not seen">seen</p>', 1, 4],
    ['# Title\n\nA *w*ord and `code` [link](https://example.com/) ![alt](b.png)\n', 6, 21],
    ['one\ntwo  \nthree\\\nfour\n\n- five\n- six\n', 6, 22],
    ['Text &amp; <b>bo</b>ld <script>no</script> <!-- no -->\n', 2, 9],
    ['<script>\n\nno\n\n</script> <p>yes</p>', 1, 3],
    ['```js\nlet a;\n```\n', 2, 5],
  ];
  for (const [body, words, characters] of bodies) {
    it(`counts what is seen of ${JSON.stringify(body)}`, () => {
      const { body: read } = readBoth(body);
      assert.deepEqual([read.words, read.characters], [words, characters]);
    });
  }
});
