import { NotHttp } from './responseHead';

/** More than anybody needs to say how long a chunk is, or to add after the last one. */
const longestLine = 16 * 1024;

const chunkSize = /^([\da-f]{1,13})[\t ]*(?:;|$)/i;

/** Takes the lengths out of a body that is sent in chunks. */
export class ChunkedBody {
  readonly #onData: (bytes: Buffer) => void;
  /** What of a line has come; absent within the bytes of a chunk. */
  #line: string | undefined = '';
  /** How much of the chunk is still to come. */
  #left = 0;
  /** After the last chunk come headers that nobody needs. */
  #isLast = false;
  #afterChunk = false;
  #lineLength = 0;
  isOver = false;

  constructor(onData: (bytes: Buffer) => void) {
    this.#onData = onData;
  }

  /** Says how many of the bytes were the body's. Throws a `NotHttp`. */
  take(bytes: Buffer): number {
    let at = 0;
    while (at < bytes.length && !this.isOver) {
      if (this.#line === undefined) {
        const part = bytes.subarray(at, at + this.#left);
        this.#left -= part.length;
        at += part.length;
        this.#onData(part);
        if (this.#left === 0) this.#startLine(true);
        continue;
      }
      const end = bytes.indexOf(10, at);
      this.#addToLine(bytes.toString('latin1', at, end === -1 ? bytes.length : end));
      if (end === -1) return bytes.length;
      at = end + 1;
      this.#endLine(this.#line.replace(/\r$/, ''));
    }
    return at;
  }

  #startLine(afterChunk: boolean): void {
    this.#line = '';
    this.#afterChunk = afterChunk;
  }

  #addToLine(text: string): void {
    this.#lineLength += text.length;
    if (this.#lineLength > longestLine) throw new NotHttp('chunks');
    this.#line += text;
  }

  #endLine(line: string): void {
    if (this.#isLast) {
      this.isOver = line === '';
      this.#startLine(false);
      return;
    }
    this.#lineLength = 0;
    if (this.#afterChunk) {
      if (line !== '') throw new NotHttp('chunks');
      this.#startLine(false);
      return;
    }
    const [, size] = chunkSize.exec(line) ?? [];
    if (size === undefined) throw new NotHttp('chunks');
    this.#left = Number.parseInt(size, 16);
    this.#isLast = this.#left === 0;
    if (this.#isLast) this.#startLine(false);
    else this.#line = undefined;
  }
}
