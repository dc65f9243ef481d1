import { relative } from 'node:path';
import { projectRoot } from '../projectRoot';
import type { SuiteResult } from './suiteRecorder';

const slowest = 20;

/** What a run has come to: the slowest tests, a table of the suites, and what failed or was skipped. */
export function summaryOf(results: readonly SuiteResult[]): string {
  return [slowestOf(results), tableOf(results), outcomesOf(results)].filter((part) => part !== '').join('\n\n');
}

/** The last line of a run. */
export function countLine(results: readonly SuiteResult[]): string {
  const sum = (count: (result: SuiteResult) => number) => results.reduce((total, result) => total + count(result), 0);
  return `${sum(({ passed }) => passed)} passed, ${sum(({ failures }) => failures.length)} failed`;
}

function slowestOf(results: readonly SuiteResult[]): string {
  const times = results.flatMap(({ suite, times }) => times.map((time) => ({ ...time, suite })));
  const lines = times
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, slowest)
    .map(({ suite, title, milliseconds }) => `${(milliseconds / 1000).toFixed(1).padStart(8)} s  ${suite}: ${title}`);
  return [`The slowest ${lines.length} tests`, ...lines].join('\n');
}

function tableOf(results: readonly SuiteResult[]): string {
  const headings = ['suite', 'passed', 'failed', 'skipped', 'seconds'];
  const cells = results.map(({ suite, passed, failures, skipped, seconds }) =>
    [suite, passed, failures.length, skipped.length, seconds.toFixed(1)].map(String),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, index) => (index === 0 ? cell.padEnd(10) : cell.padStart(8))).join('');
  return [headings, ...cells].map(line).join('\n');
}

function outcomesOf(results: readonly SuiteResult[]): string {
  return results
    .flatMap(({ suite, failures, skipped }) => [
      ...failures.flatMap(({ title, files }) => [
        `failed   ${suite}: ${title}`,
        ...files.map((file) => `         ${relative(projectRoot, file)}`),
      ]),
      ...skipped.map((title) => `skipped  ${suite}: ${title}`),
    ])
    .join('\n');
}
