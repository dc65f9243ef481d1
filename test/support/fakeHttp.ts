import { setMaxListeners } from 'node:events';
import type { Clock } from '../../src/core/host/clock';
import {
  type HttpClient,
  HttpError,
  type HttpFault,
  type HttpRequest,
  type HttpResponse,
} from '../../src/core/host/http';
import { pictures } from './pictures';

/** One answer: a status with what goes with it, or a fault. */
export type FakeAnswer = Partial<HttpResponse> | { readonly fault: HttpFault };

export interface SeenRequest extends HttpRequest {
  readonly time: number;
}

/** Servers that answer as a function says, each after some time of the clock, and that see who asks when. */
export class FakeHttp implements HttpClient {
  readonly seen: SeenRequest[] = [];
  readonly #answer: (request: HttpRequest, before: number) => FakeAnswer;
  readonly #clock: Clock;
  readonly #latency: number;
  readonly #atOnce = new Map<string, number>();
  readonly mostAtOnce = new Map<string, number>();

  /** `before` counts the requests for the same address that came earlier, with any method. */
  constructor(clock: Clock, answer: (request: HttpRequest, before: number) => FakeAnswer, latency = 0) {
    this.#clock = clock;
    this.#answer = answer;
    this.#latency = latency;
  }

  async request(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
    setMaxListeners(0, signal);
    const before = this.seen.filter(({ url }) => url === request.url).length;
    this.seen.push({ ...request, time: this.#clock.now() });
    const hosts = [new URL(request.url).hostname, 'all'];
    for (const host of hosts) this.#count(host, 1);
    try {
      if (this.#latency > 0) {
        await new Promise<void>((resolve, reject) => {
          this.#clock.after(this.#latency, resolve);
          signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        });
      }
      const answer = this.#answer(request, before);
      if ('fault' in answer) throw new HttpError(answer.fault);
      return { status: 200, headers: {}, body: new Uint8Array(), end: 'whole', ...answer };
    } finally {
      for (const host of hosts) this.#count(host, -1);
    }
  }

  #count(host: string, by: number): void {
    const now = (this.#atOnce.get(host) ?? 0) + by;
    this.#atOnce.set(host, now);
    this.mostAtOnce.set(host, Math.max(this.mostAtOnce.get(host) ?? 0, now));
  }
}

const png = pictures.png();

/** A whole image, as a server sends it that honours ranges. */
export function shownImage({ method }: HttpRequest): FakeAnswer {
  if (method === 'HEAD') return { status: 200, headers: { 'content-type': 'image/png' } };
  const headers = { 'content-type': 'image/png', 'content-range': `bytes 0-${png.length - 1}/${png.length}` };
  return { status: 206, headers, body: png };
}
