import type { Suite } from './claimable';
import { hostSuite } from './hostSuite';
import { mochaSuite } from './mochaSuite';
import type { RunOptions } from './runOptions';
import { scriptSuite } from './scriptSuite';

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
