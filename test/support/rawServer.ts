import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What a server sends back, each character a byte, and what it does then. */
export interface RawResponse {
  readonly text: string;
  /** How many bytes it sends at once; all of them unless given. */
  readonly pieces?: number;
  /** Whether it ends the connection, or resets it; neither unless given. */
  readonly ending?: 'end' | 'reset';
}

/** A server on the loopback address that sends back whatever it is told to, of HTTP or not. */
export class RawServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #respond: (request: string, connection: number) => RawResponse;
  connections = 0;
  /** Responses that have been sent whole, and that a client of the same process has taken by now. */
  sent = 0;
  /** The heads of all requests. */
  readonly requests: string[] = [];

  private constructor(respond: (request: string, connection: number) => RawResponse) {
    this.#respond = respond;
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket, ++this.connections));
  }

  /** Connections are counted from 1. */
  static async start(respond: (request: string, connection: number) => RawResponse): Promise<RawServer> {
    const server = new RawServer(respond);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Connections that are open now. */
  get open(): number {
    return this.#sockets.size;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket, connection: number): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let received = '';
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1');
      if (!received.endsWith('\r\n\r\n')) return;
      this.requests.push(received);
      const response = this.#respond(received, connection);
      received = '';
      void send(socket, response).then(() => this.sent++);
    });
  }
}

async function send(socket: Socket, { text, pieces = text.length, ending }: RawResponse): Promise<void> {
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length && !socket.destroyed; at += pieces) {
    await new Promise((resolve) => socket.write(bytes.subarray(at, at + pieces), resolve));
    await turn();
  }
  // A reset discards what the client, in the same process, has not read yet.
  await turn();
  if (ending === 'end') socket.end();
  else if (ending === 'reset') socket.resetAndDestroy();
}

/** Lets all sockets of the process take what has come. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
