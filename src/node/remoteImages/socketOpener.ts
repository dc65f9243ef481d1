import { connect, isIP, type OnReadOpts, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import { openTunnel } from './openTunnel';
import type { Route } from './route';

/** What becomes of a socket. `bytes` are only lent. */
export interface SocketListener {
  readonly onOpen: () => void;
  readonly onData: (bytes: Buffer) => void;
  /** Nothing more comes; `error` says why where that is not as it should be. Called once. */
  readonly onClose: (error?: Error) => void;
}

/** A connection in the making, or made. */
export interface OpenedSocket {
  /** Absent before it is open. */
  readonly socket: Socket | undefined;
  readonly destroy: () => void;
}

const readAtOnce = 64 * 1024;
const mostSessions = 500;

/** Opens the sockets of one client. They read into one buffer, and resume encrypted sessions with a server that offers it. */
export class SocketOpener {
  readonly #ca: string | undefined;
  readonly #patience: number;
  readonly #buffer = Buffer.allocUnsafeSlow(readAtOnce);
  readonly #sessions = new Map<string, Buffer>();

  /** `patience` is how long a proxy may take, in milliseconds. */
  constructor({ ca, patience }: { readonly ca: string | undefined; readonly patience: number }) {
    this.#ca = ca;
    this.#patience = patience;
  }

  open(route: Route, listener: SocketListener): OpenedSocket {
    return route.tunnel === undefined ? this.#openDirect(route, listener) : this.#openTunnelled(route, listener);
  }

  #openDirect(route: Route, listener: SocketListener): OpenedSocket {
    const { host, port, lookup, secure } = route;
    const target = { host, port, ...(lookup && { lookup }) };
    if (secure !== undefined) return this.#secured(route, secure, target, listener);
    const onread: OnReadOpts = {
      buffer: this.#buffer,
      callback: (length, buffer) => {
        listener.onData(Buffer.from(buffer.buffer, buffer.byteOffset, length));
        return true;
      },
    };
    const socket = connect({ ...target, onread, noDelay: true });
    socket.once('connect', listener.onOpen);
    return followed(socket, listener);
  }

  #openTunnelled(route: Route, listener: SocketListener): OpenedSocket {
    const { host, port, secure = '', tunnel } = route;
    let inner: OpenedSocket | undefined;
    let isStopped = false;
    if (tunnel === undefined) throw new Error('There is no proxy to go through.');
    const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
    const { opened, stop } = openTunnel(target, tunnel, this.#patience);
    void opened.then(
      (socket) => {
        if (isStopped) socket.destroy();
        else inner = this.#secured(route, secure, { socket, host }, listener);
      },
      (error: Error) => listener.onClose(error),
    );
    return {
      get socket() {
        return inner?.socket;
      },
      destroy: () => {
        isStopped = true;
        stop();
        inner?.destroy();
      },
    };
  }

  #secured({ name, verify }: Route, secure: string, target: ConnectionOptions, listener: SocketListener): OpenedSocket {
    const session = this.#sessions.get(name);
    const socket: TLSSocket = connectTls({
      ...target,
      servername: isIP(secure) === 0 ? secure : '',
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: verify,
      ...(this.#ca === undefined ? {} : { ca: this.#ca }),
      ...(session === undefined ? {} : { session }),
    });
    socket.once('secureConnect', listener.onOpen);
    socket.on('session', (fresh: Buffer) => this.#keep(name, fresh));
    socket.on('data', listener.onData);
    return followed(socket, listener);
  }

  #keep(name: string, session: Buffer): void {
    this.#sessions.delete(name);
    this.#sessions.set(name, session);
    if (this.#sessions.size <= mostSessions) return;
    for (const oldest of this.#sessions.keys()) {
      this.#sessions.delete(oldest);
      return;
    }
  }
}

function followed(socket: Socket, { onClose }: SocketListener): OpenedSocket {
  let isOver = false;
  const close = (error?: Error): void => {
    if (isOver) return;
    isOver = true;
    onClose(error);
  };
  socket.on('error', close);
  socket.once('end', () => close());
  socket.once('close', () => close());
  return { socket, destroy: () => socket.destroy() };
}
