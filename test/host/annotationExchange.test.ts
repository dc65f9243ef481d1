import assert from 'node:assert/strict';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { labelsPath } from '../../src/core/annotations/codebook/codebook';
import { writeExport } from '../../src/extension/features/annotationExchange/exportArchive';
import { readInto } from '../../src/extension/features/annotationExchange/importFiles';
import { eventually } from '../support/eventually';
import { changeSetting } from './changeSetting';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';

describe('annotations of a whole archive', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;

  before(async () => {
    sample = await openSample();
    scratch = new ScratchFolder(sample);
    await changeSetting('annotations.creator', 'Ada L.');
    await scratch.write('one.md', articleText('One'));
    await scratch.shows('one.md', 'One');
  });

  after(async () => {
    await changeSetting('annotations.creator', undefined);
    await scratch.remove();
    await rm(onDisk('.marginalia/annotations'), { recursive: true, force: true });
    await eventually('none is left', () => annotations().index.size === 0);
  });

  it('are exported with their articles, and taken back as they were', async () => {
    const place = { archive: sample.archive, path: scratch.path('one.md') };
    const added = await sample.annotations.edits.add(place, { kind: 'article' }, { note: '=Well', labels: [] });
    assert.ok(added);
    const before = await annotations().store.read(place.path);
    const file = scratch.uri('annotations.jsonld');
    assert.equal(await writeExport(annotations(), 'jsonld', file), 1);
    await writeExport(annotations(), 'csv', scratch.uri('annotations.csv'));
    assert.match(await readFile(join(scratch.onDisk, 'annotations.csv'), 'utf8'), /One,Scratch Gazette/);
    await sample.annotations.edits.remove(place, [added]);
    assert.equal((await annotations().store.read(place.path)).annotations.length, 0);
    const { added: count, homeless, outcomes, refused } = await readInto(annotations(), [file], 'Bo');
    assert.deepEqual({ count, homeless, refused }, { count: 1, homeless: [], refused: [] });
    assert.deepEqual(
      outcomes.map(({ article, found }) => [article, found]),
      [[place.path, undefined]],
    );
    assert.deepEqual(await annotations().store.read(place.path), before);
    await eventually('it is counted', () => annotations().index.rowsOf(place.path).length === 1);
  });

  it('that cannot be taken over are told', async () => {
    await scratch.write('broken.json', '{');
    const { refused } = await readInto(annotations(), [scratch.uri('broken.json')], 'Bo');
    assert.match(refused.join(), /^broken\.json: /);
  });

  it('start with the usual labels, which are not written over', async () => {
    await vscode.commands.executeCommand('marginalia.setUpLabels');
    try {
      await eventually('they are open', () => vscode.window.activeTextEditor?.document.uri.path.endsWith(labelsPath));
      const { labels } = await eventually('they are read', async () => {
        const codebook = await annotations().codebook();
        return codebook.labels.length > 0 && codebook;
      });
      assert.deepEqual(labels.map(({ id }) => id).slice(0, 3), ['claim', 'evidence', 'opinion']);
      const { mtimeMs } = await stat(onDisk(labelsPath));
      await vscode.commands.executeCommand('marginalia.setUpLabels');
      assert.equal((await stat(onDisk(labelsPath))).mtimeMs, mtimeMs);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await rm(onDisk(labelsPath), { force: true });
      await eventually('they are forgotten', async () => (await annotations().codebook()).labels.length === 0);
    }
  });

  function annotations() {
    const own = sample.annotations.of(sample.archive);
    assert.ok(own);
    return own;
  }

  function onDisk(path: string): string {
    return join(sample.archive.folder.uri.fsPath, path);
  }
});
