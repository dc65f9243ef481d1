import type { Clock } from '../../host/clock';
import type { Disposable } from '../../host/disposable';
import type { HttpClient, HttpRequest, HttpResponse } from '../../host/http';
import { ByServer } from './byServer';
import type { RequestPolicy } from './requestPolicy';

interface Waiting {
  readonly request: HttpRequest;
  readonly resolve: (response: HttpResponse | PromiseLike<HttpResponse>) => void;
  readonly reject: (reason: unknown) => void;
}

interface Host {
  readonly name: string;
  running: number;
  /** When the next request may start, by the spacing and by what the host has asked for. */
  free: number;
  readonly waiting: Waiting[];
}

/** Lets requests through as the limits allow: in all and for each host, spaced, and none while a host is to be left alone. */
export class PoliteQueue {
  readonly #http: HttpClient;
  readonly #clock: Clock;
  readonly #requestPolicy: RequestPolicy;
  readonly #signal: AbortSignal;
  readonly #hosts = new ByServer<Host>(hostOf, (name) => ({ name, running: 0, free: 0, waiting: [] }));
  /** Those with requests that wait; whose turn it was goes to the end. */
  readonly #waiting = new Map<string, Host>();
  #running = 0;
  #timer: { readonly at: number; readonly disposable: Disposable } | undefined;

  constructor(http: HttpClient, clock: Clock, requestPolicy: RequestPolicy, signal: AbortSignal) {
    this.#http = http;
    this.#clock = clock;
    this.#requestPolicy = requestPolicy;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  /** Asks when it is this request's turn. */
  request(request: HttpRequest): Promise<HttpResponse> {
    if (this.#signal.aborted) return Promise.reject(this.#signal.reason);
    const host = this.#hosts.of(request.url);
    if (host.waiting.length === 0 && this.#hasRoom(host) && host.free <= this.#clock.now()) {
      return this.#start(host, request);
    }
    return new Promise((resolve, reject) => {
      host.waiting.push({ request, resolve, reject });
      this.#waiting.set(host.name, host);
      this.#dispatch();
    });
  }

  /** Leaves the host of an address alone for a while. */
  pause(url: string, milliseconds: number): void {
    const host = this.#hosts.of(url);
    host.free = Math.max(host.free, this.#clock.now() + milliseconds);
  }

  #hasRoom({ running }: Host): boolean {
    return this.#running < this.#requestPolicy.inAll && running < this.#requestPolicy.perHost;
  }

  #dispatch(): void {
    if (this.#waiting.size === 0) return;
    const now = this.#clock.now();
    let next = Number.POSITIVE_INFINITY;
    for (let progress = true; progress; ) {
      progress = false;
      for (const [name, host] of [...this.#waiting]) {
        if (this.#running >= this.#requestPolicy.inAll) return;
        if (host.running >= this.#requestPolicy.perHost) continue;
        if (host.free > now) {
          next = Math.min(next, host.free);
          continue;
        }
        const waiting = host.waiting.shift();
        this.#waiting.delete(name);
        if (host.waiting.length > 0) this.#waiting.set(name, host);
        if (waiting === undefined) continue;
        this.#start(host, waiting.request).then(waiting.resolve, waiting.reject);
        progress = true;
      }
    }
    this.#wakeAt(next, now);
  }

  async #start(host: Host, request: HttpRequest): Promise<HttpResponse> {
    host.running++;
    this.#running++;
    if (this.#requestPolicy.spacing > 0) host.free = this.#clock.now() + this.#requestPolicy.spacing;
    try {
      return await this.#http.request(request, this.#signal);
    } finally {
      host.running--;
      this.#running--;
      this.#dispatch();
    }
  }

  #wakeAt(time: number, now: number): void {
    if (this.#timer !== undefined && this.#timer.at <= time && this.#timer.at > now) return;
    this.#timer?.disposable.dispose();
    this.#timer = undefined;
    if (time === Number.POSITIVE_INFINITY) return;
    const disposable = this.#clock.after(time - now, () => {
      this.#timer = undefined;
      this.#dispatch();
    });
    this.#timer = { at: time, disposable };
  }

  #stop(): void {
    this.#timer?.disposable.dispose();
    this.#timer = undefined;
    for (const { waiting } of this.#waiting.values()) {
      for (const { reject } of waiting.splice(0)) reject(this.#signal.reason);
    }
    this.#waiting.clear();
  }
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}
