import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { imageDomain } from '../../support/imageServer';
import { projectRoot } from '../../support/projectRoot';

/** Lets every program of Node find the hosts of the bench on the loopback address. */
const preload = (cpuFile: string): string => `
const dns = require('node:dns');
const lookup = dns.lookup;
process.once('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeFileSync(${JSON.stringify(cpuFile)}, String((user + system) / 1000));
});
dns.lookup = (host, options, callback) => {
  const call = typeof options === 'function' ? options : callback;
  if (!String(host).endsWith('.${imageDomain}')) return lookup(host, options, callback);
  const all = typeof options === 'object' && options !== null && options.all === true;
  process.nextTick(() => (all ? call(null, [{ address: '127.0.0.1', family: 4 }]) : call(null, '127.0.0.1', 4)));
};
`;

export interface TimedRun {
  readonly milliseconds: number;
  /** What of that was work of the program. */
  readonly cpu: number;
  readonly out: string;
}

/** How long other link checkers take over the same files, as their users would start them, with the same patience. */
export class OtherCheckers {
  readonly #scratch: string;
  readonly #preload: string;
  readonly #cpuFile: string;

  constructor(scratch: string) {
    this.#scratch = scratch;
    this.#preload = join(scratch, 'hosts.cjs');
    this.#cpuFile = join(scratch, 'cpu.txt');
    writeFileSync(this.#preload, preload(this.#cpuFile));
  }

  linkinator(folder: string, seconds: number): Promise<TimedRun> {
    const args = ['**/*.md', '--markdown', '--format', 'json', '--timeout', String(seconds * 1000)];
    return this.#run('linkinator', args, folder);
  }

  markdownLinkCheck(folder: string, seconds: number): Promise<TimedRun> {
    const config = join(this.#scratch, 'markdownLinkCheck.json');
    writeFileSync(config, JSON.stringify({ timeout: `${seconds}s`, retryOn429: false }));
    return this.#run('markdown-link-check', ['--quiet', '--config', config, '.'], folder);
  }

  #run(name: string, args: readonly string[], cwd: string): Promise<TimedRun> {
    const from = performance.now();
    const child = spawn(process.execPath, ['--require', this.#preload, programOf(name), ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      // Both end with a failure when they have found broken links.
      child.once('close', () =>
        resolve({ milliseconds: performance.now() - from, cpu: Number(readFileSync(this.#cpuFile, 'utf8')), out }),
      );
    });
  }
}

function programOf(name: string): string {
  const file = join(projectRoot, 'node_modules', name, 'package.json');
  const { bin }: { bin: string | Readonly<Record<string, string>> } = createRequire(file)(file);
  const path = typeof bin === 'string' ? bin : (bin[name] ?? '');
  return join(dirname(file), path);
}
