import { execFile, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../support/projectRoot';
import type { BareRun } from './bareRequests';
import { type ImagesCorpus, imagesCorpus } from './imagesCorpus';
import type { ImagesRun } from './imagesRun';
import type { ServerReport } from './imagesServerProcess';
import { OtherCheckers } from './otherCheckers';
import { measureWarm } from './warmCache';

const urls = 5000;
const hosts = 50;
const seconds = 20;
const limits = { inAll: 500, perHost: 10 };
const wanted = 5;
const megabyte = 1024 * 1024;

let areBarsMet = true;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const bar = (line: string, isMet: boolean): void => {
  areBarsMet &&= isMet;
  say(`${isMet ? '✓' : '✗'} ${line}`);
};
const time = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const took = ({ milliseconds, cpu }: BareRun, { cpu: ofServer }: ServerReport): string =>
  `${time(milliseconds)} (${time(cpu)} of work, the server’s ${time(ofServer)})`;

async function main(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'marginalia-images-'));
  const server = fork(join(projectRoot, 'dist', 'test', 'bench', 'imagesServerProcess.js'));
  const heard = (): Promise<ServerReport> =>
    new Promise((resolve) => server.once('message', (message) => resolve(message as ServerReport)));
  const ask = (what: 'new' | 'report'): Promise<ServerReport> => {
    server.send(what);
    return heard();
  };
  /** What is measured, and what a server has seen of it that nobody has asked before. */
  const withServer = async <T>(run: () => Promise<T>): Promise<readonly [T, ServerReport]> => {
    await ask('new');
    return [await run(), await ask('report')];
  };
  try {
    const { port } = await heard();
    const corpus = imagesCorpus(join(scratch, 'articles'), port, urls, hosts);
    say(
      `${urls} images on ${hosts} hosts, answers after 20 ms, Node ${process.version}, ${availableParallelism()} cores\n`,
    );
    // First, so that the server too is as quick for who comes next as for who comes last.
    const bareArgs = [corpus.folder, String(limits.perHost)];
    const [bare, ofBare] = await withServer(() => program<BareRun>('bareRequests.js', bareArgs));
    const [own, seen] = await withServer(() => measureOwn(corpus, 0));
    tellOwn(own, seen, corpus);
    const [polite] = await withServer(() => measureOwn(corpus, 50));
    say(`  with 50 ms between requests to one host, as by default: ${time(polite.milliseconds)}`);
    say(`  merely asking, on bare sockets and judging nothing: ${took(bare, ofBare)}\n`);

    const others = new OtherCheckers(scratch);
    for (const [name, run] of [
      ['linkinator', () => others.linkinator(corpus.folder, seconds)],
      ['markdown-link-check', () => others.markdownLinkCheck(corpus.folder, seconds)],
    ] as const) {
      const [other, report] = await withServer(run);
      say(`${name}: ${took(other, report)}, ${report.requests} requests, ${report.mostPerHost} at once to one host`);
      const times = (other.milliseconds / own.milliseconds).toFixed(1);
      bar(`${times} times faster than ${name} (at least ${wanted})`, other.milliseconds >= wanted * own.milliseconds);
      say(
        `  with ${(own.cpu / other.cpu).toFixed(2)} of its work; mere asking would be ${most(other, bare)} times faster`,
      );
    }
    const warm = await measureWarm(scratch);
    say('');
    bar(`100,000 images with a warm cache: ${time(warm.milliseconds)} (under 3)`, warm.milliseconds < 3000);
    bar(
      `${warm.broken} of 1000 broken ones known, ${warm.requests} requests`,
      warm.broken === 1000 && warm.requests === 0,
    );
    say(`  the whole command, its 5000 articles read and checked too: ${time(warm.command)}`);
    say(areBarsMet ? '\nAll bars are met.' : '\nNot all bars are met: see ✗.');
  } finally {
    server.kill();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function measureOwn({ folder }: ImagesCorpus, spacing: number): Promise<ImagesRun> {
  const args = [folder, limits.inAll, limits.perHost, spacing, seconds].map(String);
  return program<ImagesRun>('imagesRun.js', args);
}

/** What a program of the bench prints. */
async function program<T>(name: string, args: readonly string[]): Promise<T> {
  const script = join(projectRoot, 'dist', 'test', 'bench', name);
  const options = { maxBuffer: 64 * megabyte };
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, ...args], options);
  return JSON.parse(stdout);
}

function tellOwn(run: ImagesRun, report: ServerReport, corpus: ImagesCorpus): void {
  const { requests, mostAtOnce, mostPerHost, mostConnections, bytesSent } = report;
  say(
    `Marginalia: ${took(run, report)}, ${requests} requests, ${(bytesSent / megabyte).toFixed(1)} MB, ` +
      `${Math.round((urls * 1000) / run.milliseconds)} images a second`,
  );
  const wrong = wrongVerdicts(corpus, run);
  bar(`${corpus.expected.size - wrong.length} of ${corpus.expected.size} verdicts are right`, wrong.length === 0);
  for (const line of wrong.slice(0, 10)) say(`    ${line}`);
  bar(`${mostAtOnce} requests at once (at most ${limits.inAll})`, mostAtOnce <= limits.inAll);
  bar(`${mostPerHost} at once to one host (at most ${limits.perHost})`, mostPerHost <= limits.perHost);
  bar(`${mostConnections} connections to one host (at most ${limits.perHost})`, mostConnections <= limits.perHost);
  bar(`${(run.heap / megabyte).toFixed(0)} MB of heap beyond the start (under 100)`, run.heap < 100 * megabyte);
}

function most(other: BareRun, bare: BareRun): string {
  return (other.milliseconds / bare.milliseconds).toFixed(1);
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
        const expectedRule = expected.get(url);
        const isRight = expectedRule === undefined ? rules.length === 0 : rules.join() === expectedRule;
        return isRight ? [] : [`${url}: ${rules.join(', ') || 'nothing'} instead of ${expectedRule ?? 'nothing'}`];
      }),
  );
}

void main();
