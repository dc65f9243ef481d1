import { mkdir, rm, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { resultsFolder } from './evidence/resultsFolder';
import { cleanUp } from './onExit';
import { affectedTests } from './runner/affectedTests';
import { keepBusy, takeMemory } from './runner/busyMachine';
import { changedFiles, readImportGraph } from './runner/changedFiles';
import { runInLanes } from './runner/lanes';
import { type RunOptions, readRunOptions } from './runner/runOptions';
import type { SuiteResult } from './runner/suiteRecorder';
import { suites, wholeSuites } from './runner/suites';
import { countLine, summaryOf } from './runner/summary';

/** Runs the suites that are wanted, and ends with `N passed, N failed`. */
async function runAll(options: RunOptions): Promise<number> {
  await rm(resultsFolder, { recursive: true, force: true });
  if (options.pictures) process.env.MARGINALIA_PICTURES = '1';
  const stopBusy = keepBusy(options.busy);
  const giveMemory = await takeMemory(options.memory);
  const results: SuiteResult[] = [];
  for (let time = 1; time <= options.times; time++) {
    if (options.times > 1) console.log(`\n==== run ${time} of ${options.times}`);
    const start = Date.now();
    const ofRun = await runOnce(options);
    results.push(...ofRun);
    console.log(`\n${summaryOf(ofRun)}\n`);
    const load = loadavg().map((average) => average.toFixed(1));
    console.log(`${((Date.now() - start) / 60_000).toFixed(1)} min, load ${load.join(' ')}\n`);
    if (options.times > 1) console.log(`run ${time}: ${countLine(ofRun)}`);
  }
  await giveMemory();
  await stopBusy();
  await mkdir(resultsFolder, { recursive: true });
  await writeFile(join(resultsFolder, 'report.json'), JSON.stringify(results, null, 1));
  console.log(countLine(results));
  return results.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

async function runOnce(options: RunOptions): Promise<readonly SuiteResult[]> {
  const wanted = [...suites]
    .filter(([name]) => isWanted(name, options))
    .map(([name, makeSuite]) => makeSuite(name, options));
  await runInLanes(wanted, options.lanes);
  const results = wanted.map((suite) => suite.result());
  const chosen = options.grep !== undefined || options.sources !== undefined;
  return chosen ? results.filter(isNotEmpty) : results.map(withTests);
}

function isWanted(name: string, { only, grep, sources }: RunOptions): boolean {
  if (only.length > 0) return only.includes(name);
  // A title chooses nothing of what looks at the code as a whole.
  if (grep !== undefined) return !wholeSuites.includes(name);
  return sources === undefined || name !== 'grammar';
}

function isNotEmpty({ passed, failures, skipped }: SuiteResult): boolean {
  return passed + failures.length + skipped.length > 0;
}

/** A suite without tests must not pass for one whose tests all passed. */
function withTests(result: SuiteResult): SuiteResult {
  if (isNotEmpty(result)) return result;
  const message = `The suite ${result.suite} ran no test.`;
  console.log(message);
  return { ...result, failures: [{ title: 'has tests', message, files: [] }] };
}

async function optionsOf(args: readonly string[]): Promise<RunOptions> {
  const options = readRunOptions(args, [...suites.keys()]);
  if (options.changedSince === undefined) return options;
  const changed = await changedFiles(options.changedSince);
  const sources = affectedTests(readImportGraph(), changed);
  console.log(
    `${changed.length} files have changed since ${options.changedSince}; ${sources.length} test files depend on them.`,
  );
  return { ...options, sources };
}

async function main(): Promise<void> {
  const code = await optionsOf(process.argv.slice(2))
    .then(runAll)
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      console.log('0 passed, 1 failed');
      return 1;
    });
  await cleanUp();
  process.exit(code);
}

void main();
