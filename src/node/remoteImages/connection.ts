import { HttpError, type HttpRequest } from '../../core/host/http';
import { ResponseReader } from './responseReader';
import type { Route } from './route';
import type { OpenedSocket, SocketOpener } from './socketOpener';

/** A kept connection was closed by the server before it said anything: that says nothing of the request. */
export class StaleConnection extends Error {
  override readonly name = 'StaleConnection';
}

/** What is to be said on a connection, and how long it may take. */
export interface Exchange {
  readonly request: Pick<HttpRequest, 'method' | 'mostBytes'>;
  /** The request as it is sent, each character a byte. */
  readonly text: string;
  /** For a connection, then for the head, then for the body, each, in milliseconds. */
  readonly timeout: number;
}

/** An answer as it came over the wire. */
export interface Exchanged {
  readonly reader: ResponseReader;
  readonly address: string | undefined;
}

interface UnderWay {
  readonly exchange: Exchange;
  readonly reader: ResponseReader;
  readonly resolve: (exchanged: Exchanged) => void;
  readonly reject: (error: unknown) => void;
}

/** One connection to a server, on which one request is made after the other. */
export class Connection {
  readonly route: Route;
  readonly #opened: OpenedSocket;
  readonly #onFree: (connection: Connection) => void;
  readonly #onEnd: (connection: Connection) => void;
  #current: UnderWay | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isOpen = false;
  #isEnded = false;
  #address: string | undefined;
  #served = 0;
  /** When it was last of use, by the clock of the process. */
  usedAt = 0;

  /** `onFree` is called when another request can be made, `onEnd` when none can ever be. */
  constructor(
    route: Route,
    opener: SocketOpener,
    listener: { readonly onFree: (connection: Connection) => void; readonly onEnd: (connection: Connection) => void },
  ) {
    this.route = route;
    this.#onFree = listener.onFree;
    this.#onEnd = listener.onEnd;
    this.#opened = opener.open(route, {
      onOpen: () => this.#open(),
      onData: (bytes) => this.#take(bytes),
      onClose: (error) => this.#close(error),
    });
  }

  /** Rejects with a `StaleConnection` where it may be tried again on another one. */
  exchange(exchange: Exchange): Promise<Exchanged> {
    return new Promise((resolve, reject) => {
      this.#current = { exchange, reader: new ResponseReader(exchange.request), resolve, reject };
      if (this.#isEnded) this.#fail(new StaleConnection());
      else if (this.#isOpen) this.#send();
      else this.#within('connect');
    });
  }

  /** What is under way fails with the reason. */
  destroy(reason: unknown): void {
    this.#fail(reason);
    this.#end();
  }

  #open(): void {
    this.#isOpen = true;
    this.#address = this.#opened.socket?.remoteAddress;
    if (this.#current !== undefined) this.#send();
  }

  #send(): void {
    if (this.#current === undefined) return;
    this.#within('headers');
    this.#opened.socket?.write(this.#current.exchange.text, 'latin1');
  }

  #take(bytes: Buffer): void {
    const { reader } = this.#current ?? {};
    if (reader === undefined) {
      this.#end();
      return;
    }
    const hadHead = reader.head !== undefined;
    try {
      reader.take(bytes);
    } catch (error) {
      this.destroy(error);
      return;
    }
    if (reader.end !== undefined) this.#finish(reader);
    else if (!hadHead && reader.head !== undefined) this.#within('body');
  }

  #finish(reader: ResponseReader): void {
    const current = this.#current;
    this.#current = undefined;
    this.#served++;
    clearTimeout(this.#timer);
    if (!reader.isReusable) this.#end();
    current?.resolve({ reader, address: this.#address });
    if (!this.#isEnded) this.#onFree(this);
  }

  #close(error: Error | undefined): void {
    const { reader } = this.#current ?? {};
    if (reader?.head !== undefined) {
      reader.close(error !== undefined);
      this.#finish(reader);
    } else if (reader !== undefined) {
      const isStale = this.#served > 0 && !reader.hasBegun;
      this.#fail(isStale ? new StaleConnection() : (error ?? new HttpError({ kind: 'dropped' })));
    }
    this.#end();
  }

  #within(phase: 'connect' | 'headers' | 'body'): void {
    clearTimeout(this.#timer);
    const { timeout } = this.#current?.exchange ?? { timeout: 0 };
    this.#timer = setTimeout(() => this.#runOut(phase), timeout);
  }

  #runOut(phase: 'connect' | 'headers' | 'body'): void {
    const { reader } = this.#current ?? {};
    if (phase !== 'body') {
      this.destroy(new HttpError({ kind: 'timedOut', phase }));
    } else if (reader !== undefined) {
      reader.end = 'timedOut';
      this.#finish(reader);
    }
  }

  #fail(error: unknown): void {
    const current = this.#current;
    this.#current = undefined;
    clearTimeout(this.#timer);
    current?.reject(error);
  }

  #end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#opened.destroy();
    this.#onEnd(this);
  }
}
