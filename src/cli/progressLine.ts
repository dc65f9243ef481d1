import type { CliOutput } from './cliHost';

/** Between two looks at the line; nobody reads faster. */
const milliseconds = 100;

/** A line on a terminal that is written over again and again; elsewhere nothing. */
export class ProgressLine {
  readonly #out: CliOutput;
  #shown = Number.NEGATIVE_INFINITY;
  #length = 0;

  constructor(out: CliOutput) {
    this.#out = out;
  }

  show(line: () => string): void {
    const now = performance.now();
    if (this.#out.isTTY !== true || now - this.#shown < milliseconds) return;
    this.#shown = now;
    const text = line().slice(0, Math.max(1, (this.#out.columns ?? 80) - 1));
    this.#out.write(`\r${text.padEnd(this.#length)}`);
    this.#length = text.length;
  }

  clear(): void {
    if (this.#length > 0) this.#out.write(`\r${' '.repeat(this.#length)}\r`);
    this.#length = 0;
  }
}
