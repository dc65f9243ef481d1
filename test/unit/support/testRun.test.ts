import assert from 'node:assert/strict';
import { nothingSkipped } from '../../support/runner/remainingTests';
import { SuiteRecorder } from '../../support/runner/suiteRecorder';
import { reportLine, type TestReport } from '../../support/runner/testReport';
import { TestRun } from '../../support/runner/testRun';

const started = (title: string, hookOf?: string): TestReport => ({
  kind: 'started',
  title,
  ...(hookOf !== undefined && { hookOf }),
});
const passed = (title: string): TestReport => ({ kind: 'passed', title, milliseconds: 1 });

describe('a run of tests in another process', () => {
  let printed: string[];
  let recorder: SuiteRecorder;
  let run: TestRun;

  beforeEach(() => {
    printed = [];
    recorder = new SuiteRecorder('host', (line) => printed.push(line));
    run = new TestRun(recorder, nothingSkipped, false);
  });

  function take(...lines: readonly (TestReport | string)[]): void {
    for (const line of lines) run.take(typeof line === 'string' ? line : reportLine(line));
  }

  it('counts what passes, fails and is skipped', () => {
    take(started('a'), passed('a'), started('b'), { kind: 'failed', title: 'b', message: 'Error: 1 is not 2' });
    take({ kind: 'skipped', title: 'c: not here' }, { kind: 'ended' });
    run.end('It has ended.', 1);
    const { passed: count, failures, skipped } = recorder.result();
    assert.equal(count, 1);
    assert.deepEqual(failures, [{ title: 'b', message: 'Error: 1 is not 2', files: [] }]);
    assert.deepEqual(skipped, ['c: not here']);
    assert.equal(run.leavesMore, false);
  });

  it('names the test that hung, with what everybody said last, and leaves the others to another run', () => {
    take(started('a'), passed('a'), 'an odd line', started('b'));
    take({ kind: 'said', speaker: 'window', text: 'error: no such view' });
    take({ kind: 'said', speaker: 'server', text: 'agent listening' });
    run.end('The process was stuck.');
    const [failure] = recorder.result().failures;
    assert.equal(failure?.title, 'b');
    for (const words of ['The process was stuck.', 'an odd line', 'error: no such view', 'agent listening']) {
      assert.ok(failure?.message.includes(words), words);
    }
    assert.equal(run.leavesMore, true);
    assert.deepEqual(run.skipped, { titles: ['a', 'b'], suites: [] });
  });

  it('leaves out all tests of a hook that hung', () => {
    take(started('"before all" hook in "views"', 'views'));
    run.end('The process was stuck.');
    assert.equal(recorder.result().failures[0]?.title, '"before all" hook in "views"');
    assert.equal(run.leavesMore, true);
    assert.deepEqual(run.skipped, { titles: [], suites: ['views'] });
  });

  it('names the test that hung before it could be announced, by the hook of the run before it', () => {
    const title = '"before each" hook: lets reports out';
    take({ kind: 'started', title, hookOf: '', beforeTest: 'a' });
    run.end('The extension host was stuck.');
    assert.equal(recorder.result().failures[0]?.title, 'a');
    assert.deepEqual(run.skipped, { titles: ['a'], suites: [] });
  });

  it('is not run again and again when nothing of it can be run', () => {
    take('SyntaxError: missing )');
    run.end('The process has ended with code 1.');
    assert.equal(recorder.result().failures[0]?.title, 'runs to its end');
    assert.equal(run.leavesMore, false);
  });

  it('fails when it ends badly although no test has failed', () => {
    take(started('a'), passed('a'), { kind: 'ended' });
    run.end('The extension host has ended with code 3.', 3);
    assert.deepEqual(
      recorder.result().failures.map(({ title }) => title),
      ['ends well'],
    );
  });

  it('says beside a failure where its files are', () => {
    take(started('a'), { kind: 'failed', title: 'a', message: 'no' }, started('b'), passed('b'));
    take({ kind: 'kept', title: 'a', files: ['/kept/page-1.png'] });
    assert.deepEqual(recorder.result().failures[0]?.files, ['/kept/page-1.png']);
    assert.ok(printed.some((line) => line.includes('page-1.png')));
  });

  it('moves with every test and hook that starts or ends, and with nothing else', () => {
    let moves = 0;
    run.onMove = () => moves++;
    take('a line', { kind: 'said', speaker: 'window', text: 'x' });
    assert.equal(moves, 0);
    take(started('h', ''), { kind: 'hookEnded' }, started('a'), passed('a'), { kind: 'ended' });
    assert.equal(moves, 5);
  });
});
