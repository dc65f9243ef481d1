import type { BodyEnd, HttpRequest } from '../../core/host/http';
import { ChunkedBody } from './chunkedBody';
import { NotHttp, type ResponseHead, readResponseHead, shown } from './responseHead';
import { isPacked, packedBytes } from './unpackStart';

/** An answer whose lines before the body have no end. */
export class HeadersTooLarge extends Error {
  override readonly name = 'HeadersTooLarge';
}

const largestHead = 16 * 1024;
const headEnd = Buffer.from('\r\n\r\n');
const headEndWithoutReturns = Buffer.from('\n\n');
const none = new Uint8Array();

/** How the end of a body is found: after so many bytes, where its chunks say, or when the connection ends. */
type Framing = { readonly length: number } | { readonly chunks: ChunkedBody } | 'untilClosed';

/** Reads one answer as its bytes come, and its body no further than it is asked to. */
export class ResponseReader {
  readonly #hasNoBody: boolean;
  #mostBytes: number;
  #pending: Buffer | undefined;
  #headBytes = 0;
  #framing: Framing = 'untilClosed';
  #parts: Uint8Array[] = [];
  #received = 0;
  #isKept = false;
  /** Whether anything has come at all. */
  hasBegun = false;
  head: ResponseHead | undefined;
  /** Absent while more is to come. */
  end: BodyEnd | undefined;

  constructor({ method, mostBytes }: Pick<HttpRequest, 'method' | 'mostBytes'>) {
    this.#hasNoBody = method === 'HEAD';
    this.#mostBytes = mostBytes;
  }

  /** Whether the connection is as it was before the request. To be asked at the end. */
  get isReusable(): boolean {
    return this.end === 'whole' && this.#isKept;
  }

  /** As the bytes were sent. */
  get body(): Uint8Array {
    const [first = none] = this.#parts;
    const whole = this.#parts.length < 2 ? first : Buffer.concat(this.#parts);
    return whole.length <= this.#mostBytes ? whole : whole.subarray(0, this.#mostBytes);
  }

  /** The bytes are only lent. Throws a `NotHttp` or `HeadersTooLarge`. */
  take(bytes: Buffer): void {
    this.hasBegun = true;
    let rest: Buffer | undefined = bytes;
    while (this.head === undefined && rest !== undefined) rest = this.#takeHead(rest);
    if (rest !== undefined && this.head !== undefined) this.#takeBody(rest);
  }

  /** The connection has ended, as it should or by an error. */
  close(isBroken: boolean): void {
    if (this.end !== undefined) return;
    this.end = this.head !== undefined && this.#framing === 'untilClosed' && !isBroken ? 'whole' : 'dropped';
  }

  /** Gives back what follows the head; undefined while that has not come whole. */
  #takeHead(bytes: Buffer): Buffer | undefined {
    const all = this.#pending === undefined ? bytes : Buffer.concat([this.#pending, bytes]);
    if (all.length >= 5 && all.toString('latin1', 0, 5) !== 'HTTP/')
      throw new NotHttp(shown(all.toString('latin1', 0, 80)));
    const end = endOfHead(all);
    if (end === undefined) {
      if (this.#headBytes + all.length > largestHead) throw new HeadersTooLarge();
      this.#pending = Buffer.from(all);
      return undefined;
    }
    this.#pending = undefined;
    this.#headBytes += end;
    if (this.#headBytes > largestHead) throw new HeadersTooLarge();
    const head = readResponseHead(all.toString('latin1', 0, end));
    // "Go on" and its like are no answers yet.
    if (head.status >= 200 || head.status === 101) this.#begin(head);
    return end < all.length || this.head !== undefined ? all.subarray(end) : undefined;
  }

  #begin(head: ResponseHead): void {
    this.head = head;
    this.#isKept = head.isKept;
    const { status, headers } = head;
    const length = headers['content-length'];
    if (isPacked(headers['content-encoding'])) this.#mostBytes = packedBytes(this.#mostBytes);
    const transfer = headers['transfer-encoding']?.toLowerCase();
    if (this.#hasNoBody || status === 204 || status === 304) {
      this.#framing = { length: 0 };
    } else if (transfer !== undefined) {
      if (/(?:^|,)\s*chunked$/.test(transfer)) this.#framing = { chunks: new ChunkedBody((part) => this.#add(part)) };
      // Two lengths at once, or one that is not understood: nobody can say where the next answer starts.
      if (length !== undefined || transfer !== 'chunked') this.#isKept = false;
    } else if (length !== undefined) {
      if (!/^\d{1,15}$/.test(length)) throw new NotHttp('Content-Length');
      this.#framing = { length: Number(length) };
    }
    if (this.#framing === 'untilClosed') this.#isKept = false;
  }

  #takeBody(bytes: Buffer): void {
    if (this.end !== undefined) return;
    const framing = this.#framing;
    let used = bytes.length;
    let isOver = false;
    if (framing === 'untilClosed') {
      this.#add(bytes);
    } else if ('chunks' in framing) {
      used = framing.chunks.take(bytes);
      isOver = framing.chunks.isOver;
    } else {
      used = Math.min(bytes.length, framing.length - this.#received);
      if (used > 0) this.#add(bytes.subarray(0, used));
      isOver = this.#received >= framing.length;
    }
    // What nobody asked for may be the beginning of anything.
    if (used < bytes.length) this.#isKept = false;
    if (this.#received > this.#mostBytes) this.end = 'enough';
    else if (isOver) this.end = 'whole';
  }

  #add(bytes: Buffer): void {
    const wanted = this.#mostBytes - this.#received;
    this.#received += bytes.length;
    if (wanted > 0) this.#parts.push(copyOf(bytes, Math.min(wanted, bytes.length)));
  }
}

function endOfHead(bytes: Buffer): number | undefined {
  const usual = bytes.indexOf(headEnd);
  if (usual !== -1) return usual + headEnd.length;
  const bare = bytes.indexOf(headEndWithoutReturns);
  return bare === -1 ? undefined : bare + headEndWithoutReturns.length;
}

function copyOf(bytes: Buffer, length: number): Uint8Array {
  const copy = new Uint8Array(length);
  copy.set(length === bytes.length ? bytes : bytes.subarray(0, length));
  return copy;
}
