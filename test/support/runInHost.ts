import 'mocha/mocha.js';
import * as vscode from 'vscode';
import LineReporter from './lineReporter';
import { nothingSkipped, removeSkipped, type Skipped } from './runner/remainingTests';
import { wantSources } from './runner/wantedSources';

/** Runs the tests that `load` declares inside an extension host, Node or web; rejects when one fails. */
export async function runInHost(load: () => void): Promise<void> {
  await foldersAreRead();
  const settings = vscode.workspace.getConfiguration('marginaliaTests');
  mocha.setup({ ui: 'bdd', reporter: LineReporter as unknown as typeof Mocha.reporters.Base });
  const pattern = settings.get<string>('grep');
  if (pattern) mocha.grep(new RegExp(pattern));
  wantSources(settings.get<readonly string[]>('sources'));
  load();
  mocha.suite.beforeEach('lets reports out', letReportsOut);
  removeSkipped(mocha.suite, settings.get<Skipped>('skipped') ?? nothingSkipped);
  const failures = await new Promise<number>((resolve) => {
    // Not mocha.run, which wants the URL of a page: there is none in an extension host.
    Mocha.prototype.run.call(mocha, resolve);
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** What is printed leaves the host in tasks of its own: a test that lets no other task run must have been announced before. */
async function letReportsOut(): Promise<void> {
  for (let task = 0; task < 4; task++) await new Promise((resolve) => setTimeout(resolve));
}

/** A window that has read no folder of its workspace file is loaded again by who opened it. */
async function foldersAreRead(): Promise<void> {
  const { workspaceFile, workspaceFolders = [] } = vscode.workspace;
  if (workspaceFile === undefined || workspaceFolders.length > 0) return;
  await new Promise((resolve) => vscode.workspace.onDidChangeWorkspaceFolders(resolve));
}
