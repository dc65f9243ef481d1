import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';
import { allRows, topGroups } from './treeText';

const many = 3000;
const folders = 30;

describe('thousands of files at once', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;
  let batches = 0;
  let listening: { dispose(): unknown };

  before(async () => {
    sample = await openSample();
    scratch = new ScratchFolder(sample);
    listening = sample.archive.onDidChangeArticles(() => batches++);
  });

  beforeEach(() => {
    batches = 0;
  });

  after(async () => {
    listening.dispose();
    await scratch.remove();
  });

  it('come into the tree in few batches', async () => {
    await writeMany((number) => articleText(`Number ${number}`, { source: `Source ${number % folders}` }));
    await eventually('all are there', () => sample.archive.index.size === 42 + many);
    console.log(`${many} new files came in ${batches} batches.`);
    assert.ok(batches < 60, `${batches} batches`);
    assert.equal(allRows(sample).length, 42 + many);
    assert.ok(topGroups(sample).includes(`Source 7 ${many / folders}`));
  });

  it('change in few batches', async () => {
    await writeMany((number) => articleText(`Number ${number}`, { source: 'One Source' }));
    await eventually('all are in their new group', () => topGroups(sample).includes(`One Source ${many}`));
    console.log(`${many} changed files came in ${batches} batches.`);
    assert.ok(batches < 60, `${batches} batches`);
    assert.ok(!topGroups(sample).some((group) => group.startsWith('Source ')));
  });

  it('are checked in one run for all that changes together, which never starts anew', async () => {
    const checks = sample.problems.checksOf(sample.archive);
    assert.ok(checks);
    await eventually('no check', () => checks.progress === undefined);
    let runs = 0;
    let settled = 0;
    let done = 0;
    let isRunning = false;
    const watching = [
      sample.archive.onDidSettle(() => settled++),
      checks.onDidChangeProgress(() => {
        const { progress } = checks;
        if (progress === undefined) {
          runs += Number(isRunning);
          done = 0;
        } else {
          assert.ok(progress.done >= done && progress.all >= progress.done);
          done = progress.done;
        }
        isRunning = progress !== undefined;
      }),
    ];
    await writeMany((number) => articleText(`Number ${number} again`, { source: 'One Source' }));
    await eventually(
      'all are checked',
      () =>
        sample.archive.index.get(`${scratch.name}/0/0.md`)?.title === 'Number 0 again' && checks.progress === undefined,
    );
    for (const one of watching) one.dispose();
    assert.ok(runs > 0);
    // Files that change while none is being read begin anew, batches of one reading do not.
    assert.ok(runs <= settled + 1, `${runs} runs, ${settled} times settled`);
  }).timeout(180_000);

  it('go from the tree in few batches', async () => {
    await rm(scratch.onDisk, { recursive: true });
    await eventually('none is left', () => sample.archive.index.size === 42);
    console.log(`${many} deleted files went in ${batches} batches.`);
    assert.ok(batches < 60, `${batches} batches`);
    assert.equal(allRows(sample).length, 42);
    assert.equal(topGroups(sample).length, 10);
  });

  async function writeMany(text: (number: number) => string): Promise<void> {
    const inFolder = async (folder: number): Promise<void> => {
      const path = join(scratch.onDisk, `${folder}`);
      await mkdir(path, { recursive: true });
      for (let number = folder; number < many; number += folders) {
        await writeFile(join(path, `${number}.md`), text(number));
      }
    };
    await Promise.all(Array.from({ length: folders }, (_, folder) => inFolder(folder)));
  }
});
