import assert from 'node:assert/strict';
import { annotationStrings } from '../../../src/protocol/annotationStrings';
import type { FromPreview, RenderMessage, ToPreview } from '../../../src/protocol/previewMessages';
import { previewStrings } from '../../../src/protocol/previewStrings';
import { readAnnotationDrafts } from '../../../src/protocol/readAnnotationMessage';
import { readFromPreview, readPreviewState } from '../../../src/protocol/readPreviewMessage';
import { readToPreview } from '../../../src/protocol/readToPreview';

const render: RenderMessage = {
  kind: 'render',
  version: 1,
  article: 'a.md',
  head: { title: 'x', categories: ['a'], problems: [{ severity: 'error', message: 'm', start: 0, end: 1 }], date: 'd' },
  html: '<p>x</p>',
  images: [{ id: 0, reason: 'empty', start: 0, end: 1 }],
  links: [
    { kind: 'web', url: 'https://x.example.com/' },
    { kind: 'local', candidates: ['a.md'] },
  ],
  blocked: [{ kind: 'script', detail: 'x', start: 0, end: 1 }],
  statistics: { words: 1, characters: 1, images: 0, links: 0, readingMinutes: 1 },
  mayLoadRemote: false,
};
const settings = { textOnly: false, textSize: 100, width: 'medium', typeface: 'sans', scrollSync: 'both' } as const;

const toPreview: readonly ToPreview[] = [
  { kind: 'strings', strings: previewStrings },
  { kind: 'settings', settings },
  render,
  { kind: 'head', version: 1, head: render.head },
  { kind: 'standing', isRead: true, hasPrevious: false, hasNext: true },
  { kind: 'scrollTo', offset: 0 },
  { kind: 'goToFragment', fragment: 'x' },
  { kind: 'fault', version: 1, message: 'gone' },
  { kind: 'collect', request: 1, article: render },
  { kind: 'annotationStrings', strings: annotationStrings },
  { kind: 'annotations', article: 'a.md', mayAnnotate: true, hasLabels: true, labels: [], threads: [] },
  { kind: 'annotated', request: 1, isDone: false },
  { kind: 'annotateArticle' },
  { kind: 'goToAnnotation', id: 'urn:uuid:a' },
];

const fromPreview: readonly FromPreview[] = [
  { kind: 'ready' },
  { kind: 'didRender', version: 1, milliseconds: 1.5 },
  { kind: 'didScroll', version: 1, offset: 2 },
  { kind: 'didReachEnd', version: 1 },
  { kind: 'reveal', version: 1, start: 1, end: 2 },
  { kind: 'selectInEditors', version: 1, start: 1, end: 2, word: '词', nth: 0 },
  { kind: 'openProblem', version: 1, start: 1, end: 2 },
  { kind: 'openLink', url: 'https://x.example.com/' },
  { kind: 'openLink', url: 'mailto:a@example.com' },
  { kind: 'openPath', candidates: ['a.md'], fragment: 'x' },
  { kind: 'imageFailed', version: 1, id: 0 },
  { kind: 'loadRemoteImages' },
  { kind: 'changeSettings', settings },
  { kind: 'go', to: 'next' },
  { kind: 'markRead', isRead: true },
  { kind: 'export' },
  { kind: 'collected', request: 1, html: '' },
  { kind: 'annotation', request: 1, action: { kind: 'setUpLabels' } },
];

const refused: readonly unknown[] = [
  undefined,
  null,
  'ready',
  [],
  {},
  { kind: 'toString' },
  { kind: '__proto__' },
  { kind: 'ready', extra: 1 },
  { kind: 'didScroll', version: 1 },
  { kind: 'didScroll', version: 1, offset: -1 },
  { kind: 'didScroll', version: 1.5, offset: 1 },
  { kind: 'didScroll', version: '1', offset: 1 },
  { kind: 'didScroll', version: Number.NaN, offset: 1 },
  { kind: 'didRender', version: 1, milliseconds: Number.POSITIVE_INFINITY },
  { kind: 'openLink', url: 'javascript:x()' },
  { kind: 'openLink', url: 'command:workbench.action.quit' },
  { kind: 'openLink', url: 'file:///etc/passwd' },
  { kind: 'openLink', url: 'https://x y' },
  { kind: 'openPath', candidates: 'a.md' },
  { kind: 'changeSettings', settings: { ...settings, textSize: 1000 } },
  { kind: 'changeSettings', settings: { ...settings, width: 'huge' } },
  { kind: 'go', to: 'away' },
  { kind: 'collected', request: 1, html: {} },
];

describe('messages of the preview', () => {
  for (const message of toPreview) {
    it(`to it: ${message.kind} is read, and nothing else`, () => {
      assert.deepEqual(readToPreview(structuredClone(message)), message);
      assert.equal(readToPreview({ ...message, extra: 1 }), undefined);
      for (const key of Object.keys(message)) {
        const { [key as 'kind']: _, ...rest } = message;
        assert.equal(readToPreview(rest), undefined, `without ${key}`);
        assert.equal(readToPreview({ ...message, [key]: Symbol('x') }), undefined, `with a strange ${key}`);
      }
    });
  }

  for (const message of fromPreview) {
    it(`from it: ${message.kind} is read`, () => {
      assert.deepEqual(readFromPreview(structuredClone(message)), message);
      assert.equal(readFromPreview({ ...message, extra: 1 }), undefined);
    });
  }

  for (const message of refused) {
    it(`refuse ${JSON.stringify(message)}`, () => assert.equal(readFromPreview(message), undefined));
  }

  it('refuse a render with one bad part deep inside', () => {
    for (const part of [
      { images: [{ id: 0, reason: 'other', start: 0, end: 1 }] },
      { links: [{ kind: 'web' }] },
      { blocked: [{ kind: 'x', detail: '', start: 0, end: 1 }] },
      { head: { title: 'x', categories: [1], problems: [] } },
      { limited: 'no' },
    ]) {
      assert.equal(readToPreview({ ...render, ...part }), undefined, JSON.stringify(part));
    }
  });

  it('read what was kept', () => {
    assert.deepEqual(readPreviewState({ article: 'a.md', offset: 3 }), { article: 'a.md', offset: 3 });
    const drafts = [{ article: 'a.md', on: { kind: 'answer', id: 'a' }, labels: [], note: 'Half' }];
    assert.deepEqual(readPreviewState({ article: 'a.md', offset: 3, drafts }), { article: 'a.md', offset: 3, drafts });
    assert.deepEqual(readAnnotationDrafts(drafts), drafts);
    for (const bad of [undefined, {}, [{ ...drafts[0], on: { kind: 'else' } }], [{ ...drafts[0], note: 1 }]]) {
      assert.deepEqual(readAnnotationDrafts(bad), []);
    }
    for (const state of [undefined, {}, { article: 1, offset: 3 }, { article: 'a', offset: -3 }]) {
      assert.equal(readPreviewState(state), undefined);
    }
  });
});
