import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/projectRoot';

/** Whatever tells how much time has gone by. */
const clocks = [
  'Date.now',
  'performance',
  'hrtime',
  'cpuUsage',
  'threadCpuUsage',
  'resourceUsage',
  'process.uptime',
  'eventLoopUtilization',
  'console.time',
  'TaskDuration',
  'ScriptDuration',
  'timeDelta',
];
const readsClock = new RegExp(
  `(?<![\\w'])(?:${clocks.join('|').replaceAll('.', '\\s*\\.\\s*')})(?!\\w)|new Date\\(\\)\\s*\\.\\s*(?:getTime|valueOf)`,
  'i',
);

/** Where time is measured, or ends a wait; nothing is asserted of it. */
const mayRead = [
  /^bench\//,
  // What ends a wait for something that never comes, and what prints how long tests take.
  /^support\/eventually\.ts$/,
  /^support\/(?:runner\/|runAll|mochaWorker)/,
  /^support\/hosts\//,
  // It names them.
  /^unit\/clock\.test\.ts$/,
];

const tests = join(projectRoot, 'test');

describe('the tests', () => {
  it('read no clock, outside of those that measure', () => {
    const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /\.m?[jt]s$/.test(path) && !mayRead.some((place) => place.test(path)));
    assert.ok(files.length > 300, `${files.length} files`);
    const found = files.flatMap((path) =>
      readFileSync(join(tests, path), 'utf8')
        .split('\n')
        .flatMap((line, index) => (readsClock.test(line) ? [`test/${path}:${index + 1}: ${line.trim()}`] : [])),
    );
    assert.deepEqual(found, []);
  });

  for (const line of [
    'const start = performance.now();',
    "import { performance } from 'node:perf_hooks';",
    'const end = Date.now() + 1000;',
    'const { user } = process.cpuUsage(before);',
    'process.hrtime.bigint()',
    'const start = new Date().getTime();',
  ]) {
    it(`would be found to read one in ${line}`, () => assert.match(line, readsClock));
  }
});
