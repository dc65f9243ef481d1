import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { readArticleText, readBodyText } from '../../../../src/core/article/articleText/readArticleText';
import { bodyKind } from '../../../../src/core/article/body/bodyKind';
import { hiddenTags } from '../../../../src/core/article/body/htmlTags';
import { findFrontMatter } from '../../../../src/core/article/frontMatterBlock';
import { projectRoot } from '../../../support/projectRoot';

const cases: readonly [what: string, body: string, text: string][] = [
  ['blocks on lines of their own', '<div><p>One</p><p>Two</p></div>', 'One\nTwo'],
  ['line breaks as blocks are', 'One<br>Two<br/><br>Three', 'One\nTwo\nThree'],
  ['inline tags as nothing', '<p>a <b>bo</b>ld <i>word</i></p>', 'a bold word'],
  ['white space collapsed', '<p>  a \n\t b&nbsp; c　d </p>', 'a b c d'],
  ['entities decoded', '<p>&lt;a&gt; &amp; &#x1F600;&copy &notit;</p>', '<a> & 😀© ¬it;'],
  ['what cannot be seen left out', '<p>a\u00adb\u200bc\ufeff</p>', 'abc'],
  ['scripts, styles and comments left out', '<p>a<script>x</script><!-- y --><style>z</style>b</p>', 'ab'],
  ['nested templates left out', '<p>a</p><template><template>x</template>y</template>b', 'a\nb'],
  ['pictures as a gap in the line', '<p>a<img src="x.png">b</p>', 'a b'],
  ['lines of what is preformatted', '<pre>one\n  two</pre>three four\nfive', 'one\ntwo\nthree four five'],
  ['cells of tables', '<table><tr><td>a<td>b</table>', 'a\nb'],
  ['cells of tables in Markdown', '| a | *b* |\n|:-|-:|\n| c | d |\n\ne', 'a\nb\nc\nd\ne'],
  ['a table right after a paragraph', 'one\na | b\n-|-\nc | d', 'one\na\nb\nc\nd'],
  ['a table in a quote', '> | a |\n> | - |\n> | b |', 'a\nb'],
  ['no cell that its table has no column for', '| a |\n| - |\n| b | c |', 'a\nb'],
  ['pipes in cells', '| a |\n| - |\n| b \\| c `d\\|e` |', 'a\nb | c d|e'],
  ['pipes that make no table', 'a | b\n\nc | d', 'a | b\nc | d'],
  ['Markdown paragraphs', 'One *two*\nthree\n\nfour', 'One two three\nfour'],
  ['Markdown escapes and references', 'a \\* b &amp; c &#x1F600; \\& d &nosuch; e', 'a * b & c 😀 & d &nosuch; e'],
  ['quotes and lists', '> one\n> two\n\n- a\n- b\n  c', 'one two\na\nb c'],
  ['an escaped mark of a quote', '> one\n> \\> two', 'one > two'],
  ['code', 'a `b  c`\n\n```js\nlet x;\n  y > z;\n```\n\n    four\n    five', 'a b c\nlet x;\ny > z;\nfour\nfive'],
  ['code in a quote', '> ```\n> x\n> y\n> ```', 'x\ny'],
  ['HTML in Markdown', 'One <b>two</b>\n\n<div>three<br>four</div>\n\nfive', 'One two\nthree\nfour\nfive'],
  ['HTML in a quote', '> <div>\n> a &lt; b\n> </div>', 'a < b'],
  ['hidden HTML in Markdown', 'One\n\n<script>\ntwo\n</script>\n\nthree', 'One\nthree'],
  ['links, pictures and definitions', '[one](http://x) ![alt](y.png) [two][r]\n\n[r]: http://z "t"', 'one two'],
  ['no address of a broken picture', 'a ![](https://e.com/abc-\ndef.png) b', 'a b'],
  ['hard breaks', 'one\\\ntwo  \nthree', 'one\ntwo\nthree'],
  ['nothing', '', ''],
];

describe('article text', () => {
  for (const [what, body, text] of cases) {
    it(`holds ${what}`, () => assert.equal(readArticleText(body).text, text));
  }

  it('does not hold front matter', () => {
    assert.equal(readArticleText("\n---\ntitle: 'x'\n---\n\n<p>Body</p>").text, 'Body');
  });

  it('counts code points, and keeps pairs whole', () => {
    const text = readArticleText('<p>a😀b</p><p>𠮷c</p>');
    assert.equal(text.length, 6);
    assert.equal(text.slice({ start: 1, end: 3 }), '😀b');
    assert.equal(text.slice({ start: 4, end: 6 }), '𠮷c');
  });

  it('knows where an entity, a break and what follows them are written', () => {
    const source = '<p>a&amp;b<br>c</p>';
    const text = readArticleText(source);
    const written = (start: number, end: number): string => {
      const range = text.sourceOf({ start, end });
      return source.slice(range.start, range.end);
    };
    assert.equal(text.text, 'a&b\nc');
    assert.equal(written(1, 2), '&amp;');
    assert.equal(written(0, 3), 'a&amp;b');
    assert.equal(written(2, 5), 'b<br>c');
    assert.deepEqual(text.textOf({ start: 5, end: 6 }), { start: 1, end: 2 });
    assert.deepEqual(text.textOf({ start: 9, end: 15 }), { start: 2, end: 5 });
    assert.equal(text.textOf({ start: 10, end: 14 }), undefined);
    assert.equal(text.textOf({ start: 0, end: 3 }), undefined);
  });

  it('knows where the cells of a table in Markdown are written', () => {
    const source = '> | 渡船🚢 | b \\| c |\r\n> |--|--|\r\n> | `d\\|e` | f &amp; g |\r\n\r\nh';
    const text = readArticleText(source);
    const written = (part: string): string => {
      const start = [...text.text.slice(0, text.text.indexOf(part))].length;
      const range = text.sourceOf({ start, end: start + [...part].length });
      assert.deepEqual(text.textOf(range), { start, end: start + [...part].length });
      return source.slice(range.start, range.end);
    };
    assert.equal(text.text, '渡船🚢\nb | c\nd|e\nf & g\nh');
    assert.equal(written('渡船🚢'), '渡船🚢');
    assert.equal(written('b | c'), 'b \\| c');
    assert.equal(written('d|e'), 'd\\|e');
    assert.equal(written('g\nh'), 'g |\r\n\r\nh');
    assert.equal(written('🚢\nb'), '🚢 | b');
  });

  for (const folder of ['quirks', 'sample']) {
    const root = join(projectRoot, 'test', 'fixtures', folder);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));

    it(`is the same as in a browser, space aside (${folder})`, () => {
      for (const file of files) {
        const source = readFileSync(join(root, file), 'utf8');
        const start = findFrontMatter(source).bodyStart;
        if (bodyKind(source, start) !== 'html') continue;
        const tree = load(source.slice(start), {}, false);
        assert.equal(seen(readBodyText(source, start).text), seen(treeText(tree.root()[0]?.children ?? [])), file);
      }
    });

    it(`maps every character there and back (${folder})`, () => {
      for (const file of files) {
        const source = readFileSync(join(root, file), 'utf8');
        const text = readArticleText(source);
        assert.doesNotMatch(text.text, /^\s|\s$|[ \n]{2}/, file);
        let before = 0;
        for (let at = 0; at < text.length; at++) {
          const character = text.slice({ start: at, end: at + 1 });
          const range = text.sourceOf({ start: at, end: at + 1 });
          assert.ok(range.start >= before, `${file}: ${at} is written before what it follows`);
          before = range.start;
          if (/\s/.test(character)) continue;
          const written = source.slice(range.start, range.end);
          if (written !== character) assert.match(written, /^(?:&.+;?|\\.|\u0000)$/u, `${file}: ${character}`);
          assert.deepEqual(text.textOf(range), { start: at, end: at + 1 }, `${file}: ${character} at ${at}`);
        }
      }
    });
  }
});

function seen(text: string): string {
  return text.replace(/[\s\p{Cc}\u00ad\u200b\u2060\ufeff]+/gu, '');
}

function treeText(nodes: readonly AnyNode[]): string {
  return nodes
    .map((node) => {
      if (isText(node)) return node.data;
      return isTag(node) && !hiddenTags.has(node.name) ? treeText(node.children) : '';
    })
    .join('');
}
