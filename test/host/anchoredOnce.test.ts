import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { AgreementRun } from '../../src/extension/features/agreement/agreementRun';
import { writeExport } from '../../src/extension/features/annotationExchange/exportArchive';
import { Previews } from '../../src/extension/features/preview/previews';
import type { ArchiveAnnotations } from '../../src/extension/workspace/annotations/archiveAnnotations';
import { goToAnnotation } from '../../src/extension/workspace/annotations/goToAnnotation';
import { OrphanSearch } from '../../src/extension/workspace/annotations/orphanSearch';
import { annotateOnDisk } from '../support/annotateOnDisk';
import { eventually } from '../support/eventually';
import { FakePanel } from './fakePanel';
import { type OpenSample, openSample } from './sampleArchive';
import { articleText, ScratchFolder } from './scratchFolder';

describe('an article that everybody looks at', () => {
  let sample: OpenSample;
  let scratch: ScratchFolder;
  let own: ArchiveAnnotations;
  const listening: { dispose(): void }[] = [];

  beforeEach(async () => {
    sample = await openSample();
    scratch = new ScratchFolder(sample);
    const known = sample.annotations.of(sample.archive);
    assert.ok(known);
    own = known;
    await scratch.write('one.md', articleText('One'));
    await scratch.shows('one.md', 'One');
    const { fsPath } = sample.archive.folder.uri;
    for (const person of ['Ada', 'Lin']) {
      await annotateOnDisk(fsPath, scratch.path('one.md'), 'short', { note: person }, person);
    }
    await eventually('both are in the index', () => rows().length === 2);
  });

  afterEach(async () => {
    for (const one of listening.splice(0)) one.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await scratch.remove();
    const { fsPath } = sample.archive.folder.uri;
    await rm(join(fsPath, '.marginalia', 'annotations', scratch.name), { recursive: true, force: true });
    await eventually('no annotations are left', () => rows().length === 0);
  });

  it('is read once and anchored once: by a click, its preview, the search for lost ones, agreement and an export', async () => {
    const anchors = await sample.annotations.anchors();
    const before = anchors.work;
    const [row] = rows();
    assert.ok(row);
    await goToAnnotation({ archive: sample.archive, row }, sample, {});
    const previews = new Previews(sample);
    listening.push(previews);
    const fake = new FakePanel();
    await previews.deserializeWebviewPanel(fake.panel, { article: scratch.uri('one.md').toString(), offset: 0 });
    fake.say({ kind: 'ready' });
    await fake.last('its annotations', 'annotations', ({ threads }) => threads.length === 2);
    listening.push(new OrphanSearch(own, sample.log));
    await eventually('the search has been there', () => rows().every((one) => own.index.stateOf(one) === 'exact'));
    const compared = await new Promise<readonly string[]>((resolve, onFault) => {
      const run = new AgreementRun(own, {
        onReport: ({ everybody }) => resolve(everybody),
        onProgress: () => undefined,
        onFault,
      });
      listening.push(run);
      run.start();
    });
    assert.deepEqual(compared, ['Ada', 'Lin']);
    assert.equal(await writeExport(own, 'csv', scratch.uri('annotations.csv')), 2);
    const { texts, anchorings } = anchors.work;
    assert.deepEqual(
      { texts: texts - before.texts, anchorings: anchorings - before.anchorings },
      {
        texts: 1,
        anchorings: 1,
      },
    );
  });

  function rows(): ReturnType<ArchiveAnnotations['index']['rowsOf']> {
    return own.index.rowsOf(scratch.path('one.md'));
  }
});
