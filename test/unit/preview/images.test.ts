import assert from 'node:assert/strict';
import type { ImageTarget } from '../../../src/core/preview/preparedArticle';
import { localImagePaths, showImages } from '../../../src/core/preview/shownImage';
import { plain, prepared } from './prepared';

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP';
const remote = (url: string): ImageTarget => ({ kind: 'remote', url });
const local = (...candidates: string[]): ImageTarget => ({ kind: 'local', candidates });
const none = (reason: string): ImageTarget => ({ kind: 'none', reason }) as ImageTarget;
const far = 'https://img.example.com/a.jpg';

const cases: readonly (readonly [string, string, ImageTarget | undefined])[] = [
  ['a remote address', `<img src="${far}">`, remote(far)],
  ['an address without a scheme', '<img src="//img.example.com/a.jpg">', remote(far)],
  [
    'entities in an address',
    '<img src="https://x.example.com/?a=1&amp;b=2">',
    remote('https://x.example.com/?a=1&b=2'),
  ],
  ['a line break in an address', '<img src="https://img.example.com/\na.jpg">', remote(far)],
  ['a space in an address', '<img src="https://img.example.com/a b.jpg">', remote('https://img.example.com/a%20b.jpg')],
  ['two schemes', '<img src="https://https://x.example.com/a.jpg">', none('malformed')],
  ['no address', '<img alt="x">', none('empty')],
  ['an empty address', '<img src="">', none('empty')],
  ['a relative path', '<img src="../pictures/%E5%9B%BE.png">', local('2024/pictures/图.png')],
  [
    'a path from the root',
    '<img src="/a.png">',
    local('a.png', 'static/a.png', 'public/a.png', 'assets/a.png', 'source/a.png'),
  ],
  ['a path out of the archive', '<img src="../../../etc/passwd">', none('outside')],
  ['a path of Windows', '<img src="C:\\a.png">', none('unsupported')],
  ['a script', '<img src="javascript:x()">', none('unsupported')],
  ['a stand-in', '<img src="https://picsum.photos/400/300?random=4">', none('standIn')],
  ['a picture in the text', `<img src="${dot}">`, { kind: 'data', url: dot }],
  ['a broken picture in the text', '<img src="data:image/png;base64,§§">', none('badData')],
  ['a lazy address for a placeholder', `<img src="/img/loading.gif" data-src="${far}">`, remote(far)],
  ['a lazy address for a dot', `<img src="${dot}" data-original="${far}">`, remote(far)],
  ['a lazy address alone', `<img data-lazy-src="${far}">`, remote(far)],
  [
    'a lazy address beside a real one',
    `<img src="https://x.example.com/b.jpg" data-src="${far}">`,
    remote('https://x.example.com/b.jpg'),
  ],
  ['a switch that looks lazy', `<img src="${far}" data-lazy="true">`, remote(far)],
  ['a set of addresses alone', `<img srcset="${far} 1x, https://x.example.com/b.jpg 2x">`, remote(far)],
  ['a picture with sources', `<picture><source srcset="${far} 2x"><img></picture>`, remote(far)],
  ['an AMP image', `<amp-img src="${far}"></amp-img>`, remote(far)],
  ['a point', '<img src="https://x.example.com/b.gif" width="1" height="1">', undefined],
  ['a point by its style', '<img src="https://x.example.com/b.gif" style="width:1px; height:0px">', undefined],
  ['a known counter', '<img src="https://www.facebook.com/tr?id=1">', undefined],
];

describe('images of a prepared article', () => {
  for (const [name, html, target] of cases) {
    it(`resolve ${name}`, () => {
      const { images, blocked } = prepared(`<p>x${html}</p>`);
      assert.deepEqual(images[0]?.target, target);
      assert.deepEqual(
        blocked.map(({ kind }) => kind),
        target === undefined ? ['tracker'] : [],
      );
    });
  }

  it('are written without any address, with their size and their text', () => {
    const article = prepared(`<img src="${far}" alt='a "b"' width="640" height="400px" onerror="x()" srcset="y 2x">`);
    assert.equal(plain(article), '<img data-mg-image="0" alt="a &quot;b&quot;" width="640" height="400">');
  });

  it('show what is meant but written wrongly in Markdown', () => {
    const text = 'Text ![灯塔](https://example.com/abc-\ndef/1000) on.';
    const { images, html } = prepared(text);
    assert.deepEqual(images[0]?.target, none('malformed'));
    assert.equal(images[0]?.alt, '灯塔');
    assert.equal(
      text.slice(images[0]?.range.start, images[0]?.range.end),
      '![灯塔](https://example.com/abc-\ndef/1000)',
    );
    assert.ok(!html.includes('def/1000'));
  });

  it('name the head image, the first that can be shown', () => {
    const article = prepared(`---\ntitle: x\nheadimg: 'null'\nthumbnail: "${far}"\n---\n\n<p>x</p>`);
    const image = article.images[article.head.image ?? -1];
    assert.deepEqual(image?.target, remote(far));
  });

  it('are decided on when they are to be shown', () => {
    const article = prepared(
      `<p><img src="${far}"><img src="here.png"><img src="gone.png"><img></p><script>1</script>`,
    );
    assert.deepEqual(localImagePaths(article), ['2024/05/here.png', '2024/05/gone.png']);
    const found = new Map([['2024/05/here.png', 'vscode-resource:/here.png']]);
    const off = showImages(article, 'off', found);
    assert.deepEqual(
      off.images.map(({ src, reason }) => src ?? reason),
      ['remoteOff', 'vscode-resource:/here.png', 'missing', 'empty'],
    );
    assert.deepEqual(
      off.blocked.map(({ kind }) => kind),
      ['remoteImage', 'script'],
    );
    assert.equal(showImages(article, 'ask', found).images[0]?.reason, 'remoteAsk');
    assert.equal(showImages(article, 'untrusted', found).images[0]?.reason, 'remoteUntrusted');
    const load = showImages(article, 'load', found);
    assert.equal(load.images[0]?.src, far);
    assert.deepEqual(
      load.blocked.map(({ kind }) => kind),
      ['script'],
    );
  });
});
