import { createInterface } from 'node:readline';
import type MochaClass from 'mocha';
import { keepEvidence } from './evidence/keepEvidence';
import { ownWitnesses as witnesses } from './evidence/witnesses';
import LineReporter from './lineReporter';
import { cleanUp } from './onExit';
import { removeSkipped } from './runner/remainingTests';
import { reportLine } from './runner/testReport';
import type { WorkerOrder } from './runner/testWorker';
import { wantSources } from './runner/wantedSources';

/**
 * Runs the test files that come in by its input, one line each, one after the other, and reports by its output. What
 * tests share, such as a browser, stays for the next file, until the input ends.
 */
async function work(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  witnesses.report = (report) => console.log(reportLine(report));
  for await (const line of createInterface({ input: process.stdin })) {
    await runFile(Mocha, JSON.parse(line) as WorkerOrder);
  }
  await cleanUp();
}

async function runFile(Mocha: typeof MochaClass, order: WorkerOrder): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: LineReporter as unknown as typeof Mocha.reporters.Base });
  const { suite, file, grep, sources, skipped } = order;
  let failed: { readonly title: string; readonly since: number } | undefined;
  witnesses.explain = async () => {
    const failure = failed;
    failed = undefined;
    if (!failure || witnesses.contexts.size === 0) return;
    const { title, since } = failure;
    witnesses.report({ kind: 'kept', title, files: await keepEvidence(witnesses, suite, title, since) });
  };
  mocha.rootHooks({ afterEach: () => witnesses.explain(), afterAll: () => witnesses.explain() });
  if (grep !== undefined) mocha.grep(new RegExp(grep));
  wantSources(sources);
  mocha.addFile(file);
  await mocha.loadFilesAsync();
  removeSkipped(mocha.suite, skipped);
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    let since = Date.now();
    runner.on('test', () => {
      since = Date.now();
    });
    runner.on('fail', (test) => {
      failed = { title: test.fullTitle(), since };
    });
  });
  // Otherwise its listeners for errors of the process would stay for each file.
  mocha.dispose();
}

work().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
