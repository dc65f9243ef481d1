import assert from 'node:assert/strict';
import { createServer, type ServerResponse, request as sendHttp } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { type AddressInfo, connect, createServer as createSocketServer, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { HttpError, type HttpFault, type HttpResponse } from '../../../../src/core/host/http';
import { NodeHttpClient, type NodeHttpOptions } from '../../../../src/node/remoteImages/nodeHttpClient';
import { proxyFor } from '../../../../src/node/remoteImages/proxySettings';
import { eventually } from '../../../support/eventually';
import { imageCertificate } from '../../../support/imageCertificate';
import { ImageServer, imageDomain, resolveToLoopback } from '../../../support/imageServer';
import { RawServer } from '../../../support/rawServer';

const allowPrivateHosts = [`*.${imageDomain}`];

describe('the HTTP client of Node', () => {
  let server: ImageServer;
  const clients: NodeHttpClient[] = [];
  before(async () => {
    server = await ImageServer.start();
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.dispose();
  });
  after(() => server.close());

  const clientOf = (options: NodeHttpOptions = {}): NodeHttpClient => {
    const usual = { allowPrivateHosts, timeout: 200, resolve: resolveToLoopback, proxy: { environment: {} } };
    const client = new NodeHttpClient({ ...usual, ...options });
    clients.push(client);
    return client;
  };
  const get = (client: NodeHttpClient, url: string, mostBytes = 16 * 1024): Promise<HttpResponse> =>
    client.request({ url, method: 'GET', headers: {}, mostBytes }, new AbortController().signal);
  const faultOf = async (asked: Promise<unknown>): Promise<HttpFault> => {
    const error = await asked.then(
      () => assert.fail('there is an answer'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof HttpError, String(error));
    return error.fault;
  };

  it('reads a body no further than it is asked to, and closes', async () => {
    const { body, end, address } = await get(clientOf(), server.url('noRanges/a.png', 'most'), 1000);
    assert.deepEqual([body.length, end, address], [1000, 'enough', '127.0.0.1']);
  });

  it('keeps connections for the next request to a host', async () => {
    const client = clientOf({ perHost: 2 });
    for (let index = 0; index < 20; index++) await get(client, server.url(`ok/${index}.png`, 'kept'));
    assert.equal(server.counts('kept').mostConnections, 1);
    await Promise.all(Array.from({ length: 20 }, (_, index) => get(client, server.url(`ok/x${index}.png`, 'kept'))));
    assert.equal(server.counts('kept').mostConnections, 2);
  });

  it('asks again on a fresh connection where a kept one turns out to be closed, once', async () => {
    const asked: number[] = [];
    let connections = 0;
    const closing = createSocketServer((socket) => {
      const number = ++connections;
      let requests = 0;
      socket.on('data', () => {
        asked.push(number);
        // Each connection serves one request, whatever it says.
        if (++requests > 1) socket.destroy();
        else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
      });
      socket.on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve));
    try {
      const client = clientOf({ perHost: 1 });
      const url = `http://stale.${imageDomain}:${(closing.address() as AddressInfo).port}/a.png`;
      for (let index = 0; index < 3; index++) assert.equal((await get(client, url)).status, 200);
      assert.deepEqual(asked, [1, 1, 2, 2, 3]);
    } finally {
      for (const client of clients.splice(0)) client.dispose();
      await new Promise((resolve) => closing.close(resolve));
    }
  });

  it('sends no header that could be two', async () => {
    const headers = { 'user-agent': 'x\r\nhost: other' };
    const url = server.url('ok/a.png', 'split');
    const asked = clientOf().request({ url, method: 'GET', headers, mostBytes: 1 }, new AbortController().signal);
    assert.deepEqual(await faultOf(asked), {
      kind: 'other',
      code: 'Invalid character in header content ["user-agent"]',
    });
    assert.equal(server.counts('split').requests, 0);
  });

  it('unpacks a bomb no further than it is asked to', async () => {
    // The server makes it when it is first asked.
    await get(clientOf({ timeout: 5000 }), server.url('gzipBomb/first.png', 'bomb'));
    const before = process.memoryUsage().arrayBuffers;
    const { body, end } = await get(clientOf({ timeout: 5000 }), server.url('gzipBomb/a.png', 'bomb'));
    assert.deepEqual([body.length, end], [16 * 1024, 'enough']);
    assert.ok(process.memoryUsage().arrayBuffers - before < 16 * 1024 * 1024);
  });

  it('takes no headers without end', async () => {
    assert.deepEqual(await faultOf(get(clientOf(), server.url('endlessHeaders/a', 'headers'))), {
      kind: 'headersTooLarge',
    });
  });

  it('tells where time ran out', async () => {
    assert.deepEqual(await faultOf(get(clientOf(), server.url('hangs/a', 'hang'))), {
      kind: 'timedOut',
      phase: 'headers',
    });
    assert.equal((await get(clientOf(), server.url('hangsInBody/a', 'hang'))).end, 'timedOut');
    assert.equal((await get(clientOf(), server.url('drips/a', 'hang'))).end, 'timedOut');
  });

  it('stops at once when it is told to', async () => {
    const stop = new AbortController();
    const request = { url: server.url('hangs/stop', 'stop'), method: 'GET', headers: {}, mostBytes: 1 } as const;
    const asked = clientOf({ timeout: 60_000 }).request(request, stop.signal);
    await eventually('the server is asked', () => server.counts('stop').requests > 0);
    stop.abort(new Error('enough'));
    await assert.rejects(asked, /^Error: enough$/);
  });

  it('stops what waits for a connection too, and asks nothing for it later', async () => {
    const client = clientOf({ timeout: 60_000, perHost: 1 });
    const stop = new AbortController();
    const ask = (path: string): Promise<unknown> =>
      client
        .request({ url: server.url(path, 'turn'), method: 'GET', headers: {}, mostBytes: 1 }, stop.signal)
        .then(() => 'answered', String);
    const asked = [ask('hangs/1'), ask('ok/2'), ask('ok/3')];
    await eventually('the server is asked', () => server.counts('turn').requests > 0);
    stop.abort(new Error('enough'));
    assert.deepEqual(await Promise.all(asked), ['Error: enough', 'Error: enough', 'Error: enough']);
    assert.equal((await get(client, server.url('ok/4.png', 'turn'))).status, 200);
    assert.deepEqual([server.counts('turn').requests, server.counts('turn').mostConnections], [2, 1]);
  });

  it('leaves nothing under way when it is disposed of', async () => {
    const client = clientOf({ timeout: 60_000, perHost: 1 });
    const asked = ['hangs/1', 'ok/2'].map((path) => faultOf(get(client, server.url(path, 'closed'))));
    await eventually('the server is asked', () => server.counts('closed').requests > 0);
    client.dispose();
    const closed: HttpFault = { kind: 'other', code: 'The client was closed.' };
    assert.deepEqual(await Promise.all(asked), [closed, closed]);
    assert.equal(server.counts('closed').requests, 1);
  });

  it('keeps no more idle connections than a process may have', async () => {
    const raw = await RawServer.start(() => ({ text: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok' }));
    try {
      const client = clientOf({ timeout: 60_000 });
      const ask = (host: number): Promise<unknown> => get(client, `http://host${host}.${imageDomain}:${raw.port}/`);
      for (let host = 0; host < 257; host++) await ask(host);
      assert.equal(raw.connections, 257);
      await ask(256);
      assert.equal(raw.connections, 257, 'the last one is kept');
      await ask(0);
      assert.equal(raw.connections, 258, 'the first one is closed');
    } finally {
      for (const client of clients.splice(0)) client.dispose();
      await raw.close();
    }
  });

  it('tells why there is no connection', async () => {
    assert.deepEqual(await faultOf(get(clientOf(), 'http://nobody.news.org/')), { kind: 'nameNotFound' });
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const url = `http://a.${imageDomain}:${port}/`;
    assert.deepEqual(await faultOf(get(clientOf(), url)), { kind: 'connectionRefused' });
    const encrypted = server.url('ok/a.png').replace('http:', 'https:');
    assert.equal((await faultOf(get(clientOf(), encrypted))).kind, 'tls');
  });

  it('connects to no private address that was not allowed, in a URL or behind a name', async () => {
    const client = clientOf({ allowPrivateHosts: [] });
    const before = server.requests;
    for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', 'localhost', `a.${imageDomain}`]) {
      const { kind } = await faultOf(get(client, `http://${host}:${server.port}/ok/a.png`));
      assert.ok(kind === 'notAllowed' || (host === 'localhost' && kind === 'nameNotFound'), `${host}: ${kind}`);
    }
    assert.equal(server.requests, before);
  });

  it('connects to the very address that it has checked, whatever the name leads to a moment later', async () => {
    let asked = 0;
    const resolve = async () => {
      asked++;
      return [{ address: asked === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }];
    };
    const client = clientOf({ allowPrivateHosts: ['127.0.0.2'], resolve, timeout: 100 });
    const before = server.requests;
    const fault = await faultOf(get(client, `http://rebind.news.org:${server.port}/ok/a.png`));
    assert.notEqual(fault.kind, 'notAllowed');
    assert.equal(asked, 1);
    assert.equal(server.requests, before);
  });

  it('leaves out private addresses among others of a name', async () => {
    const resolve = async () => [
      { address: '10.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ];
    const fault = await faultOf(get(clientOf({ allowPrivateHosts: [], resolve }), 'http://two.news.org/'));
    assert.deepEqual(fault, { kind: 'notAllowed', address: '10.0.0.1' });
  });
});

describe('encrypted connections', () => {
  let server: SecureServer;
  let connections: number;
  let client: NodeHttpClient;

  beforeEach(async () => {
    connections = 0;
    server = createSecureServer(imageCertificate, (request, response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      // In chunks, since no length was said.
      response.end(`${request.headers.host} ${request.url}`);
    });
    server.on('secureConnection', () => connections++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    client.dispose();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const ask = async (name: string, options: NodeHttpOptions = {}, count = 1): Promise<HttpResponse> => {
    client = new NodeHttpClient({ allowPrivateHosts: [`*.${imageDomain}`], resolve: resolveToLoopback, ...options });
    const { port } = server.address() as AddressInfo;
    const request = { url: `https://${name}:${port}/a.png?b`, method: 'GET', headers: {}, mostBytes: 999 } as const;
    for (let index = 1; index < count; index++) await client.request(request, new AbortController().signal);
    return client.request(request, new AbortController().signal);
  };
  const ca = imageCertificate.cert;
  const proxy = { environment: {} };

  it('are kept too', async () => {
    const { status, body, end } = await ask(`one.${imageDomain}`, { ca, proxy }, 5);
    assert.deepEqual([status, end], [200, 'whole']);
    assert.match(Buffer.from(body).toString(), /^one\.images\.test:\d+ \/a\.png\?b$/);
    assert.equal(connections, 1);
  });

  it('are none where the certificate is for another name, or of nobody that is known', async () => {
    const codeOf = async (asked: Promise<unknown>) =>
      asked.then(
        () => assert.fail('there is an answer'),
        (error: HttpError) => (error.fault.kind === 'tls' ? error.fault.code : error.fault.kind),
      );
    assert.equal(await codeOf(ask(`one.${imageDomain}`, { proxy })), 'DEPTH_ZERO_SELF_SIGNED_CERT');
    client.dispose();
    assert.equal(await codeOf(ask(`a.b.${imageDomain}`, { ca, proxy })), 'ERR_TLS_CERT_ALTNAME_INVALID');
  });

  /** A proxy that opens tunnels to the server. */
  const withTunnels = async (use: (https_proxy: string, seen: readonly string[]) => Promise<void>): Promise<void> => {
    const seen: string[] = [];
    const tunnels = createServer();
    tunnels.on('connect', ({ url }, socket: Socket) => {
      seen.push(url ?? '');
      const target = connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      target.on('error', () => socket.destroy());
      socket.on('error', () => target.destroy());
    });
    await new Promise<void>((resolve) => tunnels.listen(0, '127.0.0.1', resolve));
    try {
      await use(`http://127.0.0.1:${(tunnels.address() as AddressInfo).port}`, seen);
    } finally {
      client.dispose();
      await new Promise((resolve) => tunnels.close(resolve));
    }
  };

  it('lead through the tunnel of a proxy', () =>
    withTunnels(async (https_proxy, seen) => {
      const { status, address } = await ask(`one.${imageDomain}`, { ca, proxy: { environment: { https_proxy } } }, 3);
      assert.deepEqual([status, address], [200, undefined]);
      assert.deepEqual(seen, [`one.${imageDomain}:${(server.address() as AddressInfo).port}`]);
    }));

  it('are no more than allowed to one host, tunnels that are still opened included', () =>
    withTunnels(async (https_proxy, seen) => {
      const { port } = server.address() as AddressInfo;
      client = new NodeHttpClient({ ca, perHost: 2, proxy: { environment: { https_proxy } } });
      const get = (path: string): Promise<HttpResponse> =>
        client.request(
          { url: `https://one.${imageDomain}:${port}/${path}`, method: 'GET', headers: {}, mostBytes: 999 },
          new AbortController().signal,
        );
      const responses = await Promise.all(['1', '2', '3', '4', '5', '6'].map(get));
      assert.deepEqual(new Set(responses.map(({ status }) => status)), new Set([200]));
      assert.equal(seen.length, 2);
    }));

  it('are resumed where the server offers it', async () => {
    const resumed: boolean[] = [];
    server.on('secureConnection', (socket: TLSSocket) => resumed.push(socket.isSessionReused()));
    server.on('request', (_, response: ServerResponse) => response.socket?.end());
    await ask(`one.${imageDomain}`, { ca, proxy }, 3);
    assert.deepEqual(resumed, [false, true, true]);
  });
});

describe('proxies', () => {
  let server: ImageServer;
  let proxy: ReturnType<typeof createServer>;
  let seen: string[];
  const sockets = new Set<Socket>();
  const address = () => `http://user:pa%20ss@127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  beforeEach(async () => {
    server = await ImageServer.start();
    seen = [];
    proxy = createServer((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
      const { pathname, host } = new URL(request.url ?? '');
      const options = { host: '127.0.0.1', port: server.port, path: pathname, headers: { host } };
      const forwarded = sendHttp(options, (answer) => {
        response.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(response);
      });
      forwarded.end();
    });
    proxy.on('connect', (request, socket: Socket) => {
      seen.push(`CONNECT ${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
      if (request.url?.startsWith('forbidden.') === true) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      sockets.add(socket);
      const target = connect(server.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      target.on('error', () => socket.destroy());
      socket.on('error', () => target.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
    await server.close();
  });

  const ask = async (url: string, options: NodeHttpOptions) => {
    const client = new NodeHttpClient({ timeout: 2000, ...options });
    try {
      return await client.request({ url, method: 'GET', headers: {}, mostBytes: 9999 }, new AbortController().signal);
    } catch (error) {
      return error instanceof HttpError ? error.fault : assert.fail(String(error));
    } finally {
      client.dispose();
    }
  };

  it('of the environment are asked for the whole address, with their password', async () => {
    const answer = await ask('http://img.news.org/ok/a.png', { proxy: { environment: { http_proxy: address() } } });
    assert.ok('status' in answer && answer.status === 200);
    assert.deepEqual(seen, ['GET http://img.news.org/ok/a.png Basic dXNlcjpwYSBzcw==']);
  });

  it('of a setting win, and lead encrypted connections through a tunnel', async () => {
    const answer = await ask('https://img.news.org/ok/a.png', {
      proxy: { proxy: address(), authorization: 'Basic xyz', environment: { https_proxy: 'http://127.0.0.1:1' } },
    });
    // What answers at the other end speaks no TLS: that it is told of shows that the tunnel stood.
    assert.deepEqual('kind' in answer && answer.kind, 'tls');
    assert.deepEqual(seen, ['CONNECT img.news.org:443 Basic xyz']);
  });

  it('that fail are not taken for servers that fail', async () => {
    const refused = await ask('https://forbidden.news.org/a.png', { proxy: { proxy: address() } });
    assert.deepEqual('kind' in refused && refused.kind, 'proxy');
    assert.match('detail' in refused ? refused.detail : '', /^127\.0\.0\.1:\d+: it answers 403$/);
    for (const scheme of ['http', 'https']) {
      const down = await ask(`${scheme}://img.news.org/a.png`, { proxy: { proxy: 'http://127.0.0.1:9' } });
      assert.deepEqual(down, { kind: 'proxy', detail: '127.0.0.1:9: ECONNREFUSED' });
    }
    const wrong = await ask('https://img.news.org/a.png', { proxy: { proxy: 'socks5://me:secret@127.0.0.1:9' } });
    assert.deepEqual(wrong, { kind: 'proxy', detail: 'socks5://127.0.0.1:9 is no HTTP proxy' });
  });

  it('that never answer are not waited for longer than a server', async () => {
    proxy.removeAllListeners('connect').on('connect', (_, socket: Socket) => {
      sockets.add(socket);
    });
    const silent = await ask('https://img.news.org/a.png', { timeout: 100, proxy: { proxy: address() } });
    const { port } = proxy.address() as AddressInfo;
    assert.deepEqual(silent, { kind: 'proxy', detail: `127.0.0.1:${port}: no answer` });
  });

  it('are never a way to a private address that is written out', async () => {
    const answer = await ask('http://127.0.0.1/ok/a.png', { proxy: { proxy: address() } });
    assert.deepEqual('kind' in answer && answer.kind, 'notAllowed');
    assert.deepEqual(seen, []);
  });

  it('are not used for hosts that are excepted', () => {
    const via = (url: string, noProxy: string) =>
      proxyFor(new URL(url), { environment: { HTTP_PROXY: 'http://p:1', https_proxy: 'p:2', no_proxy: noProxy } })
        ?.host;
    assert.equal(via('http://img.news.org/', ''), 'p:1');
    assert.equal(via('https://img.news.org/', ''), 'p:2');
    for (const exception of [
      'img.news.org',
      'news.org',
      '.news.org',
      '*.news.org',
      '*',
      'a.b, news.org',
      'news.org:443',
    ]) {
      assert.equal(via('https://img.news.org/', exception), undefined, exception);
    }
    assert.equal(via('https://img.news.org/', 'ws.org,img.news.org:80'), 'p:2');
  });
});
