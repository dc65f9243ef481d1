import assert from 'node:assert/strict';
import type { AnnotationAction } from '../../../src/protocol/annotationMessages';
import { readAnnotationAction } from '../../../src/protocol/readAnnotationMessage';

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
});
