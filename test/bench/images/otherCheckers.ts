import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { imageDomain } from '../../support/imageServer';
import { projectRoot } from '../../support/projectRoot';
import { type MeasuredRun, measuredRun } from '../products/measuredRun';

/** Lets every program of Node find the hosts of the bench on the loopback address. */
const hostsScript = `
const dns = require('node:dns');
const lookup = dns.lookup;
dns.lookup = (host, options, callback) => {
  const call = typeof options === 'function' ? options : callback;
  if (!String(host).endsWith('.${imageDomain}')) return lookup(host, options, callback);
  const all = typeof options === 'object' && options !== null && options.all === true;
  process.nextTick(() => (all ? call(null, [{ address: '127.0.0.1', family: 4 }]) : call(null, '127.0.0.1', 4)));
};
`;

/** What other link checkers take over the same files, as their users would start them, with the same patience. */
export class OtherCheckers {
  readonly #scratch: string;
  readonly #preload: string;

  constructor(scratch: string) {
    this.#scratch = scratch;
    this.#preload = join(scratch, 'hosts.cjs');
    writeFileSync(this.#preload, hostsScript);
  }

  linkinator(folder: string, seconds: number): Promise<MeasuredRun> {
    const args = ['**/*.md', '--markdown', '--format', 'json', '--timeout', String(seconds * 1000)];
    return this.#run('linkinator', args, folder);
  }

  markdownLinkCheck(folder: string, seconds: number): Promise<MeasuredRun> {
    const config = join(this.#scratch, 'markdownLinkCheck.json');
    writeFileSync(config, JSON.stringify({ timeout: `${seconds}s`, retryOn429: false }));
    return this.#run('markdown-link-check', ['--quiet', '--config', config, '.'], folder);
  }

  #run(name: string, args: readonly string[], cwd: string): Promise<MeasuredRun> {
    return measuredRun([programOf(name), ...args], cwd, { preload: [this.#preload] });
  }
}

function programOf(name: string): string {
  const file = join(projectRoot, 'node_modules', name, 'package.json');
  const { bin }: { bin: string | Readonly<Record<string, string>> } = createRequire(file)(file);
  const path = typeof bin === 'string' ? bin : (bin[name] ?? '');
  return join(dirname(file), path);
}
