import type { HttpFault } from '../../host/http';
import { ByServer } from './byServer';
import type { Outcome } from './outcome';

/** After so many failures in a row, repetitions included, a server is not asked again and again for each address. */
const failuresBeforeOneTry = 20;
/** After so many addresses in a row without any answer it is not asked at all. */
const silencesBeforeNone = 20;

interface Health {
  /** Resolves when the server has been heard of for the first time; absent before anybody asks. */
  heard: Promise<void> | undefined;
  tell: () => void;
  hasAnswered: boolean;
  failures: number;
  silences: number;
  down: HttpFault | undefined;
  honoursRanges: boolean;
}

/** What one run has learnt of each server, so that a dead one is not asked for all of its images. */
export class HostHealth {
  readonly #servers = new ByServer<Health>(originOf, () => ({
    heard: undefined,
    tell: () => undefined,
    hasAnswered: false,
    failures: 0,
    silences: 0,
    down: undefined,
    honoursRanges: false,
  }));

  /** The fault that every request to this server has, as it seems. */
  downFault(url: string): HttpFault | undefined {
    return this.#servers.of(url).down;
  }

  /** Lets one image go ahead at a server that nobody has asked yet; the others wait until it is told what came of that. */
  async afterFirst(url: string): Promise<void> {
    const server = this.#servers.of(url);
    if (server.heard !== undefined) return server.heard;
    server.heard = new Promise((resolve) => {
      server.tell = resolve;
    });
  }

  isFailing(url: string): boolean {
    return this.#servers.of(url).failures >= failuresBeforeOneTry;
  }

  /** Whether the server has shown that it sends just the part of an image that it is asked for: then no HEAD is needed. */
  honoursRanges(url: string): boolean {
    return this.#servers.of(url).honoursRanges;
  }

  /** Lets go who waits for the first image. */
  tell(url: string): void {
    this.#servers.of(url).tell();
  }

  /** Takes note of what came of each single request. */
  count(url: string, { response }: Outcome): void {
    const server = this.#servers.of(url);
    server.failures = response === undefined || response.status >= 500 ? server.failures + 1 : 0;
  }

  /** Takes note of what came of a request in the end, after all its repetitions. */
  learn(url: string, { response, fault }: Outcome): void {
    const server = this.#servers.of(url);
    if (response !== undefined) {
      server.hasAnswered = true;
      if (response.status === 206) server.honoursRanges = true;
      server.silences = 0;
      return;
    }
    server.silences++;
    const concernsServer = isOfServer(fault) && !server.hasAnswered;
    if (concernsServer || server.silences >= silencesBeforeNone) server.down = fault;
  }
}

function isOfServer(fault: HttpFault): boolean {
  switch (fault.kind) {
    case 'nameNotFound':
    case 'nameLookup':
    case 'connectionRefused':
    case 'noRoute':
    case 'tls':
    case 'notAllowed':
    case 'proxy':
      return true;
    case 'timedOut':
      return fault.phase === 'connect';
    default:
      return false;
  }
}

function originOf(url: string): string {
  return new URL(url).origin;
}
