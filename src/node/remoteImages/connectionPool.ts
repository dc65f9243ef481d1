import { Connection, type Exchange, type Exchanged, StaleConnection } from './connection';
import type { Route } from './route';
import type { SocketOpener } from './socketOpener';

/** How long a connection that nobody uses stays open, in milliseconds. */
const longestIdle = 4000;
const mostIdle = 256;
const lookEvery = 1000;

interface Line {
  /** Connections of the route, at work or idle. */
  open: number;
  readonly idle: Connection[];
  readonly waiting: (() => void)[];
}

export interface PoolSetting {
  readonly opener: SocketOpener;
  /** Connections at once. */
  readonly perRoute: number;
  /** For a connection, then for each head, then for each body, in milliseconds. */
  readonly timeout: number;
}

/** Keeps connections for the next request to the same server, so many to each and no more. */
export class ConnectionPool {
  readonly #setting: PoolSetting;
  readonly #lines = new Map<string, Line>();
  readonly #all = new Set<Connection>();
  /** The longest idle first. */
  readonly #idle = new Set<Connection>();
  #sweep: NodeJS.Timeout | undefined;

  constructor(setting: PoolSetting) {
    this.#setting = setting;
  }

  /** `stops` holds what is to be called when nobody wants the answer any more, with the reason. */
  async exchange(route: Route, exchange: Exchange, stops: Set<(reason: unknown) => void>): Promise<Exchanged> {
    try {
      return await this.#exchange(route, exchange, stops, false);
    } catch (error) {
      if (!(error instanceof StaleConnection)) throw error;
      return this.#exchange(route, exchange, stops, true);
    }
  }

  dispose(): void {
    clearInterval(this.#sweep);
    this.#sweep = undefined;
    for (const connection of this.#all) connection.destroy(new Error('The client was closed.'));
  }

  async #exchange(
    route: Route,
    exchange: Exchange,
    stops: Set<(reason: unknown) => void>,
    isFresh: boolean,
  ): Promise<Exchanged> {
    const line = this.#line(route.name);
    while (line.idle.length === 0 && line.open >= this.#setting.perRoute) await this.#room(line, stops);
    if (isFresh && line.open >= this.#setting.perRoute) line.idle[0]?.destroy(undefined);
    const connection = (isFresh ? undefined : this.#reused(line)) ?? this.#opened(route, line);
    const stop = (reason: unknown): void => connection.destroy(reason);
    stops.add(stop);
    try {
      return await connection.exchange(exchange);
    } finally {
      stops.delete(stop);
    }
  }

  #line(name: string): Line {
    let line = this.#lines.get(name);
    if (line === undefined) {
      line = { open: 0, idle: [], waiting: [] };
      this.#lines.set(name, line);
    }
    return line;
  }

  #room(line: Line, stops: Set<(reason: unknown) => void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = (): void => {
        stops.delete(stop);
        resolve();
      };
      const stop = (reason: unknown): void => {
        line.waiting.splice(line.waiting.indexOf(go), 1);
        reject(reason);
      };
      stops.add(stop);
      line.waiting.push(go);
    });
  }

  #reused(line: Line): Connection | undefined {
    const connection = line.idle.pop();
    if (connection !== undefined) this.#idle.delete(connection);
    return connection;
  }

  #opened(route: Route, line: Line): Connection {
    const connection = new Connection(route, {
      opener: this.#setting.opener,
      timeout: this.#setting.timeout,
      onFree: (free) => this.#keep(free, line),
      onEnd: (ended) => this.#forget(ended, line),
    });
    line.open++;
    this.#all.add(connection);
    return connection;
  }

  #keep(connection: Connection, line: Line): void {
    connection.usedAt = performance.now();
    line.idle.push(connection);
    this.#idle.add(connection);
    line.waiting.shift()?.();
    const [oldest] = this.#idle;
    if (this.#idle.size > mostIdle) oldest?.destroy(undefined);
    this.#sweep ??= setInterval(() => this.#closeIdle(), lookEvery).unref();
  }

  #forget(connection: Connection, line: Line): void {
    this.#all.delete(connection);
    if (this.#idle.delete(connection)) line.idle.splice(line.idle.indexOf(connection), 1);
    line.open--;
    line.waiting.shift()?.();
  }

  #closeIdle(): void {
    const before = performance.now() - longestIdle;
    for (const connection of this.#idle) {
      if (connection.usedAt > before) break;
      connection.destroy(undefined);
    }
    if (this.#idle.size > 0) return;
    clearInterval(this.#sweep);
    this.#sweep = undefined;
  }
}
