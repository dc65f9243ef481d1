import assert from 'node:assert/strict';
import type { HttpRequest } from '../../../../src/core/host/http';
import { AddressPolicy } from '../../../../src/core/images/remote/addressPolicy';
import { isCannotFetch } from '../../../../src/core/images/remote/cannotFetch';
import type { FetchTools } from '../../../../src/core/images/remote/fetchWhole';
import { downloadImage, planLocalise } from '../../../../src/core/images/remote/localiseImage';
import { nearestSnapshot, snapshotDate, snapshotFix } from '../../../../src/core/images/remote/webSnapshot';
import { inEnglish } from '../../../../src/core/text/message';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { articleOf } from '../../../support/checkText';
import { FakeClock } from '../../../support/fakeClock';
import { type FakeAnswer, FakeHttp } from '../../../support/fakeHttp';
import { pictures } from '../../../support/pictures';

const png = pictures.png();
const pier = 'https://img.news.org/pier.png';
const body = `<p>a</p><img src="//img.news.org/pier.png" srcset="${pier} 2x"><img src="https://img.news.org/other.jpg">`;
const text = `---\ntitle: Pier\ndate: 2014-06-01T10:00:00Z\nheadimg: '${pier}'\n---\n\n${body}\n`;

const toolsWith = (answer: (request: HttpRequest) => FakeAnswer) => {
  const http = new FakeHttp(new FakeClock(), answer);
  const tools: FetchTools = {
    http,
    policy: new AddressPolicy([]),
    userAgent: 'test',
    signal: new AbortController().signal,
  };
  return { http, tools };
};

describe('saving an image beside its article', () => {
  const download = (answer: (request: HttpRequest) => FakeAnswer) =>
    downloadImage({ url: pier }, toolsWith(answer).tools);

  it('puts one file there, named by its content, and points every place to it', async () => {
    const image = await download(() => ({ body: png }));
    assert.match(image.name, /^image-[\da-f]{16}\.png$/);
    const fix = planLocalise(articleOf(text, { path: 'news/2014/pier.md' }), [image]) ?? assert.fail();
    assert.equal(inEnglish(fix.title), `Save the image as ${image.name}`);
    assert.deepEqual(fix.files, [{ path: `news/2014/${image.name}`, bytes: png }]);
    const { name } = image;
    assert.equal(
      applyEdits(text, fix.edits),
      text
        .replace(`headimg: '${pier}'`, `headimg: '${name}'`)
        .replace('//img.news.org/pier.png', name)
        .replace(`${pier} 2x`, `${name} 2x`),
    );
  });

  it('gives the same bytes the same name, and others another', async () => {
    const [one, same, other] = [png, png, pictures.png(9, 9)].map((bytes) => download(() => ({ body: bytes })));
    assert.equal((await one)?.name, (await same)?.name);
    assert.notEqual((await one)?.name, (await other)?.name);
    assert.match((await download(() => ({ body: pictures.jpeg() }))).name, /\.jpg$/);
  });

  it('changes nothing in an article without the image', async () => {
    const image = await download(() => ({ body: png }));
    assert.equal(planLocalise(articleOf('---\ntitle: A\n---\n\n<p>a</p>\n'), [image]), undefined);
  });

  it('takes nothing but a whole image', async () => {
    await assert.rejects(
      download(() => ({ status: 404 })),
      /The server answers 404/,
    );
    await assert.rejects(
      download(() => ({ body: new TextEncoder().encode('<html>') })),
      /no image/,
    );
    await assert.rejects(
      download(() => ({ body: png.subarray(0, 60) })),
      /cut off/,
    );
    await assert.rejects(
      download(() => ({ body: png, end: 'dropped' })),
      /broke off/,
    );
    await assert.rejects(
      download(() => ({ body: png, end: 'enough' })),
      /larger than 32768 KB/,
    );
  });

  it('says why nothing came in words that can be translated', async () => {
    const asked = download(() => ({ fault: { kind: 'connectionRefused' } }));
    const { reason } = await asked.then(
      () => assert.fail('there is an image'),
      (error: unknown) => (isCannotFetch(error) ? error : assert.fail(String(error))),
    );
    assert.deepEqual(reason.template, 'The server {0} accepts no connections.');
    assert.equal(inEnglish(reason), `The server ${new URL(pier).hostname} accepts no connections.`);
  });

  it('follows redirects, but to no private address and not for ever', async () => {
    const image = await download(({ url }) =>
      url === pier ? { status: 302, headers: { location: '/elsewhere.png' } } : { body: png },
    );
    assert.equal(image.url, pier);
    await assert.rejects(
      download(() => ({ status: 302, headers: { location: 'http://192.168.0.1/' } })),
      /192\.168\.0\.1 is in a private network/,
    );
    await assert.rejects(
      download(() => ({ status: 302, headers: { location: pier } })),
      /more than 10 times/,
    );
  });
});

describe('a snapshot of a web archive', () => {
  const endpoint = 'https://archive.news.org/available?x=1';
  const answer = (closest: unknown): FakeAnswer => ({
    body: new TextEncoder().encode(JSON.stringify({ archived_snapshots: { closest } })),
  });
  const closest = {
    available: true,
    url: 'http://web.archive.org/web/20140602101112/https://img.news.org/pier.png',
    timestamp: '20140602101112',
    status: '200',
  };

  it('is asked for by the address and the date of the article, and used as the image itself', async () => {
    const article = articleOf(text);
    const { http, tools } = toolsWith(() => answer(closest));
    const snapshot = (await nearestSnapshot(pier, snapshotDate(article), endpoint, tools)) ?? assert.fail();
    assert.equal(
      http.seen[0]?.url,
      'https://archive.news.org/available?x=1&url=https%3A%2F%2Fimg.news.org%2Fpier.png&timestamp=20140601100000',
    );
    const [image] = article.body.images;
    assert.ok(image !== undefined);
    const fix = snapshotFix(image, snapshot);
    assert.equal(inEnglish(fix.title), 'Use the snapshot of 2014-06-02 from a web archive');
    assert.ok(
      applyEdits(text, fix.edits).includes(
        '<img src="https://web.archive.org/web/20140602101112im_/https://img.news.org/pier.png"',
      ),
    );
  });

  it('is none where the archive has none, or answers nonsense', async () => {
    const ask = (given: FakeAnswer) => nearestSnapshot(pier, undefined, endpoint, toolsWith(() => given).tools);
    for (const none of [
      undefined,
      {},
      { ...closest, available: false },
      { ...closest, url: 'javascript:a' },
      { ...closest, timestamp: '1' },
    ]) {
      assert.equal(await ask(answer(none)), undefined);
    }
    assert.equal(await ask({ body: new TextEncoder().encode('<html>') }), undefined);
    await assert.rejects(ask({ status: 503 }), /The server answers 503/);
  });
});
