import { parseArgs } from 'node:util';
import { cleanUp } from './onExit';
import type { SuiteResult } from './runner/suiteResult';
import { suites } from './runner/suites';

/** Runs the named suites, or all, and ends with `N passed, N failed`. */
async function runAll(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string', short: 'g' } },
  });
  const unknown = positionals.filter((name) => !suites.has(name));
  if (unknown.length > 0) {
    console.error(`There is no suite ${unknown.join(', ')}. The suites are: ${[...suites.keys()].join(', ')}.`);
    return 2;
  }
  const results: SuiteResult[] = [];
  for (const [name, suite] of suites) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const options = values.grep === undefined ? {} : { grep: values.grep };
    results.push(await suite(name, options).catch((error: unknown) => brokenSuite(name, error)));
  }
  const failed = results.reduce((sum, result) => sum + result.failures.length, 0);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  printSummary(results);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function brokenSuite(suite: string, error: unknown): SuiteResult {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.log(message);
  return { suite, passed: 0, failures: [{ title: 'runs', message }], skipped: [], seconds: 0 };
}

function printSummary(results: readonly SuiteResult[]): void {
  const headings = ['suite', 'passed', 'failed', 'skipped', 'seconds'] as const;
  const cells = results.map(({ suite, passed, failures, skipped, seconds }) =>
    [suite, passed, failures.length, skipped.length, seconds.toFixed(1)].map(String),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, index) => (index === 0 ? cell.padEnd(10) : cell.padStart(8))).join('');
  console.log(`\n${[headings, ...cells].map(line).join('\n')}\n`);
  for (const { suite, failures, skipped } of results) {
    for (const { title } of failures) console.log(`failed   ${suite}: ${title}`);
    for (const title of skipped) console.log(`skipped  ${suite}: ${title}`);
  }
}

async function main(): Promise<void> {
  const code = await runAll().catch((error: unknown) => {
    console.error(error);
    console.log('0 passed, 1 failed');
    return 1;
  });
  await cleanUp();
  process.exit(code);
}

void main();
