import assert from 'node:assert/strict';
import { readRunOptions } from '../../support/runner/runOptions';

const suites = ['types', 'unit', 'host', 'ui'];
const usual = { only: [], lanes: 2, times: 1, busy: 0, memory: 1, pictures: false };

describe('the options of the test command', () => {
  it('run everything once unless something else is said', () => {
    assert.deepEqual(readRunOptions([], suites), usual);
  });

  it('name suites alone, or in lists', () => {
    assert.deepEqual(readRunOptions(['host'], suites).only, ['host']);
    assert.deepEqual(readRunOptions(['--only', 'host,ui', '--only', 'unit'], suites).only, ['host', 'ui', 'unit']);
  });

  it('choose by title, by changes, load, memory and pictures', () => {
    const args = ['--grep', 'a|b', '--base', 'HEAD~2', '--busy', '4', '--memory', '1/3', '--pictures'];
    assert.deepEqual(readRunOptions(args, suites), {
      ...usual,
      grep: 'a|b',
      changedSince: 'HEAD~2',
      busy: 4,
      memory: 1 / 3,
      pictures: true,
    });
    assert.equal(readRunOptions(['--changed'], suites).changedSince, 'HEAD');
  });

  for (const args of [
    ['--only', 'hots'],
    ['--grep', '('],
    ['--times', '0'],
    ['--busy', 'two'],
    ['--memory', '2'],
    ['--x'],
  ]) {
    it(`say what is wrong with ${args.join(' ')}`, () => {
      assert.throws(() => readRunOptions(args, suites), {
        message: /hots|Invalid regular|--times|--busy|--memory|--x/,
      });
    });
  }
});
