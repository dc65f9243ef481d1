import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findDesktop } from '../hosts/findDesktop';
import { inWebWorker } from '../hosts/quietSettings';
import { type HostRun, runInServer } from '../hosts/runInServer';
import { runOnDesktop } from '../hosts/runOnDesktop';
import { npmCommand } from '../npmCommand';
import { projectRoot } from '../projectRoot';
import { runProcess } from '../runProcess';
import { copyOf } from '../temporaryFolder';
import { SuiteRecorder, type SuiteResult } from './suiteResult';

export interface SuiteOptions {
  /** Run only tests whose full title matches this regular expression. */
  readonly grep?: string;
}

type Suite = (name: string, options: SuiteOptions) => Promise<SuiteResult>;

const minute = 60_000;

/** Every suite by its name, in the order they run: the quick ones first. */
export const suites: ReadonlyMap<string, Suite> = new Map<string, Suite>([
  ['types', (name) => npmScript(name, 'test:types')],
  ['lint', (name) => npmScript(name, 'test:lint')],
  ['grammar', (name) => npmScript(name, 'test:grammar')],
  [
    'unit',
    (name, options) => mochaRun(name, options, ['--parallel', '--jobs', '2', '--timeout', '10000', ...spec('unit')]),
  ],
  ['webview', (name, options) => mochaRun(name, options, ['--timeout', String(minute), ...spec('webview')])],
  ['host', (name, options) => hostRun(name, options, 'host')],
  ['web', (name, options) => hostRun(name, options, 'web')],
  ['ui', (name, options) => mochaRun(name, options, [...withWorkbench, ...spec('ui'), '--ignore', packageTests])],
  ['package', (name, options) => mochaRun(name, options, [...withWorkbench, packageTests])],
]);

const packageTests = 'dist/test/ui/package/**/*.test.js';
const withWorkbench = ['--timeout', String(3 * minute), '--require', './dist/test/support/workbench.js'];

function spec(folder: string): readonly string[] {
  return [`dist/test/${folder}/**/*.test.js`];
}

/** A check that is one test, however much it looks at. */
async function npmScript(name: string, script: string): Promise<SuiteResult> {
  const recorder = new SuiteRecorder(name);
  const start = Date.now();
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const title = `npm run ${script}`;
  if (manifest.scripts[script] === undefined) {
    recorder.fail(title, `package.json has no script ${script}: add it.`);
    return recorder.end();
  }
  const { code, tail } = await npmCommand(projectRoot, ['run', '--silent', script]);
  if (code === 0) recorder.pass(title, Date.now() - start);
  else recorder.fail(title, tail);
  return recorder.end();
}

async function mochaRun(name: string, options: SuiteOptions, args: readonly string[]): Promise<SuiteResult> {
  const recorder = new SuiteRecorder(name);
  const mocha = join(projectRoot, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const { code, timedOut } = await runProcess(
    process.execPath,
    [
      mocha,
      ...['--no-config', '--ui', 'bdd', '--exit', '--reporter', './dist/test/lineReporter.js'],
      ...(options.grep ? ['--grep', options.grep] : []),
      ...args,
    ],
    { cwd: projectRoot, onLine: recorder.take, timeoutMilliseconds: 20 * minute },
  );
  if (timedOut) recorder.fail('ends in time', 'The run was ended after 20 minutes.');
  return recorder.endOfTests(code);
}

/** A workspace of one folder: a second one comes to it without a restart of the extension host. */
async function workspaceOf(folder: string): Promise<string> {
  const path = `${folder}.code-workspace`;
  await writeFile(path, JSON.stringify({ folders: [{ path: basename(folder) }] }));
  return path;
}

async function hostRun(name: string, options: SuiteOptions, kind: 'host' | 'web'): Promise<SuiteResult> {
  const recorder = new SuiteRecorder(name, false);
  const tests = join(projectRoot, 'dist', 'test', kind, 'index.js');
  const sample = join(projectRoot, 'test', 'fixtures', 'sample');
  if (!existsSync(sample)) throw new Error(`There is no ${sample} to open.`);
  const copy = await copyOf(sample);
  try {
    const run: HostRun = {
      extension: projectRoot,
      tests,
      folder: kind === 'host' ? await workspaceOf(copy.path) : copy.path,
      settings: { 'marginaliaTests.grep': options.grep ?? '', ...(kind === 'web' ? inWebWorker : {}) },
      web: kind === 'web',
      onLine: recorder.take,
      timeoutMilliseconds: 5 * minute,
    };
    // The web worker host wants a browser in any case, so that a desktop would add nothing.
    const desktop = run.web ? undefined : await findDesktop({ visible: false });
    console.log(`  in ${desktop ? desktop.command : 'the VS Code server, opened by a headless browser'}`);
    return recorder.endOfTests(await (desktop ? runOnDesktop(desktop, run) : runInServer(run)));
  } catch (error) {
    recorder.showHidden();
    recorder.fail('runs in a VS Code', error instanceof Error ? error.message : String(error));
    return recorder.end();
  } finally {
    await copy.remove();
  }
}
