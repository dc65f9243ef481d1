import assert from 'node:assert/strict';
import { type AnnotationFilter, annotationFacets } from '../../../src/core/annotations/index/annotationFilter';
import { AnnotationIndex } from '../../../src/core/annotations/index/annotationIndex';
import type { Annotation, AnnotationContent } from '../../../src/core/annotations/model/annotation';
import { newAnnotation } from '../../../src/core/annotations/model/writeAnnotation';
import { AnnotationStore } from '../../../src/core/annotations/store/annotationStore';
import { matcher } from '../../../src/core/query/filter';
import { InMemoryTextStore } from '../../support/inMemoryTextStore';

const make = (uuid: string, article: string, exact: string, content: AnnotationContent, creator = 'Lin'): Annotation =>
  newAnnotation(
    { uuid, creator, now: `2026-01-0${uuid}T00:00:00Z`, article },
    { kind: 'passage', passage: { exact, prefix: '', suffix: '' } },
    content,
  );

describe('the index of annotations', () => {
  let index: AnnotationIndex;
  let store: AnnotationStore;

  beforeEach(async () => {
    store = new AnnotationStore(new InMemoryTextStore());
    index = new AnnotationIndex(store);
    const claim = make('1', 'a.md', 'The ferry returns', { labels: [{ label: 'claim' }] });
    await store.save('a.md', 'Lin', [{ after: claim }, { after: make('2', 'a.md', '夜航', { note: 'ＷＨＹ now?' }) }]);
    await store.save('a.md', '周', [
      {
        after: newAnnotation(
          { uuid: '3', creator: '周', now: '2026-01-03T00:00:00Z', article: 'a.md' },
          { kind: 'reply', to: claim.id },
          { state: 'resolved' },
        ),
      },
    ]);
    await store.save('b.md', '周', [
      { after: make('4', 'b.md', 'x', { labels: [{ label: 'claim' }, { label: 'error' }] }, '周') },
    ]);
    await store.save(undefined, 'Lin', [
      {
        after: newAnnotation(
          { uuid: '5', creator: 'Lin', now: '2026-01-05T00:00:00Z', article: undefined },
          { kind: 'source', name: '晚报' },
          { note: 'owner?' },
        ),
      },
    ]);
    await index.load(new AbortController().signal);
  });

  it('knows what was answered and resolved', () => {
    const row = index.rowsOf('a.md').find(({ subject }) => subject === 'The ferry returns');
    assert.equal(index.size, 4);
    assert.deepEqual([row?.replies, row?.isResolved], [1, true]);
  });

  it('filters by text, label, person, day and state', () => {
    const found = (filter: AnnotationFilter): number =>
      [...index.rows].filter(matcher(annotationFacets, filter, { stateOf: (row) => index.stateOf(row) })).length;
    index.setStates('b.md', new Map([['urn:uuid:4', 'orphan']]));
    assert.deepEqual(
      [
        { text: 'why' },
        { text: 'FERRY a.md' },
        { label: { key: 'claim', name: 'Claim' } },
        { creator: '周' },
        { days: { first: 20260102, last: 20260104 } },
        { orphans: true as const },
        { unresolved: true as const },
        { text: 'nothing' },
      ].map(found),
      [1, 1, 2, 1, 2, 1, 3, 0],
    );
  });

  it('follows changes, and tells of them', async () => {
    const told: unknown[] = [];
    index.onDidChange((articles) => told.push(...articles));
    await store.save('b.md', '周', [{ before: (await store.read('b.md')).annotations[0] as Annotation }]);
    await index.update(['b.md']);
    assert.deepEqual([index.size, told], [3, ['b.md']]);
  });
});
