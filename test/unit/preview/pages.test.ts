import assert from 'node:assert/strict';
import { load } from 'cheerio';
import { exportArticle } from '../../../src/core/preview/exportArticle';
import { previewShell } from '../../../src/core/preview/previewShell';
import { wordPlace } from '../../../src/core/preview/wordPlace';

const shell = {
  cspSource: 'https://*.vscode-cdn.net',
  nonce: 'abc123',
  scriptUri: 'https://file.example.com/preview.js?a&b',
  styleUri: 'https://file.example.com/preview.css',
  remoteImages: 'off',
  language: 'zh-cn',
  title: '预览 <"x">',
} as const;

const policyOf = (html: string): ReadonlyMap<string, string> => {
  const content = load(html)('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? '';
  return new Map(content.split('; ').map((part) => [part.replace(/ .*/, ''), part.replace(/^\S+ /, '')]));
};

describe('the page of the preview', () => {
  it('allows its own script, its own styles and nothing else', () => {
    const policy = policyOf(previewShell(shell));
    assert.equal(policy.get('default-src'), "'none'");
    assert.equal(policy.get('script-src'), "'nonce-abc123'");
    assert.equal(policy.get('style-src'), shell.cspSource);
    assert.equal(policy.get('img-src'), `${shell.cspSource} data:`);
    assert.equal(policy.get('base-uri'), "'none'");
    assert.equal(policy.get('form-action'), "'none'");
    assert.doesNotMatch(previewShell(shell), /unsafe/);
  });

  it('allows remote images where they are wanted', () => {
    assert.equal(
      policyOf(previewShell({ ...shell, remoteImages: 'load' })).get('img-src'),
      `${shell.cspSource} data: https: http:`,
    );
    assert.equal(policyOf(previewShell({ ...shell, remoteImages: 'ask' })).get('img-src'), `${shell.cspSource} data:`);
  });

  it('is written as HTML', () => {
    const $ = load(previewShell(shell));
    assert.equal($('title').text(), shell.title);
    assert.equal($('script').attr('src'), shell.scriptUri);
    assert.equal($('script').attr('nonce'), 'abc123');
    assert.equal($('link').attr('href'), shell.styleUri);
  });
});

describe('an exported article', () => {
  const exported = exportArticle({
    head: {
      title: '灯塔 <script>x()</script>',
      details: ['北湾晚报 & Co', '2024-03-09'],
      link: { url: 'https://example.com/"x', text: 'Original' },
      image: 3,
    },
    html: '<p>text data-mg-image="0"</p><p><img alt="a &quot; b" data-mg-image="0" width="3"><img alt="" data-mg-image="9"></p>',
    images: new Map([
      [0, 'data:image/png;base64,AAAA'],
      [3, 'https://example.com/h.jpg'],
    ]),
    language: 'zh-Hans',
  });
  const $ = load(exported);

  it('runs nothing and asks nobody but for images', () => {
    const policy = policyOf(exported);
    assert.equal(policy.get('default-src'), "'none'");
    assert.equal(policy.has('script-src'), false);
    assert.equal($('script').length, 0);
  });

  it('holds its images', () => {
    assert.equal($('header img').attr('src'), 'https://example.com/h.jpg');
    assert.deepEqual(
      $('p img')
        .toArray()
        .map(({ attribs }) => attribs.src),
      ['data:image/png;base64,AAAA', undefined],
    );
    assert.equal($('p').eq(3).text(), 'text data-mg-image="0"');
  });

  it('says what it is', () => {
    assert.equal($('h1').text(), '灯塔 <script>x()</script>');
    assert.equal($('title').text(), '灯塔 <script>x()</script>');
    assert.equal($('html').attr('lang'), 'zh-Hans');
    assert.equal($('.detail').eq(0).text(), '北湾晚报 & Co');
    assert.equal($('.detail a').attr('href'), 'https://example.com/"x');
  });

  it('leaves a link out that is none', () => {
    const head = { title: 'x', details: [], link: { url: 'javascript:x()', text: 'x' } };
    assert.doesNotMatch(exportArticle({ head, html: '', images: new Map() }), /javascript/);
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
