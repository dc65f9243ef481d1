import { writeFileSync, writeSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { cleanUp, onExit } from '../support/onExit';
import { temporaryFolder } from '../support/temporaryFolder';
import { type BenchOptions, benchOptions } from './benchOptions';
import { allParts } from './parts/allParts';
import type { Checkout } from './products/checkout';
import { checkoutAside } from './products/checkoutAside';
import { here } from './products/here';
import { runPart } from './runPart';
import { benchTable } from './table/benchTable';
import { isAllWell, type PartResult, type Row, rowsOf } from './table/tableRows';

// Synchronous: an interrupted process that still has to print its table must not lose it.
const say = (text: string): void => void writeSync(1, `${text}\n`);

const options = benchOptions(
  process.argv.slice(2),
  allParts.map(({ name }) => name),
);
const parts = allParts.filter(({ name }) => options.parts.includes(name));
const results: PartResult[] = [];
let otherName: string | undefined;
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    isInterrupted = true;
  });
}

/** The table of what was measured; a part that was not got to is a row with that reason. */
function report(): boolean {
  const missing = parts
    .slice(results.length)
    .map(({ name, figures }): PartResult => ({ part: name, figures, own: { failure: 'interrupted' } }));
  const rows = [...results, ...missing].flatMap(rowsOf);
  const isWell = isAllWell(rows);
  say(`\n${circumstances(options)}\n`);
  say(benchTable(rows, otherName));
  say(isWell ? 'All bars are met.' : 'Not all is well: see ✗.');
  if (options.json !== undefined) keep(options.json, rows);
  return isWell;
}

async function main(): Promise<void> {
  const forget = onExit(async () => void report());
  const { isQuick, articles, rounds } = options;
  const other = await buildAll();
  for (const part of parts) {
    const scratch = await temporaryFolder(`bench-${part.name}`);
    try {
      const result = await runPart(part, {
        own: here,
        ...(other === undefined ? {} : { other }),
        context: { scratch: scratch.path, isQuick, articles },
        rounds: rounds ?? (isQuick ? part.rounds.quick : part.rounds.full),
        say,
      });
      // What is cleaned up meanwhile makes a part fail that was only interrupted.
      if (isInterrupted) return;
      results.push(result);
    } finally {
      await scratch.remove();
    }
  }
  forget();
  process.exitCode = report() ? 0 : 1;
}

async function buildAll(): Promise<Checkout | undefined> {
  say('Building …');
  await here.build();
  if (options.against === undefined) return undefined;
  const other = await checkoutAside(options.against);
  otherName = other.name;
  say(`Building ${other.name} aside …`);
  await other.build();
  return other;
}

function circumstances({ isQuick, articles }: BenchOptions): string {
  const load = loadavg()[0]?.toFixed(1) ?? '';
  const size = `${articles.toLocaleString('en')} articles${isQuick ? ', quick' : ''}`;
  return `Node ${process.version}, ${availableParallelism()} cores, load ${load}, files in the page cache, ${size}`;
}

function keep(file: string, rows: readonly Row[]): void {
  const made = { node: process.version, cores: availableParallelism(), load: loadavg(), articles: options.articles };
  writeFileSync(file, `${JSON.stringify({ ...made, against: otherName, rows, results }, undefined, 2)}\n`);
}

async function run(): Promise<void> {
  try {
    await main();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
  // The browser that all share is still open.
  if (!isInterrupted) await cleanUp();
}

void run();
