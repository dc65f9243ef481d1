import assert from 'node:assert/strict';
import { changeLabelFiles } from '../../../../src/core/annotations/codebook/changeLabelFiles';
import { labelsPath } from '../../../../src/core/annotations/codebook/codebook';
import type { LabelChange } from '../../../../src/core/annotations/codebook/labelChange';
import { InMemoryTextStore } from '../../../support/inMemoryTextStore';

const change: LabelChange = { kind: 'rename', from: 'claim', to: 'thesis', name: 'Thesis' };
const codebook = '{ "labels": [{ "id": "claim", "name": "Claim" }] }';
const paths = [1, 2, 3, 4, 5].map((number) => `.marginalia/annotations/${number}.md/Ada.jsonld`);

function page(label: string): string {
  const body = { type: 'TextualBody', purpose: 'tagging', value: label };
  const item = { id: 'urn:uuid:1', type: 'Annotation', creator: 'Ada', created: '2026-01-01', body, target: 'a.md' };
  return JSON.stringify({ type: 'AnnotationPage', items: [item] });
}

/** Text files of which some cannot be written. */
class BrittleStore extends InMemoryTextStore {
  readonly brittle = new Set<string>();

  override async update(path: string, edit: (text: string | undefined) => string | undefined): Promise<void> {
    if (this.brittle.has(path)) throw new Error('no space left');
    await super.update(path, edit);
  }
}

describe('a label that is changed file by file', () => {
  let files: BrittleStore;
  let unsaved: readonly string[];
  let stop: AbortController;
  let stopAfter: number;

  beforeEach(() => {
    files = new BrittleStore({ [labelsPath]: codebook });
    for (const path of paths) files.files.set(path, page('claim'));
    unsaved = [];
    stop = new AbortController();
    stopAfter = Number.POSITIVE_INFINITY;
  });

  const run = () => {
    let done = 0;
    return changeLabelFiles(files, [...paths, labelsPath], change, {
      now: '2026-02-02T00:00:00Z',
      isUnsaved: (path) => unsaved.includes(path),
      signal: stop.signal,
      onDone: () => {
        if (++done >= stopAfter) stop.abort();
      },
    });
  };
  /** What each file has for the label, the codebook first. */
  const now = (): string =>
    [labelsPath, ...paths]
      .map((path) => files.files.get(path) ?? '')
      .map((text) => (/"(?:value|id)": ?"thesis"/.test(text) ? 'new' : text.includes('"claim"') ? 'old' : '?'))
      .join(' ');

  it('is changed in all of them, each merged with what is in it by then', async () => {
    files.meanwhile = () => files.files.set(paths[4] ?? '', page('error'));
    assert.deepEqual(await run(), { changed: 4, unsaved: [], failed: [], left: 0 });
    assert.equal(now(), 'new new new new new ?');
    assert.match(files.files.get(labelsPath) ?? '', /"formerly": ?\["claim"\]/);
    assert.match(files.files.get(paths[0] ?? '') ?? '', /"modified": ?"2026-02-02/);
  });

  it('is stopped between two of them, the codebook being changed first', async () => {
    stopAfter = 3;
    assert.deepEqual(await run(), { changed: 2, unsaved: [], failed: [], left: 3 });
    assert.equal(now(), 'new new new old old old');
    stop = new AbortController();
    stopAfter = Number.POSITIVE_INFINITY;
    assert.deepEqual(await run(), { changed: 3, unsaved: [], failed: [], left: 0 });
    assert.equal(now(), 'new new new new new new');
  });

  it('leaves files alone that somebody has not saved yet', async () => {
    unsaved = paths.slice(1, 2);
    assert.deepEqual(await run(), { changed: 4, unsaved, failed: [], left: 0 });
    assert.equal(now(), 'new new old new new new');
  });

  it('goes on after a file that cannot be written, and tells why', async () => {
    const [one = '', , three = ''] = paths;
    files.brittle.add(one).add(three);
    const failed = [one, three].map((path) => ({ path, reason: 'no space left' }));
    assert.deepEqual(await run(), { changed: 3, unsaved: [], failed, left: 0 });
    assert.equal(now(), 'new old new old new new');
  });

  it('is given up where one file after the other cannot be written', async () => {
    for (const path of paths.slice(1)) files.brittle.add(path);
    const { changed, failed, left } = await run();
    assert.deepEqual([changed, failed.length, left], [1, 3, 1]);
  });

  it('is changed in no annotation where it cannot be in the codebook', async () => {
    files.brittle.add(labelsPath);
    const { failed, left } = await run();
    assert.deepEqual([failed.map(({ path }) => path), left], [[labelsPath], 5]);
    files.brittle.clear();
    unsaved = [labelsPath];
    assert.deepEqual(await run(), { changed: 0, unsaved, failed: [], left: 5 });
    assert.equal(now(), 'old old old old old old');
  });
});
