import { fork, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpClient } from '../../../src/core/host/http';
import { defaultRemoteSettings, RemoteImageChecker } from '../../../src/core/images/remote/remoteImageChecker';
import { VerdictCache } from '../../../src/core/images/remote/verdictCache';
import { KeptTextFile } from '../../../src/node/keptTextFile';
import { systemClock } from '../../../src/node/systemClock';
import { imageDomain } from '../../support/imageServer';
import { projectRoot } from '../../support/projectRoot';
import { type ImagesCorpus, imagesCorpus, warmCorpus } from './imagesCorpus';
import type { ImagesRun } from './imagesRun';
import type { ServerReport } from './imagesServerProcess';
import { OtherCheckers } from './otherCheckers';

const urls = 5000;
const hosts = 50;
const seconds = 20;
const limits = { inAll: 200, perHost: 10 };
const megabyte = 1024 * 1024;

let areBarsMet = true;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const bar = (line: string, isMet: boolean): void => {
  areBarsMet &&= isMet;
  say(`${isMet ? '✓' : '✗'} ${line}`);
};
const time = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

async function main(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'marginalia-images-'));
  const server = fork(join(projectRoot, 'dist', 'test', 'bench', 'imagesServerProcess.js'));
  const heard = (): Promise<ServerReport> =>
    new Promise((resolve) => server.once('message', (message) => resolve(message as ServerReport)));
  const ask = (what: 'new' | 'report'): Promise<ServerReport> => {
    server.send(what);
    return heard();
  };
  try {
    const { port } = await heard();
    const corpus = imagesCorpus(join(scratch, 'articles'), port, urls, hosts);
    say(
      `${urls} images on ${hosts} hosts, answers after 20 ms, Node ${process.version}, ${availableParallelism()} cores\n`,
    );

    const own = await measureOwn(
      corpus,
      0,
      () => ask('new'),
      () => ask('report'),
    );
    const polite = await measureOwn(
      corpus,
      50,
      () => ask('new'),
      () => ask('report'),
    );
    say(`  with 50 ms between requests to one host, as by default: ${time(polite)}\n`);

    const others = new OtherCheckers(scratch);
    for (const [name, run] of [
      ['linkinator', () => others.linkinator(corpus.folder, seconds)],
      ['markdown-link-check', () => others.markdownLinkCheck(corpus.folder, seconds)],
    ] as const) {
      await ask('new');
      const { milliseconds, cpu, out } = await run();
      const { requests, mostPerHost } = await ask('report');
      say(
        `${name}: ${time(milliseconds)} (${time(cpu)} of work), ${requests} requests, ${mostPerHost} at once to one host, ${out.length} characters`,
      );
      bar(`${(milliseconds / own).toFixed(1)} times faster than ${name} (at least 5)`, milliseconds / own >= 5);
    }
    await measureWarm(scratch);
    say(areBarsMet ? '\nAll bars are met.' : '\nNot all bars are met: see ✗.');
  } finally {
    server.kill();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function measureOwn(
  corpus: ImagesCorpus,
  spacing: number,
  fresh: () => Promise<ServerReport>,
  report: () => Promise<ServerReport>,
): Promise<number> {
  await fresh();
  const script = join(projectRoot, 'dist', 'test', 'bench', 'imagesRun.js');
  const args = [corpus.folder, limits.inAll, limits.perHost, spacing, seconds].map(String);
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', script, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * megabyte,
  });
  if (stdout === '') throw new Error(`Our own check failed: ${stderr}`);
  const run: ImagesRun = JSON.parse(stdout);
  const { requests, mostAtOnce, mostPerHost, mostConnections, bytesSent } = await report();
  if (spacing > 0) return run.milliseconds;
  say(
    `Marginalia: ${time(run.milliseconds)} (${time(run.cpu)} of work), ${requests} requests, ${(bytesSent / megabyte).toFixed(1)} MB, ` +
      `${Math.round((urls * 1000) / run.milliseconds)} images a second`,
  );
  const wrong = wrongVerdicts(corpus, run);
  bar(`${corpus.expected.size - wrong.length} of ${corpus.expected.size} verdicts are right`, wrong.length === 0);
  for (const line of wrong.slice(0, 10)) say(`    ${line}`);
  bar(`${mostAtOnce} requests at once (at most ${limits.inAll})`, mostAtOnce <= limits.inAll);
  bar(`${mostPerHost} at once to one host (at most ${limits.perHost})`, mostPerHost <= limits.perHost);
  bar(`${mostConnections} connections to one host (at most ${limits.perHost})`, mostConnections <= limits.perHost);
  bar(`${(run.heap / megabyte).toFixed(0)} MB of heap beyond the start (under 100)`, run.heap < 100 * megabyte);
  return run.milliseconds;
}

/** Each image stands alone on its line. */
function wrongVerdicts({ files, expected }: ImagesCorpus, { told }: ImagesRun): readonly string[] {
  return files.flatMap((file, number) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const url = /src="(http:[^"]+)"/.exec(line)?.[1];
        if (url === undefined) return [];
        const rules = (told[`article-${number}.md:${index}`] ?? []).filter((rule) => rule !== 'image/insecure');
        const wanted = expected.get(url);
        const isRight = wanted === undefined ? rules.length === 0 : rules.length === 1 && rules[0] === wanted;
        return isRight ? [] : [`${url}: ${rules.join(', ') || 'nothing'} instead of ${wanted ?? 'nothing'}`];
      }),
  );
}

async function measureWarm(scratch: string): Promise<void> {
  const { folder, cache, images } = warmCorpus(join(scratch, 'warm'), 100_000);
  let requests = 0;
  const http: HttpClient = {
    request: () => {
      requests++;
      throw new Error('Nothing may be asked.');
    },
  };
  const from = performance.now();
  const known = await VerdictCache.open(new KeptTextFile(cache));
  const settings = { ...defaultRemoteSettings, allowPrivateHosts: [`*.${imageDomain}`] };
  const checker = new RemoteImageChecker(http, systemClock, known, settings);
  const { broken } = await checker.check(images, { signal: new AbortController().signal });
  await known.save(Date.now());
  const milliseconds = performance.now() - from;
  say('');
  bar(`100,000 images with a warm cache: ${time(milliseconds)} (under 3)`, milliseconds < 3000);
  bar(`${broken} of 1000 broken ones known, ${requests} requests`, broken === 1000 && requests === 0);

  const cli = join(projectRoot, 'dist', 'cli.js');
  const args = ['check', folder, '--remote', '--cache', cache, '--allow-host', `*.${imageDomain}`, '--format', 'json'];
  const commandFrom = performance.now();
  spawnSync(process.execPath, [cli, ...args], { maxBuffer: 64 * megabyte });
  say(`  the whole command, its 5000 articles read and checked too: ${time(performance.now() - commandFrom)}`);
}

void main();
