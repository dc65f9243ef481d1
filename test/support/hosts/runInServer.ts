import type { Page } from 'playwright-core';
import { keepEvidence } from '../evidence/keepEvidence';
import { Witnesses } from '../evidence/witnesses';
import { stuckMilliseconds, stuckReason, Watchdog } from '../runner/patience';
import type { TestRun } from '../runner/testRun';
import { openContext } from './launchBrowser';
import { openAddress } from './openAddress';
import type { Settings } from './quietSettings';
import { startServer } from './startServer';

/** A run of something inside an extension host, with a workbench around it. */
export interface HostRun {
  readonly extension: string;
  /** A module with a function `run`. */
  readonly tests: string;
  /** A folder, or a `.code-workspace` file that names some. */
  readonly folder: string;
  readonly settings: Settings;
  /** The web worker extension host instead of the Node one. */
  readonly web: boolean;
  readonly onLine: (line: string) => void;
}

/**
 * Runs it in a VS Code server whose workbench a headless browser opens; resolves with the exit code. Tests that `follow`
 * knows of are ended when they are stuck. Until they start, whatever the page asks for shows that they still may.
 */
export async function runInServer(host: HostRun, follow?: TestRun): Promise<number> {
  const witnesses = new Witnesses();
  if (follow) witnesses.report = (report) => follow.report(report);
  const server = await startServer({ witnesses });
  const context = await openContext({}, witnesses);
  let endFollowing = async () => undefined as unknown;
  try {
    await server.writeSettings(host.settings);
    const page = await context.newPage();
    let end: (reason: string, code?: number) => void = () => undefined;
    const exit = new Promise<readonly [string, number]>((resolve) => {
      end = (reason, code = 1) => resolve([reason, code]);
    });
    void server.ended.then((reason) => end(reason));
    page.on('crash', () => end('The page of the workbench crashed.'));
    page.on('close', () => end('The browser that shows the workbench has gone.'));
    // The workbench looks for these two by name and hands them what the extension host says.
    await page.exposeFunction('codeAutomationExit', (code: number) => {
      end(`The extension host has ended with code ${code}.`, code);
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
      for (const line of args.map(String).join(' ').split('\n')) host.onLine(line);
    });
    if (follow) endFollowing = followTests(follow, witnesses, page, end);
    const opening = openAddress(page, server, {
      folder: host.folder,
      extensionDevelopmentPath: host.extension,
      extensionTestsPath: host.tests,
      web: host.web,
    });
    opening.catch((error: unknown) => end(`The workbench does not open: ${error}`));
    const [reason, code] = await exit;
    follow?.end(reason, code);
    return code;
  } finally {
    await endFollowing();
    await context.close();
    await server.stop();
  }
}

/** Keeps what there is to see of each failure, and ends tests that are stuck; the returned function ends all of that. */
function followTests(
  run: TestRun,
  witnesses: Witnesses,
  page: Page,
  end: (reason: string) => void,
): () => Promise<unknown> {
  const watchdog = new Watchdog(stuckMilliseconds, () => end(stuckReason('extension host')));
  page.on('request', watchdog.moved);
  run.onMove = () => {
    page.off('request', watchdog.moved);
    watchdog.moved();
  };
  const evidence: Promise<void>[] = [];
  let since = Date.now();
  run.onFail = (title) => {
    const before = since;
    since = Date.now();
    const keep = async () =>
      run.report({ kind: 'kept', title, files: await keepEvidence(witnesses, run.suite, title, before) });
    evidence.push(keep());
  };
  return () => {
    watchdog.stop();
    return Promise.allSettled(evidence);
  };
}
