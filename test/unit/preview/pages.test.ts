import assert from 'node:assert/strict';
import { load } from 'cheerio';
import { type ExportedArticle, exportArticle } from '../../../src/core/preview/exportArticle';
import { exportFileName, freeFileName } from '../../../src/core/preview/exportFileName';
import { webviewShell } from '../../../src/core/preview/webviewShell';
import { wordPlace } from '../../../src/core/preview/wordPlace';
import { attacks } from '../../webview/attackPayloads';
import { frontMatterAttacks } from '../../webview/frontMatterAttacks';

const shell = {
  cspSource: 'https://*.vscode-cdn.net',
  nonce: 'abc123',
  scriptUri: 'https://file.example.com/preview.js?a&b',
  styleUri: 'https://file.example.com/preview.css',
  images: 'own',
  language: 'zh-cn',
  title: '预览 <"x">',
  data: { strings: { close: '关闭' }, first: [] },
} as const;

const policyOf = (html: string): ReadonlyMap<string, string> => {
  const content = load(html)('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? '';
  return new Map(content.split('; ').map((part) => [part.replace(/ .*/, ''), part.replace(/^\S+ /, '')]));
};

describe('the page of the preview', () => {
  it('allows its own script, its own styles and nothing else', () => {
    const policy = policyOf(webviewShell(shell));
    assert.equal(policy.get('default-src'), "'none'");
    assert.equal(policy.get('script-src'), "'nonce-abc123'");
    assert.equal(policy.get('style-src'), shell.cspSource);
    assert.equal(policy.get('img-src'), `${shell.cspSource} data:`);
    assert.equal(policy.get('base-uri'), "'none'");
    assert.equal(policy.get('form-action'), "'none'");
    assert.doesNotMatch(webviewShell(shell), /unsafe/);
  });

  it('allows remote images where they are wanted', () => {
    assert.equal(
      policyOf(webviewShell({ ...shell, images: 'everywhere' })).get('img-src'),
      `${shell.cspSource} data: https: http:`,
    );
    assert.equal(policyOf(webviewShell({ ...shell, images: 'none' })).get('img-src'), undefined);
  });

  it('is written as HTML', () => {
    const $ = load(webviewShell(shell));
    assert.equal($('title').text(), shell.title);
    assert.equal($('script[src]').attr('src'), shell.scriptUri);
    assert.equal($('script[src]').attr('nonce'), 'abc123');
    assert.equal($('link').attr('href'), shell.styleUri);
  });
});

describe('what a page begins with', () => {
  const hostile = [
    ...attacks.map(({ body }) => body),
    ...frontMatterAttacks,
    '</script><script>pwned()</script>',
    '</SCRIPT\t/><img src=x onerror=pwned()>',
    '<!--<script>',
    '<!--<script></script>-->',
    ']]></script>',
    '\u2028</script\u2029>\0\ud800"\\',
  ];

  it('is read by its script as it was given', () => {
    for (const text of hostile) {
      const data = { strings: { close: text }, first: [{ kind: 'keep', state: { [text]: text } }] };
      const $ = load(webviewShell({ ...shell, data }));
      assert.deepEqual(JSON.parse($('#data').text()), data, text);
    }
  });

  it('stays in its element, whatever strangers have written in it', () => {
    const usual = load(webviewShell(shell));
    const shapeOf = ($: typeof usual): readonly string[] =>
      $('*')
        .toArray()
        .map((element) => `${$(element).prop('tagName')} ${JSON.stringify($(element).attr())}`);
    for (const text of hostile) {
      const $ = load(webviewShell({ ...shell, data: { strings: { close: text }, first: [{ [text]: text }] } }));
      assert.deepEqual(shapeOf($), shapeOf(usual), text);
    }
  });
});

describe('an exported article', () => {
  const words = { image: 'Image', listed: 'Not in this file' };
  const none = { embedded: new Map(), leftOut: new Map() };
  const bare = { title: 'x', details: [] };
  const reason = 'Not here';
  const pier = 'https://example.com/pier.jpg?a&b';
  const article: ExportedArticle = {
    head: {
      title: '灯塔 <script>x()</script>',
      details: ['北湾晚报 & Co', '2024-03-09'],
      link: { url: 'https://example.com/"x', text: 'Original' },
      image: 3,
    },
    html: '<p>text data-mg-image="0"</p><p><img alt="a &quot; b" data-mg-image="0" width="3"><img alt="" data-mg-image="9"></p><p>See <img alt="the <b>pier</b>" data-mg-image="8">.</p>',
    embedded: new Map([
      [0, 'data:image/png;base64,AAAA'],
      [3, 'data:image/jpeg;base64,BBBB'],
    ]),
    leftOut: new Map([
      [8, { reason, url: pier }],
      [9, { reason, url: 'drawings/old.tif' }],
      [10, { reason, url: pier }],
      [11, { reason: 'No URL' }],
    ]),
    words,
    language: 'zh-Hans',
  };
  const exported = exportArticle(article);
  const $ = load(exported);

  it('runs nothing and asks nobody for anything', () => {
    const policy = policyOf(exported);
    assert.equal(policy.get('default-src'), "'none'");
    assert.equal(policy.has('script-src'), false);
    assert.equal(policy.get('img-src'), 'data:');
    assert.doesNotMatch(exported, /\b(?:src|srcset|poster|background)="(?!data:)|url\(|@import/i);
    assert.equal($('script').length, 0);
  });

  it('holds its images', () => {
    assert.equal($('header img').attr('src'), 'data:image/jpeg;base64,BBBB');
    assert.deepEqual(
      $('p img')
        .toArray()
        .map(({ attribs }) => attribs.src),
      ['data:image/png;base64,AAAA'],
    );
    assert.equal($('p').eq(3).text(), 'text data-mg-image="0"');
  });

  it('says which it is without, and where they are', () => {
    assert.equal($('p').eq(4).text(), '[Image · Not here]');
    assert.equal($('p').eq(5).text(), 'See [the <b>pier</b> · Not here].');
    assert.equal($('p').eq(5).find('a').attr('href'), pier);
    assert.deepEqual(
      $('footer li')
        .toArray()
        .map((item) => $(item).text()),
      [pier, 'drawings/old.tif'],
    );
    assert.equal($('footer a').length, 1);
    assert.equal($('footer a').attr('href'), pier);
    assert.doesNotMatch(exportArticle({ head: bare, html: '', ...none, words }), /footer>/);
  });

  it('leads from an image within a link to both, the link and the image', () => {
    const html = '<p><a title="</a> <a x" href="https://example.com/page"><img alt="" data-mg-image="8"></a> after</p>';
    const page = load(exportArticle({ ...article, html }));
    assert.equal(page('p').eq(3).text(), '[Image] [Image · Not here] after');
    assert.deepEqual(
      page('p')
        .eq(3)
        .find('a')
        .toArray()
        .map((link) => [page(link).text(), page(link).attr('href')]),
      [
        ['[Image]', 'https://example.com/page'],
        ['Image', pier],
      ],
    );
  });

  it('shows the head image once, or says once that it is not there', () => {
    const headOf = (image: number, html: string): string => {
      const page = load(exportArticle({ ...article, head: { ...bare, image }, html }));
      return `${page('header img').length} ${page('header small').text()}`;
    };
    const embedded = new Map([...article.embedded, [4, 'data:image/jpeg;base64,BBBB']]);
    const repeated = load(exportArticle({ ...article, html: '<img alt="" data-mg-image="4">', embedded }));
    assert.equal(repeated('img').length, 1);
    assert.equal(headOf(10, ''), '0 [Image · Not here]');
    assert.equal(headOf(10, '<img alt="" data-mg-image="8">'), '0 ');
    assert.equal(headOf(11, '<img alt="" data-mg-image="8">'), '0 [Image · No URL]');
  });

  it('says what it is', () => {
    assert.equal($('h1').text(), '灯塔 <script>x()</script>');
    assert.equal($('title').text(), '灯塔 <script>x()</script>');
    assert.equal($('html').attr('lang'), 'zh-Hans');
    assert.equal(load(exportArticle({ head: bare, html: '', ...none, words }))('html').attr('lang'), 'und');
    assert.equal($('.detail').eq(0).text(), '北湾晚报 & Co');
    assert.equal($('.detail a').attr('href'), 'https://example.com/"x');
  });

  it('leaves a link out that is none', () => {
    const head = { ...bare, link: { url: 'javascript:x()', text: 'x' } };
    assert.doesNotMatch(exportArticle({ head, html: '', ...none, words }), /javascript/);
  });
});

describe('the file name of an exported article', () => {
  it('is the title, as every system takes it', () => {
    assert.equal(exportFileName('电车三号线：“会下沉的站台” 首次亮相？'), '电车三号线：“会下沉的站台” 首次亮相？');
    assert.equal(exportFileName(' ../A/B: "C" \n<d>|?* .'), 'A B C d');
    assert.equal(exportFileName('CON'), 'article CON');
    assert.equal(exportFileName('?\u202e'), 'article');
    assert.ok(Buffer.byteLength(exportFileName('長'.repeat(300))) <= 200);
    assert.equal(exportFileName(`${'a'.repeat(198)}😀`), 'a'.repeat(198));
  });

  it('is another than all others', () => {
    const taken = new Set(['rain.html']);
    assert.equal(freeFileName('Rain', 'html', taken), 'Rain (2).html');
    assert.equal(freeFileName('Rain', 'html', taken), 'Rain (3).html');
    assert.equal(freeFileName('Snow', 'html', taken), 'Snow.html');
  });
});

describe('the place of a word', () => {
  const text = '<p title="灯塔">看，<b>灯塔</b>和<a href="灯塔">灯塔</a></p>';

  it('is the one that was clicked', () => {
    const place = { start: 0, end: text.length, word: '灯塔' };
    const [, first = 0, , second = 0] = [...text.matchAll(/灯塔/g)].map(({ index }) => index);
    assert.deepEqual(wordPlace(text, { ...place, nth: 0 }), { start: first, end: first + 2 });
    assert.deepEqual(wordPlace(text, { ...place, nth: 1 }), { start: second, end: second + 2 });
    assert.deepEqual(wordPlace(text, { ...place, nth: 9 }), { start: second, end: second + 2 });
  });

  it('is the whole place where the word is not written as it is read', () => {
    assert.deepEqual(wordPlace('a &amp; b', { start: 0, end: 9, word: '&b' }), { start: 0, end: 9 });
    assert.deepEqual(wordPlace('short', { start: 2, end: 99 }), { start: 2, end: 5 });
  });
});
