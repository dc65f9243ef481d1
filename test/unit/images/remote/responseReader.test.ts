import assert from 'node:assert/strict';
import { NotHttp } from '../../../../src/node/remoteImages/responseHead';
import { HeadersTooLarge, ResponseReader } from '../../../../src/node/remoteImages/responseReader';

interface Read {
  readonly status: number | undefined;
  readonly body: string;
  readonly end: string | undefined;
  readonly isReusable: boolean;
}

const usual = { method: 'GET', mostBytes: 1000 } as const;

/** Reads an answer that comes in pieces of so many bytes. */
function read(text: string, size = text.length, request: { method: 'GET' | 'HEAD'; mostBytes: number } = usual): Read {
  const reader = new ResponseReader(request);
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length && reader.end === undefined; at += size)
    reader.take(bytes.subarray(at, at + size));
  return summary(reader);
}

function summary({ head, body, end, isReusable }: ResponseReader): Read {
  return { status: head?.status, body: Buffer.from(body).toString('latin1'), end, isReusable };
}

const answer = (headers: string, body: string, status = '200 OK'): string =>
  `HTTP/1.1 ${status}\r\n${headers}\r\n${body}`;

describe('an answer', () => {
  it('is read in pieces of any size', () => {
    const texts = [
      answer('Content-Length: 11\r\n', 'all of this'),
      answer('Transfer-Encoding: chunked\r\n', '4\r\nall \r\n7;why=not\r\nof this\r\n0\r\nTrailer: x\r\n\r\n'),
      `HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n${answer('content-length:11\r\n', 'all of this')}`,
      answer('Content-Length: 11\r\n', 'all of this').replaceAll('\r\n', '\n'),
    ];
    for (const text of texts) {
      for (const size of [1, 2, 3, 7, 50, 1000]) {
        const wanted = { status: 200, body: 'all of this', end: 'whole', isReusable: true };
        assert.deepEqual(read(text, size), wanted, `${size}: ${text}`);
      }
    }
  });

  it('has no body for a head alone, or where its status says so', () => {
    const head = { method: 'HEAD', mostBytes: 0 } as const;
    const lengthy = answer('Content-Length: 5000\r\n', '');
    assert.deepEqual(read(lengthy, 9, head), { status: 200, body: '', end: 'whole', isReusable: true });
    const unchanged = answer('Content-Length: 5000\r\n', '', '304 Not Modified');
    assert.deepEqual(read(unchanged), { status: 304, body: '', end: 'whole', isReusable: true });
  });

  it('goes on until the connection ends where it names no length', () => {
    const endOf = (isBroken: boolean): Read => {
      const reader = new ResponseReader(usual);
      reader.take(Buffer.from(answer('Connection: keep-alive\r\n', 'all of')));
      reader.close(isBroken);
      return summary(reader);
    };
    assert.deepEqual(endOf(false), { status: 200, body: 'all of', end: 'whole', isReusable: false });
    assert.equal(endOf(true).end, 'dropped');
  });

  it('is cut where the connection ends before its length or its last chunk', () => {
    for (const headers of ['Content-Length: 12\r\n', 'Transfer-Encoding: chunked\r\n']) {
      const reader = new ResponseReader(usual);
      reader.take(Buffer.from(answer(headers, '6\r\nall of')));
      reader.close(false);
      assert.equal(reader.end, 'dropped', headers);
    }
  });

  it('is read no further than is asked for', () => {
    const few = { method: 'GET', mostBytes: 4 } as const;
    const bodies = [answer('Content-Length: 9000\r\n', 'all of'), answer('', 'all of')];
    for (const text of [...bodies, answer('Transfer-Encoding: chunked\r\n', '6\r\nall of\r\n')]) {
      assert.deepEqual(read(text, 3, few), { status: 200, body: 'all ', end: 'enough', isReusable: false }, text);
    }
  });

  it('leaves no connection behind of which nobody can say what comes next', () => {
    const texts = [
      answer('Content-Length: 3\r\nConnection: close\r\n', 'abc'),
      answer('Content-Length: 3\r\n', 'abcHTTP/1.1 200 OK\r\n'),
      answer('Content-Length: 3\r\nTransfer-Encoding: chunked\r\n', '3\r\nabc\r\n0\r\n\r\n'),
      answer('Transfer-Encoding: chunked\r\n', '3\r\nabc\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n'),
      answer('Content-Length: 3\r\n', 'abc').replace('1.1', '1.0'),
    ];
    for (const text of texts) {
      const wanted = { status: 200, body: 'abc', end: 'whole', isReusable: false };
      assert.deepEqual(read(text), wanted, text);
    }
  });

  it('keeps headers by names in lower case, the first of those that can only be said once', () => {
    const reader = new ResponseReader(usual);
    reader.take(
      Buffer.from(
        answer('LOCATION: /a \r\nLocation: /b\r\nVia: one\r\nVia:two\r\nX-Long: a\r\n\tb\r\n__proto__: x\r\n', ''),
      ),
    );
    const { location, via, 'x-long': long, ['__proto__']: odd } = reader.head?.headers ?? {};
    assert.deepEqual([location, via, long, odd], ['/a', 'one, two', 'a b', 'x']);
  });

  it('is none where something else is said', () => {
    const others: readonly (readonly [string, string])[] = [
      ['SSH-2.0-OpenSSH_9.9\r\n', 'SSH-2.0-OpenSSH_9.9'],
      ['\x16\x03\x01\x02\x00\x01', 'bytes'],
      ['HTTP/2 200\r\n\r\n', 'HTTP/2 200'],
      ['HTTP/1.1 20 OK\r\n\r\n', 'HTTP/1.1 20 OK'],
      [answer('no colon\r\n', ''), 'no colon'],
      [answer('Content-Length: 3\r\nContent-Length: 4\r\n', ''), 'Content-Length'],
      [answer('Content-Length: -3\r\n', ''), 'Content-Length'],
      [answer('Transfer-Encoding: chunked\r\n', 'xyz\r\n'), 'chunks'],
      [answer('Transfer-Encoding: chunked\r\n', '3\r\nabcd\r\n'), 'chunks'],
      [answer('Transfer-Encoding: chunked\r\n', `3;${'x'.repeat(20_000)}`), 'chunks'],
    ];
    for (const [text, code] of others) {
      assert.throws(
        () => read(text),
        (error) => error instanceof NotHttp && error.code === code,
        code,
      );
    }
  });

  it('may not begin with headers without end, in one part or in many', () => {
    const line = `X-More: ${'x'.repeat(990)}\r\n`;
    for (const size of [100, 100_000]) {
      assert.throws(() => read(answer(line.repeat(17), ''), size), HeadersTooLarge);
      assert.throws(() => read(`HTTP/1.1 100 Continue\r\n${line.repeat(9)}\r\n`.repeat(2), size), HeadersTooLarge);
    }
  });
});
