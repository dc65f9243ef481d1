import assert from 'node:assert/strict';
import { fixtureArticles, realArticles } from '../../support/articleTexts';
import { type Marked, marked, prepared } from './prepared';

const lines = (text: string, lineBreak: string): string => text.replaceAll('\n', lineBreak);
const sources = (found: readonly Marked[], tag: string): readonly string[] =>
  found.filter((one) => one.tag === tag).map(({ source }) => source);

const html = `---
title: 地方 📰
---

<div class="x">
<p>第一段，<b>粗体</b>。🙂</p>
<p>Second &amp; <img src="a.png" alt="x"> third<br>line</p>
<ul><li>one<li>two</ul>
<blockquote><h2>引文</h2></blockquote>
<table><tr><td>单元</td></tr></table>
</div>
`;

const markdown = `---
title: 地方 📰
---

# 标题 🙂

第一段有 ![图 one](a.png) 和 *强调*
第二行 ![two](b.png "title") 完。

> 引用 ![three](c.png)
> 继续 ![four](d.png)

- 项目 ![five](e.png)
  - 嵌套 <img src="f.png"> 尾

| 表 | 头 ![six](g.png) |
| --- | --- |
| ![same](h.png) | ![same](h.png) |

<div>
<p>块 <img src="i.png"></p>

段落 ![seven](j.png)

</div>

1. 数

   <figure><img src="k.png"></figure>

\`\`\`
![code](no.png)
\`\`\`
`;

describe('places in a prepared article', () => {
  for (const [name, lineBreak] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    for (const [mark, first] of [
      ['', ''],
      [' after a byte order mark', '\ufeff'],
      [' after blank lines', lineBreak],
    ] as const) {
      it(`are exact in HTML with ${name}${mark}`, () => {
        const text = first + lines(html, lineBreak);
        const found = marked(text, prepared(text));
        for (const { tag, source } of found) {
          assert.match(source, new RegExp(`^<${tag}\\b`), `${tag}: ${source}`);
          assert.match(source, /(?:>|one|two|line)$/, `${tag}: ${source}`);
        }
        assert.deepEqual(sources(found, 'img'), ['<img src="a.png" alt="x">']);
        assert.deepEqual(sources(found, 'br'), ['<br>']);
        assert.deepEqual(sources(found, 'li'), ['<li>one', '<li>two']);
        assert.deepEqual(sources(found, 'h2'), ['<h2>引文</h2>']);
        assert.deepEqual(sources(found, 'td'), ['<td>单元</td>']);
        assert.equal(sources(found, 'p')[0], '<p>第一段，<b>粗体</b>。🙂</p>');
      });

      it(`are exact in Markdown with ${name}${mark}`, () => {
        const text = first + lines(markdown, lineBreak);
        const found = marked(text, prepared(text));
        assert.deepEqual(sources(found, 'img'), [
          '![图 one](a.png)',
          '![two](b.png "title")',
          '![three](c.png)',
          '![four](d.png)',
          '![five](e.png)',
          '<img src="f.png">',
          '![six](g.png)',
          '![same](h.png)',
          '![same](h.png)',
          '<img src="i.png">',
          '![seven](j.png)',
          '<img src="k.png">',
        ]);
        assert.deepEqual(sources(found, 'h1'), ['# 标题 🙂']);
        assert.deepEqual(sources(found, 'figure'), ['<figure><img src="k.png"></figure>']);
        assert.deepEqual(sources(found, 'blockquote'), [
          lines('> 引用 ![three](c.png)\n> 继续 ![four](d.png)', lineBreak),
        ]);
        assert.deepEqual(sources(found, 'pre'), [lines('```\n![code](no.png)\n```', lineBreak)]);
        assert.ok(sources(found, 'p').includes('<p>块 <img src="i.png"></p>'));
      });
    }
  }

  it('tell the two cells of one row apart', () => {
    const text = '| a | b |\n| - | - |\n| ![s](h.png) | ![s](h.png) |\n';
    const [one, two] = prepared(text).images;
    assert.ok(one && two);
    assert.equal(one.range.start, text.indexOf('![s]'));
    assert.equal(two.range.start, text.lastIndexOf('![s]'));
  });

  it('are never those that an article makes up', () => {
    const { html: written } = prepared('<p data-mg-start="1" data-mg-end="2" data-mg-image="0">x</p>');
    assert.equal(written, '<p data-mg-start="0" data-mg-end="60">x</p>');
    const inMarkdown = prepared('text <b data-mg-start="1" data-mg-css="x">b</b>').html;
    assert.equal(inMarkdown, '<p data-mg-start="0" data-mg-end="47">text <b>b</b></p>\n');
  });

  it('lie in the document, in all articles there are', () => {
    for (const { path, text } of [...fixtureArticles(), ...realArticles()]) {
      const article = prepared(text, path);
      for (const [, start, end] of article.html.matchAll(/data-mg-start="(\d+)" data-mg-end="(\d+)"/g)) {
        assert.ok(Number(start) <= Number(end) && Number(end) <= text.length, `${path}: ${start} ${end}`);
      }
      for (const { range } of article.images) assert.ok(range.end <= text.length, path);
      if (article.kind !== 'html') continue;
      for (const { tag, source } of marked(text, article)) {
        assert.ok(
          tag === 'span' || source.toLowerCase().startsWith(tag === 'img' ? '<' : `<${tag}`),
          `${path}: ${tag} ${source}`,
        );
      }
    }
  });
});
