import type { BrowserContext } from 'playwright-core';
import { processWide } from '../processWide';
import { isReport, type Speaker, type TestReport } from '../runner/testReport';

/** A browser context in use, with what its pages wrote to the console. */
export interface WatchedContext {
  readonly context: BrowserContext;
  readonly console: readonly string[];
}

/** A VS Code server in use. */
export interface WatchedServer {
  /** What it printed last. */
  log(): string;
  readonly logFolder: string;
}

/** All that can say something about a failure of the same tests. */
export class Witnesses {
  readonly contexts = new Set<WatchedContext>();
  readonly servers = new Set<WatchedServer>();
  /** Where reports go of what windows and servers say; whoever runs the tests sets it. */
  report: (report: TestReport) => void = () => undefined;
  /** Keeps what there is to see of a test that has failed, once; whoever runs the tests sets it. */
  explain: () => Promise<void> = async () => undefined;

  said(speaker: Speaker, text: string): void {
    this.report({ kind: 'said', speaker, text });
  }
}

/** Those of the tests that run in this process. */
export const ownWitnesses = processWide('witnesses', () => new Witnesses());

/** What is written to the console in an extension host is shown on that of its window too. */
export const ofExtensionHost = /\[Extension Host\]/;

const keptLines = 500;

/** Remembers what the pages of a context say until it is closed; before that, a failure still to be explained is. */
export function watchContext(context: BrowserContext, witnesses: Witnesses): BrowserContext {
  const lines: string[] = [];
  const take = (line: string): void => {
    if (isReport(line)) return;
    lines.push(line);
    if (lines.length > keptLines) lines.shift();
    witnesses.said(ofExtensionHost.test(line) ? 'extension host' : 'window', line);
  };
  const watched: WatchedContext = { context, console: lines };
  witnesses.contexts.add(watched);
  context.on('console', (message) => take(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => take(`error: ${error.error().stack ?? error.error().message}`));
  context.on('requestfailed', (request) => take(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  context.on('page', (page) => page.on('crash', () => take(`crashed: ${page.url()}`)));
  context.on('close', () => witnesses.contexts.delete(watched));
  const close = context.close.bind(context);
  // Hooks of a test file close what they opened before those of the run are called.
  context.close = async (options) => {
    await witnesses.explain();
    await close(options);
  };
  return context;
}
