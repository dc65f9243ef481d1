import type { CliOutput } from './cliHost';

/** Writes many parts as few: many small writes to a pipe are slow. */
export function writeAll(out: CliOutput, parts: Iterable<string>): void {
  let waiting = '';
  for (const part of parts) {
    waiting += part;
    if (waiting.length < 64 * 1024) continue;
    out.write(waiting);
    waiting = '';
  }
  if (waiting !== '') out.write(waiting);
}
