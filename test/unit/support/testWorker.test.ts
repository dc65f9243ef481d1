import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nothingSkipped, type Skipped } from '../../support/runner/remainingTests';
import { SuiteRecorder } from '../../support/runner/suiteRecorder';
import { TestRun } from '../../support/runner/testRun';
import { TestWorker } from '../../support/runner/testWorker';
import { type TemporaryFolder, temporaryFolder } from '../../support/temporaryFolder';

describe('a process that runs test files', () => {
  let folder: TemporaryFolder;
  let recorder: SuiteRecorder;

  before(async () => {
    folder = await temporaryFolder('worker');
  });
  after(() => folder.remove());
  beforeEach(() => {
    recorder = new SuiteRecorder('worker', () => undefined);
  });

  const outcome = () => {
    const { times, failures } = recorder.result();
    return { passed: times.map(({ title }) => title), failed: failures.map(({ title }) => title) };
  };

  /** Runs a file to its end, as the runner does; a process is taken for stuck as soon as what `hangs` names runs. */
  async function runAll(name: string, text: string, hangs = /^$/): Promise<TestRun> {
    const file = join(folder.path, `${name}.test.cjs`);
    await writeFile(file, text);
    for (let skipped: Skipped = nothingSkipped; ; ) {
      const run = new TestRun(recorder, skipped, false);
      const worker = new TestWorker((onStill) => ({
        moved: () => hangs.test(run.running ?? 'nothing') && onStill(),
        stop: () => undefined,
      }));
      if (await worker.run({ suite: 'worker', file, skipped }, run)) await worker.end();
      if (!run.leavesMore) return run;
      skipped = run.skipped;
    }
  }

  it('names a test that keeps it from everything, and then runs the tests after it, none of them twice', async () => {
    await runAll(
      'stuck',
      `describe('stuck', () => {
        it('a', () => {});
        it('hangs', () => { for (;;); });
        it('b', () => {});
        describe('deeper', () => { it('c', () => { throw new Error('no'); }); });
        it('a', () => {});
      });`,
      /hangs/,
    );
    assert.deepEqual(outcome(), {
      passed: ['stuck a', 'stuck b', 'stuck a'],
      failed: ['stuck hangs', 'stuck deeper c'],
    });
    assert.match(recorder.result().failures[0]?.message ?? '', /no test started or ended/);
  });

  it('names a hook that keeps it from everything, and runs the tests of others', async () => {
    await runAll(
      'hook',
      `describe('stuck', () => { before(() => { for (;;); }); it('a', () => {}); });
       describe('free', () => { it('b', () => {}); });`,
      /before all/,
    );
    const { passed, failed } = outcome();
    assert.deepEqual(passed, ['free b']);
    assert.equal(failed.length, 1);
    assert.match(failed[0] ?? '', /^stuck "before all" hook/);
  });

  it('names a test that ends it, and runs the others', async () => {
    await runAll('gone', `it('a', () => process.exit(7)); it('b', () => {});`);
    assert.deepEqual(outcome(), { passed: ['b'], failed: ['a'] });
    assert.match(recorder.result().failures[0]?.message ?? '', /code 7/);
  });

  it('fails for a file that cannot be loaded', async () => {
    await runAll('broken', 'it(');
    assert.deepEqual(outcome(), { passed: [], failed: ['runs to its end'] });
    assert.match(recorder.result().failures[0]?.message ?? '', /SyntaxError/);
  });

  it('runs several files one after the other', async () => {
    const worker = new TestWorker();
    for (const name of ['one', 'two']) {
      const file = join(folder.path, `${name}.test.cjs`);
      await writeFile(file, `it('${name}', () => {});`);
      const run = new TestRun(recorder, nothingSkipped, false);
      assert.ok(await worker.run({ suite: 'worker', file, skipped: nothingSkipped }, run));
    }
    assert.equal(await worker.end(), 0);
    assert.deepEqual(outcome(), { passed: ['one', 'two'], failed: [] });
  });
});
