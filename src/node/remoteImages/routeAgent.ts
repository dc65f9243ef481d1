import type { ClientRequest } from 'node:http';
import { Agent, type RequestOptions } from 'node:https';
import { connect, type NetConnectOpts } from 'node:net';
import type { Duplex } from 'node:stream';
import { type OpeningTunnel, openTunnel, type ProxyAccess } from './openTunnel';
import type { Route } from './route';

/** How long an idle connection stays open, in milliseconds: less than the five seconds after which many servers close it. */
const longestIdle = 4000;
/** Of all routes together. */
const mostIdle = 256;
const mostSessions = 500;

/** The options of a request for which the agent finds a connection along the route. */
export interface RoutedOptions extends RequestOptions {
  readonly agent: RouteAgent;
  readonly route: Route;
}

interface AgentSettings {
  /** Certificates to trust, in PEM; the system's where absent. */
  readonly ca: string | undefined;
  /** How long a proxy may take to open a tunnel, in milliseconds. */
  readonly tunnelTimeout: number;
}

/** Opens connections along routes, encrypted or not, and keeps the idle ones for the next request on the same route. */
export class RouteAgent extends Agent {
  readonly #tunnelTimeout: number;
  /** The longest idle first. */
  readonly #idle = new Set<Duplex>();
  readonly #opening = new Set<OpeningTunnel>();

  constructor({ ca, tunnelTimeout }: AgentSettings) {
    super({
      keepAlive: true,
      timeout: longestIdle,
      maxCachedSessions: mostSessions,
      ALPNProtocols: ['http/1.1'],
      ...(ca === undefined ? {} : { ca }),
    });
    this.#tunnelTimeout = tunnelTimeout;
  }

  override getName(options: RoutedOptions): string {
    return options.route.name;
  }

  override createConnection(
    options: RoutedOptions,
    onCreate: (error: Error | null, socket?: Duplex) => void,
  ): Duplex | undefined {
    const { route } = options;
    const target = { ...options, ...route };
    if (route.tunnel !== undefined) {
      void this.#tunnelled(target, route.tunnel).then(
        (socket) => onCreate(null, socket),
        (error: Error) => onCreate(error),
      );
      return undefined;
    }
    return this.#tracked(route.isSecure ? super.createConnection(target) : connect(target as NetConnectOpts));
  }

  /** Says whether the connection is kept. */
  override keepSocketAlive(socket: Duplex): boolean {
    const isKept: unknown = super.keepSocketAlive(socket);
    if (isKept === false) return false;
    this.#idle.add(socket);
    const [oldest] = this.#idle;
    if (this.#idle.size > mostIdle) oldest?.destroy();
    return true;
  }

  override reuseSocket(socket: Duplex, request: ClientRequest): void {
    super.reuseSocket(socket, request);
    this.#idle.delete(socket);
  }

  /** Where one idle connection of a route turns out to be closed, the others mostly are. */
  closeIdle({ name }: Route): void {
    for (const socket of this.freeSockets[name] ?? []) socket.destroy();
  }

  override destroy(): void {
    for (const { stop } of this.#opening) stop();
    super.destroy();
  }

  async #tunnelled(target: RoutedOptions, proxy: ProxyAccess): Promise<Duplex | undefined> {
    const tunnel = openTunnel(target.route, proxy, this.#tunnelTimeout);
    this.#opening.add(tunnel);
    try {
      const socket = await tunnel.opened;
      return this.#tracked(super.createConnection({ ...target, socket } as RequestOptions));
    } finally {
      this.#opening.delete(tunnel);
    }
  }

  #tracked(socket: Duplex | null | undefined): Duplex | undefined {
    socket?.once('close', () => this.#idle.delete(socket));
    return socket ?? undefined;
  }
}
