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
}

/** What takes so long that it may run out of time. */
type Phase = 'connect' | 'headers' | 'body';

export interface ConnectionSetting {
  readonly opener: SocketOpener;
  /** For a connection, then for each head, then for each body, in milliseconds. */
  readonly timeout: number;
  /** Another request can be made. */
  readonly onFree: (connection: Connection) => void;
  /** None can ever be. */
  readonly onEnd: (connection: Connection) => void;
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
  readonly #setting: ConnectionSetting;
  readonly #opened: OpenedSocket;
  /** One for all phases of all requests: what is begun anew for each costs more than the rest of a request. */
  readonly #timer: NodeJS.Timeout;
  #phase: Phase = 'connect';
  #current: UnderWay | undefined;
  #isOpen = false;
  #isEnded = false;
  #address: string | undefined;
  #served = 0;
  /** When it was last of use, by the clock of the process. */
  usedAt = 0;

  constructor(route: Route, setting: ConnectionSetting) {
    this.route = route;
    this.#setting = setting;
    // The socket keeps the process alive as long as there is something to wait for.
    this.#timer = setTimeout(() => this.#runOut(), setting.timeout).unref();
    this.#opened = setting.opener.open(route, {
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
    this.#begin('headers');
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
    else if (!hadHead && reader.head !== undefined) this.#begin('body');
  }

  #finish(reader: ResponseReader): void {
    const current = this.#current;
    this.#current = undefined;
    this.#served++;
    if (!reader.isReusable) this.#end();
    current?.resolve({ reader, address: this.#address });
    if (!this.#isEnded) this.#setting.onFree(this);
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

  #begin(phase: Phase): void {
    this.#phase = phase;
    this.#timer.refresh();
  }

  #runOut(): void {
    const { reader } = this.#current ?? {};
    if (reader === undefined) return;
    if (this.#phase !== 'body') {
      this.destroy(new HttpError({ kind: 'timedOut', phase: this.#phase }));
    } else {
      reader.end = 'timedOut';
      this.#finish(reader);
    }
  }

  #fail(error: unknown): void {
    const current = this.#current;
    this.#current = undefined;
    current?.reject(error);
  }

  #end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    clearTimeout(this.#timer);
    this.#opened.destroy();
    this.#setting.onEnd(this);
  }
}
