import { hostSuite } from './hostSuite';
import { mochaSuite } from './mochaSuite';
import type { RunOptions } from './runOptions';
import { scriptSuite } from './scriptSuite';
import type { SuiteResult } from './suiteRecorder';

/** A suite of a run. Lanes take work of it until none is left; several may do so at the same time. */
export interface Suite {
  readonly name: string;
  /** Work for one lane; undefined when all of it is taken. */
  claim(): (() => Promise<void>) | undefined;
  result(): SuiteResult;
}

type MakeSuite = (name: string, options: RunOptions) => Suite;

/** Every suite by its name, in the order they run: the quick ones first, and last one that lanes can share to its end. */
export const suites: ReadonlyMap<string, MakeSuite> = new Map<string, MakeSuite>([
  ['types', (name) => scriptSuite(name, 'test:types')],
  ['lint', (name) => scriptSuite(name, 'test:lint')],
  ['grammar', (name) => scriptSuite(name, 'test:grammar')],
  ['unit', (name, options) => mochaSuite(name, options, { folder: 'unit' })],
  ['webview', (name, options) => mochaSuite(name, options, { folder: 'webview', needsBrowser: true })],
  ['host', (name, options) => hostSuite(name, options)],
  ['web', (name, options) => hostSuite(name, options)],
  ['package', (name, options) => mochaSuite(name, options, { folder: 'ui/package', needsBrowser: true })],
  ['ui', (name, options) => mochaSuite(name, options, { folder: 'ui', without: 'ui/package', needsBrowser: true })],
]);

/** Those that look at the code as a whole: no title chooses among what they say. */
export const wholeSuites: readonly string[] = ['types', 'lint', 'grammar'];
