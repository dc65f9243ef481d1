import assert from 'node:assert/strict';
import type { AnnotationAction, AnnotationsMessage } from '../../../src/protocol/annotationMessages';
import { readAnnotationAction } from '../../../src/protocol/readAnnotationMessage';
import { readToPreview } from '../../../src/protocol/readToPreview';

const place = { start: 0, end: 1, quote: 'x', prefix: '', suffix: 'y', isOnly: true };
const content = { labels: [{ label: 'claim' }, { label: 'stance', value: 3 }], note: 'Why?' };
const actions: readonly AnnotationAction[] = [
  { kind: 'addToPassage', place, ...content },
  { kind: 'addToArticle', ...content },
  { kind: 'addToImage', version: 1, image: 0, ...content },
  { kind: 'edit', id: 'a', ...content },
  { kind: 'reply', id: 'a', note: 'Yes' },
  { kind: 'resolve', id: 'a', isResolved: true },
  { kind: 'delete', id: 'a' },
  { kind: 'show', id: 'a' },
  { kind: 'reattachToText', id: 'a', text: 'x' },
  { kind: 'reattachToPassage', id: 'a', place },
  { kind: 'setUpLabels' },
];
const refused: readonly unknown[] = [
  undefined,
  { kind: 'constructor' },
  { kind: 'delete', id: '' },
  { kind: 'delete', id: 'x'.repeat(3000) },
  { kind: 'reply', id: 'a', note: 'x'.repeat(200_000) },
  { kind: 'addToArticle', labels: [{ label: '' }], note: '' },
  { kind: 'addToArticle', labels: [{ label: 'a', value: {} }], note: '' },
  { kind: 'addToArticle', labels: [{ label: 'a', value: Number.NaN }], note: '' },
  { kind: 'addToArticle', labels: Array.from({ length: 1000 }, () => ({ label: 'a' })), note: '' },
  { kind: 'addToPassage', place: { ...place, start: -1 }, ...content },
  { kind: 'addToPassage', place: { ...place, path: '/etc/passwd' }, ...content },
  { kind: 'addToImage', version: 1, image: 0.5, ...content },
];

const shown: AnnotationsMessage = {
  kind: 'annotations',
  article: 'a.md',
  mayAnnotate: true,
  hasLabels: true,
  labels: [
    {
      id: 'a',
      name: 'A',
      colour: '#0072b2',
      key: '1',
      scopes: ['passage'],
      kind: 'oneOf',
      options: [{ value: 1, text: '1' }],
    },
  ],
  threads: [
    {
      id: 'a',
      on: 'passage',
      state: 'moved',
      isResolved: false,
      colour: '#0072b2',
      subject: 'x',
      place,
      images: [1],
      candidates: [{ text: 'x', percent: 50 }],
      comments: [
        {
          id: 'a',
          creator: 'Ada',
          date: '',
          isOwn: true,
          labels: [{ label: 'a', text: 'A', colour: '#0072b2' }],
          note: '',
        },
      ],
    },
  ],
};

describe('messages on annotations', () => {
  for (const action of actions) {
    it(`ask to ${action.kind}, and nothing else`, () => {
      assert.deepEqual(readAnnotationAction(structuredClone(action)), action);
      assert.equal(readAnnotationAction({ ...action, extra: 1 }), undefined);
      for (const key of Object.keys(action)) {
        const { [key as 'kind']: _, ...rest } = action;
        assert.equal(readAnnotationAction(rest), undefined, `without ${key}`);
      }
    });
  }

  for (const action of refused) {
    it(`refuse ${JSON.stringify(action)?.slice(0, 80)}`, () => assert.equal(readAnnotationAction(action), undefined));
  }

  it('show what there is, and no colour that is none, deep inside', () => {
    assert.deepEqual(readToPreview(structuredClone(shown)), shown);
    const [label] = shown.labels;
    const [thread] = shown.threads;
    const bad = [
      { labels: [{ ...label, colour: 'red' }] },
      { labels: [{ ...label, colour: '#0072b2; } * { display: none' }] },
      { labels: [{ ...label, key: '10' }] },
      { threads: [{ ...thread, colour: 'url(x)' }] },
      { threads: [{ ...thread, comments: [{ ...thread?.comments[0], note: {} }] }] },
      { threads: [{ ...thread, place: { ...place, end: '1' } }] },
    ];
    for (const part of bad) assert.equal(readToPreview({ ...shown, ...part }), undefined, JSON.stringify(part));
  });
});
