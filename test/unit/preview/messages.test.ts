import assert from 'node:assert/strict';
import type { FromPreview } from '../../../src/protocol/previewMessages';
import { readAnnotationDrafts } from '../../../src/protocol/readAnnotationMessage';
import { readFromPreview, readPreviewState } from '../../../src/protocol/readPreviewMessage';

const settings = { textOnly: false, textSize: 100, width: 'medium', typeface: 'sans', scrollSync: 'both' } as const;

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
  for (const message of fromPreview) {
    it(`from it: ${message.kind} is read`, () => {
      assert.deepEqual(readFromPreview(structuredClone(message)), message);
      assert.equal(readFromPreview({ ...message, extra: 1 }), undefined);
    });
  }

  for (const message of refused) {
    it(`refuse ${JSON.stringify(message)}`, () => assert.equal(readFromPreview(message), undefined));
  }

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
