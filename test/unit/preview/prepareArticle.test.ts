import assert from 'node:assert/strict';
import type { BlockedKind } from '../../../src/core/preview/preparedArticle';
import { plain, prepared } from './prepared';

const blockedCases: readonly (readonly [BlockedKind, string, string])[] = [
  ['script', '<script src="https://x.example.com/a.js"></script>', 'https://x.example.com/a.js'],
  ['handler', '<b onclick="x()">b</b>', 'onclick'],
  ['frame', '<iframe src="https://v.example.com/1"></iframe>', 'https://v.example.com/1'],
  ['plugin', '<object data="https://v.example.com/1.swf"></object>', 'https://v.example.com/1.swf'],
  ['plugin', '<embed src="movie.swf">', 'movie.swf'],
  ['form', '<form action="https://f.example.com/"><b>x</b></form>', 'https://f.example.com/'],
  ['refresh', '<meta http-equiv="Refresh" content="0;url=x">', 'meta'],
  ['base', '<base href="https://b.example.com/">', 'https://b.example.com/'],
  ['style', '<style>p{}</style>', 'style'],
  ['style', '<link rel=stylesheet href="https://c.example.com/x.css">', 'https://c.example.com/x.css'],
  ['graphic', '<svg onload="x()"></svg>', 'svg'],
  ['media', '<video poster="x.png"><source src="https://v.example.com/1.mp4"></video>', 'https://v.example.com/1.mp4'],
  ['link', '<a href=" JavaScript:x()">x</a>', 'JavaScript:x()'],
  ['tracker', '<img src="https://pixel.wp.com/b.gif">', 'https://pixel.wp.com/b.gif'],
];

describe('a prepared article', () => {
  for (const [kind, html, detail] of blockedCases) {
    it(`leaves out and tells of ${html}`, () => {
      for (const before of ['<p>文字</p>', 'Some *words* 🙂\n\n']) {
        const text = `---\ntitle: x\n---\n\n${before}${html}`;
        const article = prepared(text);
        const parts = article.blocked.filter((part) => part.kind === kind);
        assert.equal(parts.length, 1, JSON.stringify(article.blocked));
        const [part] = parts;
        assert.ok(part);
        assert.equal(part.detail, detail);
        assert.equal(text.slice(part.start, part.end), html);
        assert.doesNotMatch(
          article.html,
          /script|onclick|<iframe|<object|<embed|<form|<meta|<base|<style|<link|<svg|<video/i,
        );
      }
    });
  }

  it('keeps what a reader reads', () => {
    const html =
      '<h2 id="a">标题</h2><p dir="rtl" lang="ar">a <b>b</b> <i>c</i> <a href="https://x.example.com/?a=1&amp;b=2">d</a></p>' +
      '<table><tbody><tr><td colspan="2">e</td></tr></tbody></table><pre><code>f &lt; g</code></pre>';
    assert.equal(plain(prepared(html)), html.replace('">d', '" data-mg-link="0">d'));
  });

  it('keeps what stands in tags that it does not know', () => {
    assert.equal(plain(prepared('<p><font color=red>a <nobr>b</nobr></font> <x-y>c</x-y></p>')), '<p>a b c</p>');
  });

  it('hands style on to be cut where it is shown', () => {
    assert.equal(
      plain(prepared('<p style="color:red;text-align:center">x</p>')),
      '<p data-mg-css="color:red;text-align:center">x</p>',
    );
  });

  it('lays out Markdown with HTML in it', () => {
    const article = prepared(
      '# Title\n\nText <b>bold</b> ~~gone~~ https://example.com/bare.\n\n<div>\n\n*inside*\n\n</div>\n',
    );
    assert.equal(article.kind, 'markdown');
    assert.equal(
      plain(article),
      '<h1>Title</h1>\n<p>Text <b>bold</b> <s>gone</s> <a href="https://example.com/bare" data-mg-link="0">https://example.com/bare</a>.</p>\n<div>\n<p><em>inside</em></p>\n</div>',
    );
  });

  it('joins lines of Chinese without a space', () => {
    assert.equal(plain(prepared('这是一行\n又一行\nand one\nmore')), '<p>这是一行又一行\nand one\nmore</p>');
  });

  it('tells links apart', () => {
    const { links, html } = prepared(
      '<p><a href="https://a.example.com/x">1</a><a href="mailto:a@example.com">2</a><a href="../b%20c.md#d">3</a>' +
        '<a href="#note">4</a><a href="//b.example.com">5</a><a href="../../../x">6</a><a href="tel:1">7</a><a href="/a.md">8</a></p>',
    );
    assert.deepEqual(links, [
      { kind: 'web', url: 'https://a.example.com/x' },
      { kind: 'web', url: 'mailto:a@example.com' },
      { kind: 'local', candidates: ['2024/b c.md'], fragment: 'd' },
      { kind: 'web', url: 'https://b.example.com/' },
      { kind: 'local', candidates: ['a.md', 'static/a.md', 'public/a.md', 'assets/a.md', 'source/a.md'] },
    ]);
    assert.ok(html.includes('<a href="#note">4</a>'));
    assert.ok(html.includes('<a>6</a><a>7</a>'));
  });

  it('takes from the body what front matter does not say', () => {
    const { head } = prepared(
      '<h1>灯塔 &amp; 海</h1><p>原文链接：<a href="https://www.paper.example.com/1">here</a></p>',
    );
    assert.equal(head.title, '灯塔 & 海');
    assert.equal(head.titleFrom, 'heading');
    assert.equal(head.source, 'paper.example.com');
    assert.equal(head.link, 'https://www.paper.example.com/1');
    assert.equal(head.fault, 'missing');
  });

  it('says what front matter says', () => {
    const { head } = prepared(
      "---\ntitle: 'A &amp; B'\nauthor: Mara\nsource: Ledger\ndate: 2024-03-09 18:20:00\ncategories: [a, b]\nlink: https://x.example.com/1\n---\nx",
    );
    assert.deepEqual(head, {
      title: 'A & B',
      titleFrom: 'field',
      date: {
        kind: 'read',
        text: '2024-03-09 18:20:00',
        time: Date.UTC(2024, 2, 9, 10, 20),
        precision: 'time',
        from: 'field',
      },
      categories: ['a', 'b'],
      source: 'Ledger',
      author: 'Mara',
      link: 'https://x.example.com/1',
    });
  });

  it('counts, and tells the language by its script or its commonest words', () => {
    const { statistics, language } = prepared(
      '<p>今天的风很大，渡轮停航。 Two words. <img src="a.png"></p>'.repeat(50),
    );
    assert.equal(statistics.words, 50 * 12);
    assert.equal(statistics.images, 50);
    assert.equal(statistics.readingMinutes, 2);
    assert.equal(language, 'zh-Hans');
    assert.equal(prepared('這個國家的時間與過去的歷史，學會說話').language, 'zh-Hant');
    assert.equal(prepared('これは日本語の文章であり、ひらがなを使っています。').language, 'ja');
    assert.equal(prepared('The harbour was closed, and the ferries waited for the storm to pass.').language, 'en');
    assert.equal(prepared('Makala katika lugha ambayo herufi zake hazisemi ni ipi.').language, undefined);
    const links = '<p>https://x.example.com/watch?v=abcdefghijkl</p>'.repeat(20);
    assert.equal(
      prepared(`---\ntitle: 渡轮停航的这一天，港口怎么了\ndate: 2024-01-02\n---\n${links}`).language,
      'zh-Hans',
    );
    assert.equal(prepared(links).language, undefined);
    assert.equal(prepared('').statistics.readingMinutes, 0);
  });

  it('is plain, so that it can be sent', () => {
    const article = prepared('---\ntitle: x\n---\n<p>x <img src=a.png> <a href=b.md>y</a> <script></script></p>');
    assert.deepEqual(structuredClone(article), article);
    assert.deepEqual(JSON.parse(JSON.stringify(article)), article);
  });
});
