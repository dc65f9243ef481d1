import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../projectRoot';
import { claimable, type Suite } from './claimable';
import { prepare } from './prepare';
import { nothingSkipped } from './remainingTests';
import type { RunOptions } from './runOptions';
import type { SuiteRecorder } from './suiteRecorder';
import { TestRun } from './testRun';
import { TestWorker } from './testWorker';

export interface MochaFiles {
  /** Below dist/test. */
  readonly folder: string;
  /** A folder in it that is another suite's. */
  readonly without?: string;
  readonly needsBrowser?: boolean;
}

/** Test files that run in processes of their own, one for each lane; each process takes the next file that is left. */
export function mochaSuite(name: string, options: RunOptions, files: MochaFiles): Suite {
  const left = [...filesOf(files)].filter((file) => isWanted(file, options));
  return claimable(
    name,
    options.lanes,
    async (recorder) => {
      if (files.needsBrowser) await prepare();
      let worker: TestWorker | undefined;
      for (let file = left.shift(); file !== undefined; file = left.shift()) {
        worker = await runFile(worker, recorder, file, options);
      }
      const code = (await worker?.end()) ?? 0;
      if (code !== 0) recorder.fail('ends well', `The process that ran the tests has ended with code ${code}.`);
    },
    () => left.length > 0,
  );
}

/** Runs a file in the worker, and what is left of it in a new one when it is cut short; returns the one that is there. */
async function runFile(
  worker: TestWorker | undefined,
  recorder: SuiteRecorder,
  file: string,
  { grep, sources }: RunOptions,
): Promise<TestWorker | undefined> {
  let skipped = nothingSkipped;
  let current = worker;
  for (;;) {
    current ??= new TestWorker();
    const run = new TestRun(recorder, skipped);
    const order = { suite: run.suite, file, skipped, ...(grep && { grep }), ...(sources && { sources }) };
    if (await current.run(order, run)) return current;
    current = undefined;
    if (!run.leavesMore) return undefined;
    skipped = run.skipped;
  }
}

function filesOf({ folder, without }: MochaFiles): readonly string[] {
  const built = join(projectRoot, 'dist', 'test');
  if (!existsSync(join(built, folder))) return [];
  return readdirSync(join(built, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => without === undefined || !relative(join(built, without), path).match(/^[^.]/))
    .sort();
}

/** A bundle of many files is taken and chooses among them by itself. */
function isWanted(file: string, { sources }: RunOptions): boolean {
  if (sources === undefined) return true;
  const path = relative(join(projectRoot, 'dist'), file).replaceAll('\\', '/').replace(/\.js$/, '.ts');
  return path.startsWith('test/unit/')
    ? sources.some((source) => source.startsWith('test/unit/'))
    : sources.includes(path);
}
