import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Desktop, findDesktop } from '../hosts/findDesktop';
import { inWebWorker } from '../hosts/quietSettings';
import { runInServer } from '../hosts/runInServer';
import { runOnDesktop } from '../hosts/runOnDesktop';
import { projectRoot } from '../projectRoot';
import { copyOf } from '../temporaryFolder';
import { claimable, type Suite } from './claimable';
import { prepare } from './prepare';
import { nothingSkipped, type Skipped } from './remainingTests';
import type { RunOptions } from './runOptions';
import type { SuiteRecorder } from './suiteRecorder';
import { TestRun } from './testRun';

/** Tests that run inside an extension host: `host` in one of Node, `web` in one in a web worker. */
export function hostSuite(name: string, options: RunOptions): Suite {
  const folder = name === 'web' ? /^test\/host\/web\// : /^test\/host\/(?!web\/)/;
  const isWanted = options.sources?.some((source) => folder.test(source)) ?? true;
  return claimable(
    name,
    1,
    async (recorder) => {
      await prepare();
      // The web worker host wants a browser in any case, so that a desktop would add nothing.
      const desktop = name === 'web' ? undefined : await findDesktop({ visible: false });
      recorder.note(`in ${desktop ? desktop.command : 'the VS Code server, opened by a headless browser'}`);
      for (let skipped = nothingSkipped; ; ) {
        const run = new TestRun(recorder, skipped, false);
        await runTests(recorder, options, run, desktop);
        if (!run.leavesMore) return;
        skipped = run.skipped;
      }
    },
    () => isWanted,
  );
}

async function runTests(
  { suite }: SuiteRecorder,
  { grep, sources }: RunOptions,
  run: TestRun,
  desktop: Desktop | undefined,
): Promise<void> {
  const sample = join(projectRoot, 'test', 'fixtures', 'sample');
  if (!existsSync(sample)) throw new Error(`There is no ${sample} to open.`);
  const web = suite === 'web';
  const copy = await copyOf(sample);
  try {
    const host = {
      extension: projectRoot,
      tests: join(projectRoot, 'dist', 'test', suite, 'index.js'),
      folder: web ? copy.path : await workspaceOf(copy.path),
      settings: { ...testSettings(grep, sources, run.skipped), ...(web ? inWebWorker : {}) },
      web,
      onLine: run.take,
    };
    await (desktop ? runOnDesktop(desktop, host, run) : runInServer(host, run));
  } finally {
    await copy.remove();
  }
}

/** See runInHost.ts. */
function testSettings(grep: string | undefined, sources: readonly string[] | undefined, skipped: Skipped) {
  return {
    'marginaliaTests.grep': grep ?? '',
    ...(sources && { 'marginaliaTests.sources': sources }),
    'marginaliaTests.skipped': skipped,
  };
}

/** A workspace of one folder: a second one comes to it without a restart of the extension host. */
async function workspaceOf(folder: string): Promise<string> {
  const path = `${folder}.code-workspace`;
  await writeFile(path, JSON.stringify({ folders: [{ path: basename(folder) }] }));
  return path;
}
