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
    await eventually('all are there', () => sample.archive.index.size === 42 + many, 60_000);
    console.log(`${many} new files came in ${batches} batches.`);
    assert.ok(batches < 60, `${batches} batches`);
    assert.equal(allRows(sample).length, 42 + many);
    assert.ok(topGroups(sample).includes(`Source 7 ${many / folders}`));
  });

  it('change in few batches', async () => {
    await writeMany((number) => articleText(`Number ${number}`, { source: 'One Source' }));
    await eventually('all are in their new group', () => topGroups(sample).includes(`One Source ${many}`), 60_000);
    console.log(`${many} changed files came in ${batches} batches.`);
    assert.ok(batches < 60, `${batches} batches`);
    assert.ok(!topGroups(sample).some((group) => group.startsWith('Source ')));
  });

  it('go from the tree in few batches', async () => {
    await rm(scratch.onDisk, { recursive: true });
    await eventually('none is left', () => sample.archive.index.size === 42, 60_000);
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
