#!/usr/bin/env node
import { join } from 'node:path';
import { exitCode } from './cliHost';
import { plainLine } from './plainLine';
import { runCli } from './runCli';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort(new Error('stopped')));

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read our output, `head` for one, has enough of it.
    if (error.code === 'EPIPE') process.exit(0);
    const end = (): never => process.exit(exitCode.couldNotRun);
    // Nobody can be told that the error output itself takes nothing.
    if (stream === process.stderr) end();
    process.stderr.write(`marginalia: the output could not be written: ${plainLine(error.message)}\n`, end);
  });
}

const host = {
  out: process.stdout,
  error: process.stderr,
  signal: stop.signal,
  workerScript: join(import.meta.dirname, 'parseWorker.mjs'),
};

// Not `process.exit`: what is still on its way into a pipe would be lost.
void runCli(process.argv.slice(2), host).then((code) => {
  process.exitCode = stop.signal.aborted ? 130 : code;
});
