import assert from 'node:assert/strict';
import type { HttpRequest } from '../../../../src/core/host/http';
import type { ImageVerdict } from '../../../../src/core/images/remote/imageVerdict';
import type { RemoteImage } from '../../../../src/core/images/remote/remoteImage';
import {
  defaultRemoteSettings,
  type RemoteCheckOptions,
  type RemoteCheckResult,
  RemoteImageChecker,
} from '../../../../src/core/images/remote/remoteImageChecker';
import { defaultRequestPolicy, type RequestPolicy } from '../../../../src/core/images/remote/requestPolicy';
import { retryAfter } from '../../../../src/core/images/remote/retryWait';
import { VerdictCache } from '../../../../src/core/images/remote/verdictCache';
import { FakeClock } from '../../../support/fakeClock';
import { type FakeAnswer, FakeHttp, shownImage } from '../../../support/fakeHttp';

const many = (count: number, host = 'img.news.org') =>
  Array.from({ length: count }, (_, index) => ({ url: `https://${host}/${index}.png` }));

interface Checked {
  readonly result: RemoteCheckResult;
  readonly http: FakeHttp;
  readonly clock: FakeClock;
}

/** Lets a check run to its end, however long that takes by its own clock. */
async function check(
  images: readonly RemoteImage[] | AsyncIterable<readonly RemoteImage[]>,
  answer: (request: HttpRequest, before: number, clock: FakeClock) => FakeAnswer,
  requestPolicy: Partial<RequestPolicy> = {},
  latency = 0,
  options: Partial<RemoteCheckOptions> = {},
): Promise<Checked> {
  const clock = new FakeClock();
  const http = new FakeHttp(clock, (request, before) => answer(request, before, clock), latency);
  const settings = { ...defaultRemoteSettings, requestPolicy: { ...defaultRequestPolicy, ...requestPolicy } };
  const checker = new RemoteImageChecker(http, clock, await VerdictCache.open(), settings);
  let result: RemoteCheckResult | undefined;
  const batches = Symbol.asyncIterator in images ? images : [images];
  const running = checker.check(batches, { signal: new AbortController().signal, ...options }).then((value) => {
    result = value;
  });
  while (result === undefined) await clock.pass(1000);
  await running;
  return { result, http, clock };
}

const verdictOf = ({ result }: Checked, at = 0) => [...result.verdicts.values()][at];
const waits = ({ http }: Checked) =>
  http.seen.slice(1).map(({ time }, index) => time - (http.seen[index]?.time ?? Number.NaN));

describe('the requestPolicy of a check', () => {
  it('keep the limits in all and for each host, and use them', async () => {
    const images = [...many(60, 'a.news.org'), ...many(60, 'b.news.org'), ...many(60, 'c.news.org')];
    const { http, result } = await check(images, shownImage, { inAll: 7, perHost: 3, spacing: 0 }, 20);
    assert.equal(result.verdicts.size, 180);
    for (const host of ['a', 'b', 'c']) assert.equal(http.mostAtOnce.get(`${host}.news.org`), 3);
    assert.equal(http.mostAtOnce.get('all'), 7);
  });

  it('space the requests to one host, and only those', async () => {
    const images = [...many(20, 'a.news.org'), ...many(20, 'b.news.org')];
    const { http } = await check(images, shownImage, { spacing: 50 });
    for (const host of ['a.news.org', 'b.news.org']) {
      const times = http.seen.filter(({ url }) => url.includes(host)).map(({ time }) => time);
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      assert.equal(Math.min(...gaps), 50, host);
      assert.equal(Math.max(...gaps), 50, host);
    }
  });

  it('ask for the head first, and no more once a server has shown that it sends parts', async () => {
    const { http } = await check(many(20), shownImage, { perHost: 1 });
    assert.deepEqual(
      http.seen.slice(0, 3).map(({ method }) => method),
      ['HEAD', 'GET', 'GET'],
    );
    assert.equal(http.seen.filter(({ method }) => method === 'HEAD').length, 1);
    assert.equal(http.seen[1]?.headers.range, 'bytes=0-16383');
    assert.match(http.seen[1]?.headers['user-agent'] ?? '', /^Marginalia/);
    assert.ok(http.seen.every(({ headers }) => headers.referer === undefined));
  });

  it('let a slow host hold up nobody else', async () => {
    const slow = many(40, 'slow.news.org');
    const order: string[] = [];
    await check(
      [...slow, ...many(40, 'fast.news.org')],
      (request) => shownImage(request),
      { inAll: 12, perHost: 2, spacing: 0 },
      5,
      { onVerdict: (url) => order.push(url.includes('slow') ? 'slow' : 'fast') },
    );
    assert.ok(order.lastIndexOf('fast') > 40 && order.indexOf('fast') < 12, order.join(' '));
  });
});

describe('repetitions', () => {
  const image = many(1);

  it('wait longer each time for a server that fails, and then say so', async () => {
    const checked = await check(image, ({ method }) => (method === 'HEAD' ? { status: 405 } : { status: 503 }));
    assert.deepEqual(waits(checked), [50, 1000, 2000, 4000]);
    assert.deepEqual([verdictOf(checked)?.kind, verdictOf(checked)?.status], ['serverError', 503]);
  });

  it('end with the first answer that will do', async () => {
    const checked = await check(image, (request, before) => (before < 3 ? { status: 502 } : shownImage(request)));
    assert.equal(checked.http.seen.length, 4);
    assert.equal(verdictOf(checked)?.kind, 'ok');
  });

  it('follow silence and broken connections, but no connection that was refused, and no missing name', async () => {
    const count = async (fault: Extract<FakeAnswer, { fault: unknown }>['fault']) =>
      (await check(image, () => ({ fault }))).http.seen.length;
    assert.equal(await count({ kind: 'timedOut', phase: 'headers' }), 4);
    assert.equal(await count({ kind: 'dropped' }), 4);
    assert.equal(await count({ kind: 'connectionRefused' }), 1);
    assert.equal(await count({ kind: 'nameNotFound' }), 1);
    assert.equal(await count({ kind: 'tls', code: 'CERT_HAS_EXPIRED' }), 1);
  });

  it('wait as long as the server asks, in seconds or until a time, with all requests to it', async () => {
    const until = (clock: FakeClock) => new Date(clock.now() + 5000).toUTCString();
    for (const asked of [() => '5', until]) {
      const { http } = await check(
        many(3),
        (request, before, clock) =>
          before === 0 && request.url.includes('/0')
            ? { status: 429, headers: { 'retry-after': asked(clock) } }
            : shownImage(request),
        { perHost: 1, spacing: 0 },
      );
      const times = http.seen.map(({ time }) => time - (http.seen[0]?.time ?? 0));
      assert.equal(times[0], 0);
      assert.ok(
        times.slice(1).every((time) => time >= 4999 && time <= 5001),
        times.join(),
      );
    }
  });

  it('back off from "too many requests" by half a second and then more', async () => {
    const checked = await check(image, () => ({ status: 429 }));
    assert.deepEqual(waits(checked), [500, 1000, 2000]);
    assert.equal(verdictOf(checked)?.kind, 'refused');
  });

  it('leave a server alone that asks for more patience than there is', async () => {
    const checked = await check(image, () => ({ status: 503, headers: { 'retry-after': '3600' } }));
    assert.equal(checked.http.seen.length, 1);
    assert.deepEqual([verdictOf(checked)?.cause, verdictOf(checked)?.detail], ['waitTooLong', '3600']);
  });

  it('are not made for each image of a server that fails for all of them', async () => {
    const { http, result } = await check(many(50), () => ({ status: 500 }), { perHost: 1, spacing: 0 });
    assert.equal(result.verdicts.size, 50);
    // Each at least once by HEAD or GET, and those that wait by then once more.
    assert.ok(http.seen.length <= 50 * 2 + 20, String(http.seen.length));
  });

  it('are not made at all for a server that is not there: one image is enough to know', async () => {
    const { http, result } = await check(
      [...many(500, 'gone.news.org'), ...many(1)],
      (request) => (request.url.includes('gone') ? { fault: { kind: 'nameNotFound' } } : shownImage(request)),
      { perHost: 2 },
    );
    assert.equal([...result.verdicts.values()].filter(({ cause }) => cause === 'nameNotFound').length, 500);
    assert.ok(http.seen.filter(({ url }) => url.includes('gone')).length <= 4);
  });

  it('try once with the site of the article where a server forbids, and never before', async () => {
    const answer = (request: HttpRequest): FakeAnswer =>
      request.headers.referer === undefined ? { status: 403 } : shownImage(request);
    const site = 'https://www.news.org/';
    const allowed = await check([{ ...many(1)[0], url: 'https://img.news.org/a.png', site }], answer);
    assert.deepEqual(
      allowed.http.seen.map(({ headers }) => headers.referer),
      [undefined, undefined, site],
    );
    assert.deepEqual([verdictOf(allowed)?.kind, verdictOf(allowed)?.needsReferrer], ['ok', true]);
    const forbidden = await check([{ url: 'https://img.news.org/a.png', site }], () => ({ status: 403 }));
    assert.equal(forbidden.http.seen.length, 3);
    assert.equal(verdictOf(forbidden)?.kind, 'refused');
  });
});

describe('Retry-After', () => {
  it('is seconds or a date, and nothing else', () => {
    const now = Date.UTC(2026, 0, 1);
    assert.equal(retryAfter('120', now), 120_000);
    assert.equal(retryAfter(' 0 ', now), 0);
    assert.equal(retryAfter(new Date(now + 3000).toUTCString(), now), 3000);
    assert.equal(retryAfter(new Date(now - 3000).toUTCString(), now), 0);
    for (const text of ['', 'soon', '-5', undefined]) assert.equal(retryAfter(text, now), undefined, text);
  });
});

describe('a run', () => {
  it('asks for each address once, however often it is named', async () => {
    const { http, result } = await check([...many(3), ...many(3), ...many(3)], shownImage, { perHost: 1 });
    assert.equal(result.total, 3);
    assert.equal(http.seen.filter(({ method }) => method === 'GET').length, 3);
  });

  it('asks for what it has while others are still looked for', async () => {
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    async function* batches(): AsyncGenerator<readonly RemoteImage[], void> {
      yield many(1);
      await asked;
      yield many(3);
    }
    const { result } = await check(batches(), (request) => {
      isAsked();
      return shownImage(request);
    });
    assert.deepEqual([result.end, result.total, result.done], ['done', 3, 3]);
  });

  it('fails as the search for images does, and asks no more', async () => {
    const stop = new AbortController();
    async function* batches(): AsyncGenerator<readonly RemoteImage[], void> {
      yield many(1);
      throw new Error('The folder is gone.');
    }
    const checker = new RemoteImageChecker(
      { request: (_, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', reject)) },
      new FakeClock(),
      await VerdictCache.open(),
      defaultRemoteSettings,
    );
    await assert.rejects(checker.check(batches(), { signal: stop.signal }), /The folder is gone/);
  });

  it('looks for an image that is not shown at its other addresses, and counts only what it was given', async () => {
    const told: string[] = [];
    const images = [{ url: 'http://img.news.org/a.png' }, { url: 'http://img.news.org/b.png' }];
    const onVerdict = (url: string, { kind }: ImageVerdict, siblingOf: readonly string[]): void => {
      told.push([url, kind, ...siblingOf].join(' '));
    };
    const settled: string[] = [];
    const onSettled = (url: string): void => {
      settled.push(`${url} after ${told.some((line) => line.startsWith('https:')) ? 'its sibling' : 'nothing else'}`);
    };
    const { result } = await check(
      images,
      (request) => (request.url === 'http://img.news.org/a.png' ? { status: 404 } : shownImage(request)),
      {},
      0,
      { onVerdict, onSettled },
    );
    assert.deepEqual(settled, [
      'http://img.news.org/b.png after nothing else',
      'http://img.news.org/a.png after its sibling',
    ]);
    assert.deepEqual(told.toSorted(), [
      'http://img.news.org/a.png gone',
      'http://img.news.org/b.png ok',
      'https://img.news.org/a.png ok http://img.news.org/a.png',
    ]);
    assert.deepEqual([result.total, result.done, result.broken, result.verdicts.size], [2, 2, 1, 3]);
  });

  it('knows of an image that it was given after it had been asked as another address of one before', async () => {
    async function* batches(): AsyncGenerator<readonly RemoteImage[], void> {
      yield [{ url: 'http://img.news.org/a.png' }];
      await known;
      yield [{ url: 'https://img.news.org/a.png' }];
    }
    let isKnown: () => void = () => undefined;
    const known = new Promise<void>((resolve) => {
      isKnown = resolve;
    });
    const { result, http } = await check(
      batches(),
      (request) => (request.url.startsWith('https') ? shownImage(request) : { status: 404 }),
      {},
      0,
      { onVerdict: (url) => url.startsWith('https') && isKnown() },
    );
    assert.deepEqual([result.total, result.done, result.broken], [2, 2, 1]);
    assert.equal(http.seen.filter(({ url, method }) => url.startsWith('https') && method === 'GET').length, 1);
  });

  it('that is stopped keeps what it knows', async () => {
    const stop = new AbortController();
    const { result } = await check(many(20), shownImage, { perHost: 1, spacing: 10 }, 5, {
      signal: stop.signal,
      onProgress: ({ done }) => done === 7 && stop.abort(new Error('enough')),
    });
    assert.equal(result.end, 'stopped');
    assert.equal(result.verdicts.size, 7);
    assert.deepEqual([result.total, result.done], [20, 7]);
  });

  it('says nothing of images when there is no network', async () => {
    const hosts = ['a', 'b', 'c', 'd'].flatMap((name) => many(30, `${name}.news.org`));
    for (const kind of ['nameNotFound', 'nameLookup', 'noRoute'] as const) {
      const fault = kind === 'nameNotFound' ? { kind } : { kind, code: 'X' };
      const { result } = await check(hosts, () => ({ fault }));
      assert.equal(result.end, 'offline', kind);
      assert.equal(result.verdicts.size, 0, kind);
    }
  });

  it('believes that names are gone as soon as any server answers, also late', async () => {
    const dead = ['a', 'b', 'c', 'd'].flatMap((name) => many(3, `${name}.news.org`));
    const { result } = await check([...dead, ...many(1, 'late.news.org')], (request, before) =>
      !request.url.includes('late')
        ? { fault: { kind: 'nameNotFound' } }
        : before < 2
          ? { fault: { kind: 'timedOut', phase: 'headers' } }
          : { status: 404 },
    );
    assert.equal(result.end, 'done');
    assert.equal([...result.verdicts.values()].filter(({ kind }) => kind === 'unreachable').length, 12);
    assert.equal(result.verdicts.get('https://late.news.org/0.png')?.kind, 'gone');
  });

  it('never follows a redirect to where it must not ask', async () => {
    const targets = [
      'http://127.0.0.1/a',
      'http://[::1]/a',
      'http://0x7f.1/a',
      'http://router.local/a',
      'https://example.com/a',
    ];
    for (const location of targets) {
      const checked = await check(many(1), () => ({ status: 302, headers: { location } }));
      assert.equal(verdictOf(checked)?.kind, 'skipped', location);
      assert.equal(checked.http.seen.length, 1, location);
    }
  });

  it('says where redirects for good lead, up to the first that holds only for now', async () => {
    const steps: Readonly<Record<string, FakeAnswer>> = {
      '/0.png': { status: 301, headers: { location: '/1.png' } },
      '/1.png': { status: 308, headers: { location: 'https://cdn.news.org/2.png#x' } },
      '/2.png': { status: 302, headers: { location: '/3.png' } },
    };
    const checked = await check(many(1), (request) => steps[new URL(request.url).pathname] ?? shownImage(request));
    const { kind, movedTo, answeredBy } = verdictOf(checked) ?? {};
    assert.deepEqual(
      [kind, movedTo, answeredBy],
      ['moved', 'https://cdn.news.org/2.png', 'https://cdn.news.org/3.png'],
    );
  });
});
