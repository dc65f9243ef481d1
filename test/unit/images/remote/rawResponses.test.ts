import assert from 'node:assert/strict';
import { HttpError, type HttpFault, type HttpResponse } from '../../../../src/core/host/http';
import { NodeHttpClient } from '../../../../src/node/remoteImages/nodeHttpClient';
import { eventually } from '../../../support/eventually';
import { imageDomain, resolveToLoopback } from '../../../support/imageServer';
import { type RawResponse, RawServer } from '../../../support/rawServer';

interface Read {
  readonly status: number;
  readonly body: string;
  readonly end: string;
}

interface Wanted {
  readonly method: 'GET' | 'HEAD';
  readonly mostBytes: number;
}

const usual: Wanted = { method: 'GET', mostBytes: 1000 };

const raw = (headers: string, body: string, status = '200 OK'): string => `HTTP/1.1 ${status}\r\n${headers}\r\n${body}`;
const plain = raw('Content-Length: 2\r\n', 'ok');

describe('a response', () => {
  let server: RawServer;
  let client: NodeHttpClient;
  let next: RawResponse;

  beforeEach(async () => {
    server = await RawServer.start(() => next);
    client = new NodeHttpClient({
      allowPrivateHosts: [`*.${imageDomain}`],
      resolve: resolveToLoopback,
      proxy: { environment: {} },
    });
  });
  afterEach(async () => {
    client.dispose();
    await server.close();
  });

  const get = (response: RawResponse, wanted: Wanted = usual): Promise<HttpResponse> => {
    next = response;
    const url = `http://raw.${imageDomain}:${server.port}/a.png`;
    return client.request({ url, headers: {}, ...wanted }, new AbortController().signal);
  };
  const read = async (response: RawResponse, wanted?: Wanted): Promise<Read> => {
    const { status, body, end } = await get(response, wanted);
    return { status, body: Buffer.from(body).toString('latin1'), end };
  };
  const faultOf = (response: RawResponse): Promise<HttpFault> =>
    get(response).then(
      ({ status }) => assert.fail(`there is a response: ${status}`),
      (error: unknown) => (error instanceof HttpError ? error.fault : assert.fail(String(error))),
    );
  /** Whether the next request uses the connection of the one before. */
  const isReused = async (): Promise<boolean> => {
    const before = server.connections;
    assert.equal((await read({ text: plain })).body, 'ok');
    return server.connections === before;
  };

  it('is read in pieces of any size', async () => {
    const texts = [
      raw('Content-Length: 11\r\n', 'all of this'),
      raw('Transfer-Encoding: chunked\r\n', '4\r\nall \r\n7;why=not\r\nof this\r\n0\r\nTrailer: x\r\n\r\n'),
      `HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n${raw('content-length:11\r\n', 'all of this')}`,
    ];
    for (const text of texts) {
      for (const pieces of [1, 2, 3, 7, 50, 1000]) {
        const wanted = { status: 200, body: 'all of this', end: 'whole' };
        assert.deepEqual(await read({ text, pieces }), wanted, `${pieces}: ${text}`);
      }
    }
    assert.equal(server.connections, 1);
  });

  it('that no strict parser takes is read as browsers read it, on a connection that is closed then', async () => {
    const texts = [
      raw('Content-Length: 2\r\n', 'ok').replaceAll('\r\n', '\n'),
      raw('X-Long: a\r\n\tb\r\nContent-Length: 2\r\n', 'ok'),
      raw('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n', '2\r\nok\r\n0\r\n\r\n'),
      raw('Transfer-Encoding: chunked\r\n', '2  \r\nok\r\n0  \r\n\r\n'),
    ];
    for (const text of texts) {
      const before = server.requests.length;
      assert.deepEqual(await read({ text }), { status: 200, body: 'ok', end: 'whole' }, text);
      assert.deepEqual(
        server.requests.slice(before).map((head) => /^connection: (.*)\r$/im.exec(head)?.[1]),
        ['keep-alive', 'close'],
      );
      assert.equal(await isReused(), false, text);
    }
  });

  it('has no body for a head alone, or where its status says so', async () => {
    const lengthy = raw('Content-Length: 5000\r\n', '');
    assert.deepEqual(await read({ text: lengthy, pieces: 9 }, { method: 'HEAD', mostBytes: 0 }), {
      status: 200,
      body: '',
      end: 'whole',
    });
    assert.ok(await isReused());
    const unchanged = raw('Content-Length: 5000\r\n', '', '304 Not Modified');
    assert.deepEqual(await read({ text: unchanged }), { status: 304, body: '', end: 'whole' });
    assert.ok(await isReused());
  });

  it('goes on until the connection ends where it names no length', async () => {
    const text = raw('Connection: keep-alive\r\n', 'all of');
    assert.deepEqual(await read({ text, ending: 'end' }), { status: 200, body: 'all of', end: 'whole' });
    assert.equal((await read({ text, ending: 'reset' })).end, 'dropped');
  });

  it('is cut where the connection ends before its length or its last chunk', async () => {
    for (const headers of ['Content-Length: 12\r\n', 'Transfer-Encoding: chunked\r\n']) {
      assert.equal((await read({ text: raw(headers, '6\r\nall of'), ending: 'end' })).end, 'dropped', headers);
    }
  });

  it('is read no further than is asked for, and its connection closed', async () => {
    const few: Wanted = { method: 'GET', mostBytes: 4 };
    const texts = [
      raw('Content-Length: 9000\r\n', 'all of'),
      raw('', 'all of'),
      raw('Transfer-Encoding: chunked\r\n', '6\r\nall of\r\n'),
    ];
    for (const text of texts) {
      assert.deepEqual(await read({ text, pieces: 3 }, few), { status: 200, body: 'all ', end: 'enough' }, text);
      await eventually('the connection is closed', () => server.open === 0);
    }
  });

  it('is the last on a connection that its server closes', async () => {
    for (const text of [
      raw('Content-Length: 3\r\nConnection: close\r\n', 'abc'),
      raw('Content-Length: 3\r\nConnection: close\r\n', 'abcdef'),
      raw('Content-Length: 3\r\n', 'abc').replace('1.1', '1.0'),
    ]) {
      assert.deepEqual(await read({ text }), { status: 200, body: 'abc', end: 'whole' }, text);
      assert.equal(await isReused(), false, text);
    }
  });

  it('is never taken from what came after the one before', async () => {
    for (const text of [
      raw('Content-Length: 3\r\n', 'abcHTTP/1.1 200 OK\r\n'),
      raw('Content-Length: 3\r\n', `abc${raw('Content-Length: 2\r\n', 'no')}`),
      raw('Transfer-Encoding: chunked\r\n', `3\r\nabc\r\n0\r\n\r\n${raw('Content-Length: 2\r\n', 'no')}`),
    ]) {
      assert.deepEqual(await read({ text }), { status: 200, body: 'abc', end: 'whole' }, text);
      assert.equal((await read({ text: plain })).body, 'ok', text);
    }
  });

  it('that comes before its request is for none', async () => {
    const first = raw('Content-Length: 3\r\n', 'abc');
    // What follows comes in a piece of its own, while nobody waits for anything.
    await read({ text: `${first}${raw('Content-Length: 2\r\n', 'no')}`, pieces: first.length });
    await eventually('all is sent', () => server.sent === 1);
    assert.equal((await read({ text: plain })).body, 'ok');
  });

  it('keeps headers by names in lower case, the first of those that can only be said once', async () => {
    const headers = 'LOCATION: /a \r\nLocation: /b\r\nVia: one\r\nVia:two\r\n__proto__: x\r\nContent-Length: 0\r\n';
    const response = await get({ text: raw(headers, '') });
    assert.deepEqual({ ...response.headers }, { location: '/a', via: 'one, two', 'content-length': '0' });
    assert.equal(Object.getPrototypeOf(response.headers), null);
  });

  it('is none where something else is said', async () => {
    const others: readonly (readonly [string, string])[] = [
      ['SSH-2.0-OpenSSH_9.9\r\n', 'SSH-2.0-OpenSSH_9.9'],
      ['\x16\x03\x01\x02\x00\x01', 'bytes'],
      [`${'x'.repeat(20_000)}\r\n`, 'x'.repeat(40)],
      ['HTTP/2 200\r\n\r\n', 'Expected dot'],
      ['HTTP/1.1 20 OK\r\n\r\n', 'Invalid status code'],
      [raw('no colon\r\n', ''), 'Invalid header token'],
      [raw('Content-Length: 3\r\nContent-Length: 4\r\n', ''), 'Duplicate Content-Length'],
      [raw('Content-Length: -3\r\n', ''), 'Invalid character in Content-Length'],
      [raw('Transfer-Encoding: chunked\r\n', 'xyz\r\n'), 'Invalid character in chunk size'],
      [raw('Transfer-Encoding: chunked\r\n', `3;${'x'.repeat(20_000)}`), 'Chunk extensions overflow'],
    ];
    for (const [text, code] of others) {
      assert.deepEqual(await faultOf({ text }), { kind: 'notHttp', code });
      await eventually('the connection is closed', () => server.open === 0);
    }
  });

  it('may not begin with headers or blank lines without end, in one part or in many', async () => {
    const line = `X-More: ${'x'.repeat(990)}\r\n`;
    const texts = [
      raw(line.repeat(17), ''),
      `HTTP/1.1 100 Continue\r\n${line.repeat(9)}\r\n`.repeat(2),
      'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(2000),
      `HTTP/1.1 200 ${'x'.repeat(20_000)}`,
      '\r\n'.repeat(10_000),
    ];
    for (const text of texts) {
      for (const pieces of [500, 100_000]) {
        assert.deepEqual(await faultOf({ text, pieces }), { kind: 'headersTooLarge' }, text.slice(0, 50));
      }
    }
  });
});
