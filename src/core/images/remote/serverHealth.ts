import type { HttpFault } from '../../host/http';
import type { Outcome } from './outcome';

/** After so many failures in a row, repetitions included, a server is not asked again and again for each address. */
const failuresBeforeOneTry = 20;
/** After so many addresses in a row without any answer it is not asked at all. */
const silencesBeforeNone = 20;

/** What one run has learnt of a server, so that a dead one is not asked for all of its images. */
export class ServerHealth {
  #heard: Promise<void> | undefined;
  #tell: () => void = () => undefined;
  #isTold = false;
  #hasAnswered = false;
  #failures = 0;
  #silences = 0;
  #honoursRanges = false;
  #down: HttpFault | undefined;

  /** The fault that every request to this server has, as it seems. */
  get down(): HttpFault | undefined {
    return this.#down;
  }

  get isFailing(): boolean {
    return this.#failures >= failuresBeforeOneTry;
  }

  /** Whether the server has shown that it sends just the part of an image that it is asked for: then no HEAD is needed. */
  get honoursRanges(): boolean {
    return this.#honoursRanges;
  }

  /** One image goes ahead at a server that nobody has asked yet; the others wait for this until it is told what came of that. */
  get afterFirst(): Promise<void> | undefined {
    if (this.#isTold) return undefined;
    if (this.#heard !== undefined) return this.#heard;
    this.#heard = new Promise((resolve) => {
      this.#tell = resolve;
    });
    return undefined;
  }

  /** Lets go who waits for the first image. */
  tell(): void {
    if (this.#isTold) return;
    this.#isTold = true;
    this.#tell();
  }

  /** Takes note of what came of each single request. */
  count({ response }: Outcome): void {
    this.#failures = response === undefined || response.status >= 500 ? this.#failures + 1 : 0;
  }

  /** Takes note of what came of a request in the end, after all its repetitions. */
  learn({ response, fault }: Outcome): void {
    if (response !== undefined) {
      this.#hasAnswered = true;
      if (response.status === 206) this.#honoursRanges = true;
      this.#silences = 0;
      return;
    }
    this.#silences++;
    const concernsServer = isOfServer(fault) && !this.#hasAnswered;
    if (concernsServer || this.#silences >= silencesBeforeNone) this.#down = fault;
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
