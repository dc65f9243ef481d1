import { join } from 'node:path';
import { runCli } from '../../../src/cli/runCli';
import { imageDomain, resolveToLoopback } from '../../support/imageServer';
import { projectRoot } from '../../support/projectRoot';

/** What a run of our own check prints for the bench, on one line. */
export interface ImagesRun {
  /** From the start of the process. */
  readonly milliseconds: number;
  /** What of that was work of this process, its start and its threads included. */
  readonly cpu: number;
  /** The most heap beyond that at the start, in bytes; what nobody needs any more included. */
  readonly heap: number;
  /** The rules that tell of each address. */
  readonly told: Readonly<Record<string, readonly string[]>>;
}

const [folder = '', inAll = '', perHost = '', spacing = '', timeout = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  gc?.();
  const start = process.memoryUsage().heapUsed;
  let most = start;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 50);
  let out = '';
  const limits = ['--concurrency', inAll, '--per-host', perHost, '--timeout', timeout];
  await runCli(['check', folder, '--remote', '--allow-host', `*.${imageDomain}`, ...limits, '--format', 'json'], {
    out: { write: (text) => (out += text) },
    error: process.stderr,
    signal: new AbortController().signal,
    workerScript: join(projectRoot, 'dist', 'parseWorker.mjs'),
    network: {
      resolve: resolveToLoopback,
      environment: {},
      // A server of a bench recovers faster than those of the world.
      requestPolicy: { spacing: Number(spacing), retryWait: 10, tooManyWait: 10 },
    },
  });
  const milliseconds = performance.now();
  clearInterval(look);
  const { user, system } = process.cpuUsage();
  const told: Record<string, string[]> = {};
  for (const { path, rule, range } of JSON.parse(out).problems) {
    if (!/^image\//.test(rule)) continue;
    const key = `${path}:${range.start.line}`;
    told[key] = [...(told[key] ?? []), rule];
  }
  process.stdout.write(
    JSON.stringify({ milliseconds, cpu: (user + system) / 1000, heap: most - start, told } satisfies ImagesRun),
  );
}

void main();
