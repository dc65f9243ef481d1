import type { HttpRequest } from '../../host/http';
import { largestKnownPicture, type Placeholders } from './placeholders';
import type { RequestPolicy } from './requestPolicy';

/** What is asked for: whether there is an image, its first bytes, or all of it, of which no more than those is read. */
export type Wanted = 'head' | 'part' | 'whole';

/** The requests of one run, which differ only by their addresses. */
export class ImageRequests {
  /** So much of an image is needed to judge it. */
  readonly mostBytes: number;
  readonly #headers: HttpRequest['headers'];
  readonly #headersOfPart: HttpRequest['headers'];

  constructor({ firstBytes, userAgent }: RequestPolicy, placeholders: Placeholders) {
    this.mostBytes = placeholders.hasHashes ? Math.max(firstBytes, largestKnownPicture) : firstBytes;
    this.#headers = {
      'user-agent': userAgent,
      accept: 'image/avif,image/webp,image/*,*/*;q=0.8',
      // What is compressed would have to be unpacked, and a range of it cannot be.
      'accept-encoding': 'identity',
    };
    this.#headersOfPart = { ...this.#headers, range: `bytes=0-${this.mostBytes - 1}` };
  }

  of(url: string, wanted: Wanted, referer: string | undefined): HttpRequest {
    const usual = wanted === 'part' ? this.#headersOfPart : this.#headers;
    const headers = referer === undefined ? usual : { ...usual, referer };
    if (wanted === 'head') return { url, method: 'HEAD', headers, mostBytes: 0 };
    return { url, method: 'GET', headers, mostBytes: this.mostBytes };
  }
}
