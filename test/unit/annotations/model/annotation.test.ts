import assert from 'node:assert/strict';
import type {
  Annotation,
  AnnotationContent,
  AnnotationTarget,
} from '../../../../src/core/annotations/model/annotation';
import { readAnnotation } from '../../../../src/core/annotations/model/readAnnotation';
import { threadsOf } from '../../../../src/core/annotations/model/threads';
import {
  editAnnotation,
  newAnnotation,
  reattach,
  relabel,
  retarget,
} from '../../../../src/core/annotations/model/writeAnnotation';
import type { JsonValue } from '../../../../src/core/text/json/jsonValue';

const passage = {
  exact: 'the pier',
  prefix: 'on ',
  suffix: ' at dusk',
  start: 3,
  end: 11,
  before: 'far away ',
  trace: { text: 'abc', from: { piece: 0, offset: 2 }, to: { piece: 1, offset: 7 } },
};
const origin = { uuid: '1', creator: 'Lin', now: '2026-01-02T03:04:05Z', article: '2024/A b.md' };
const make = (
  target: AnnotationTarget,
  content: AnnotationContent = {},
  more: Partial<typeof origin> = {},
): Annotation => newAnnotation({ ...origin, ...more }, target, content);
const read = (json: JsonValue): Annotation => {
  const annotation = readAnnotation(json);
  assert.ok(annotation);
  return annotation;
};

describe('annotations', () => {
  const targets: readonly AnnotationTarget[] = [
    { kind: 'passage', passage },
    { kind: 'article' },
    { kind: 'image', url: 'https://example.com/a b.png' },
    { kind: 'source', name: '北湾/晚报 100%' },
    { kind: 'reply', to: 'urn:uuid:0' },
  ];
  for (const target of targets) {
    it(`of a ${target.kind} read as they were written`, () => {
      const made = make(target, {
        labels: [{ label: 'claim' }, { label: 'stance', value: 3 }],
        note: 'Really?',
        colour: 'teal',
      });
      const again = read(JSON.parse(JSON.stringify(made.json)));
      assert.deepEqual(again.target, target);
      assert.deepEqual(again.labels, [{ label: 'claim' }, { label: 'stance', value: 3 }]);
      assert.deepEqual([again.note, again.colour, again.creator], ['Really?', 'teal', 'Lin']);
    });
  }

  it('are W3C annotations', () => {
    const { json } = make({ kind: 'passage', passage }, { note: 'x' });
    assert.deepEqual(Object.keys(json), ['id', 'type', 'motivation', 'creator', 'created', 'body', 'target']);
    assert.deepEqual(json.target, {
      type: 'SpecificResource',
      source: '2024/A%20b.md',
      selector: [
        { type: 'TextQuoteSelector', exact: 'the pier', prefix: 'on ', suffix: ' at dusk' },
        { type: 'TextPositionSelector', start: 3, end: 11 },
        {
          type: 'marginalia:PiecesSelector',
          'marginalia:before': 'far away ',
          'marginalia:text': 'abc',
          'marginalia:from': '0+2',
          'marginalia:to': '1+7',
        },
      ],
    });
  });

  const foreign: JsonValue = {
    id: 'urn:x',
    type: 'Annotation',
    via: 'elsewhere',
    motivation: ['commenting', 'x'],
    creator: { id: 'acct:a@b', name: 'A', extra: 1 },
    body: [
      { type: 'Image', id: 'http://x/y.png' },
      { type: 'TextualBody', purpose: 'tagging', value: 'claim', confidence: 0.4 },
      { type: 'TextualBody', purpose: 'commenting', value: 'old', language: 'en' },
    ],
    target: {
      source: 'a.md',
      state: { type: 'TimeState' },
      selector: [
        { type: 'XPathSelector', value: '/p' },
        { type: 'TextQuoteSelector', exact: 'q' },
      ],
    },
  };

  it('keep what other tools wrote when they are edited', () => {
    const edited = editAnnotation(
      read(foreign),
      { note: 'new', labels: [{ label: 'claim' }, { label: 'opinion' }] },
      'now',
    );
    assert.deepEqual(edited.json.body, [
      { type: 'TextualBody', purpose: 'tagging', value: 'claim', confidence: 0.4 },
      { type: 'TextualBody', purpose: 'tagging', value: 'opinion' },
      { type: 'TextualBody', purpose: 'commenting', value: 'new', language: 'en' },
      { type: 'Image', id: 'http://x/y.png' },
    ]);
    assert.deepEqual(
      [edited.json.via, edited.json.creator, edited.json.motivation],
      ['elsewhere', { id: 'acct:a@b', name: 'A', extra: 1 }, ['commenting', 'x']],
    );
    assert.equal(edited.modified, 'now');
  });

  it('lose note, labels and colour only where that is said', () => {
    const made = make({ kind: 'article' }, { labels: [{ label: 'claim' }], note: 'x', colour: 'teal' });
    const same = editAnnotation(made, {}, 'now');
    assert.deepEqual([same.labels, same.note, same.colour], [made.labels, 'x', 'teal']);
    const bare = editAnnotation(made, { labels: [], note: '', colour: '' }, 'now');
    assert.deepEqual([bare.labels, bare.note, bare.colour, bare.json.body], [[], '', undefined, undefined]);
  });

  it('are attached to another passage, and to a moved article', () => {
    const moved = reattach(read(foreign), passage, 'now');
    assert.deepEqual(moved.target, { kind: 'passage', passage });
    const { state, selector } = moved.json.target as { state: JsonValue; selector: readonly JsonValue[] };
    assert.deepEqual(state, { type: 'TimeState' });
    assert.deepEqual(selector.at(-1), { type: 'XPathSelector', value: '/p' });
    assert.equal((retarget(moved, '新/a b.md').json.target as { source: string }).source, '%E6%96%B0/a%20b.md');
  });

  it('have labels renamed and merged', () => {
    const made = make(
      { kind: 'article' },
      { labels: [{ label: 'a' }, { label: 'b' }, { label: 'c', value: 1 }], note: 'x' },
    );
    const names = new Map([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    assert.deepEqual(relabel(made, names, 'now')?.labels, [{ label: 'b' }, { label: 'd', value: 1 }]);
    assert.equal(relabel(made, names, 'now')?.note, 'x');
    assert.equal(relabel(made, new Map([['z', 'y']]), 'now'), undefined);
  });

  it('that are none are passed over', () => {
    for (const json of [null, 'x', 3, [], {}, { id: '' }, { id: 4 }]) assert.equal(readAnnotation(json), undefined);
    assert.equal(read({ id: 'x' }).target.kind, 'other');
    assert.equal(read({ id: 'x', target: { source: 'urn:marginalia:source:100%' } }).target.kind, 'source');
  });

  it('make threads, resolved by whoever says so last', () => {
    const head = make({ kind: 'article' }, { note: 'x' });
    const to = (id: string, uuid: string, state?: 'resolved' | 'open'): Annotation =>
      make(
        { kind: 'reply', to: id },
        { note: uuid, ...(state ? { state } : {}) },
        { uuid, now: `2026-01-0${uuid}T00:00:00Z` },
      );
    const replies = [to(head.id, '4', 'resolved'), to(head.id, '3'), to('urn:uuid:3', '5')];
    const threads = threadsOf([...replies, head]);
    assert.deepEqual(
      threads.map(({ annotation }) => annotation.id),
      [head.id],
    );
    assert.deepEqual(
      threads[0]?.replies.map(({ note }) => note),
      ['3', '4', '5'],
    );
    assert.equal(threads[0]?.isResolved, true);
    assert.equal(threadsOf([...replies, head, to(head.id, '6', 'open')])[0]?.isResolved, false);
    assert.deepEqual(
      threadsOf([to('gone', '7')]).map(({ annotation }) => annotation.note),
      ['7'],
    );
    assert.equal(threadsOf([to('urn:uuid:9', '8'), to('urn:uuid:8', '9')]).length, 2);
  });
});
