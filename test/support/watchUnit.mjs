import { spawn } from 'node:child_process';

/** Builds the unit tests on every save and runs them again: all of them, or those that mocha's own options choose. */
const both = [
  ['esbuild.mjs', '--unit', '--watch'],
  [
    ...['node_modules/mocha/bin/mocha.js', '--config', '.mocharc.json'],
    ...['--watch', '--watch-files', 'dist/test/unit/*.test.js', ...process.argv.slice(2)],
  ],
].map((args) => spawn(process.execPath, args, { stdio: 'inherit' }));

for (const one of both) {
  one.once('exit', (code) => {
    for (const other of both) other.kill();
    process.exitCode ??= code ?? 1;
  });
}
