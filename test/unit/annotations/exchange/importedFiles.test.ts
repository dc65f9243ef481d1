import assert from 'node:assert/strict';
import { readImport } from '../../../../src/core/annotations/exchange/readImport';
import { readAnnotation } from '../../../../src/core/annotations/model/readAnnotation';

const hypothesis = {
  total: 2,
  rows: [
    {
      id: 'AbC',
      created: '2026-01-01T00:00:00Z',
      updated: '2026-01-02T00:00:00Z',
      user: 'acct:lin@hypothes.is',
      uri: 'https://news.example.com/1',
      text: 'Really?',
      tags: ['claim'],
      target: [
        {
          source: 'https://news.example.com/1',
          selector: [
            { type: 'RangeSelector', startContainer: '/p' },
            { type: 'TextPositionSelector', start: 900, end: 908 },
            { type: 'TextQuoteSelector', exact: 'the pier', prefix: 'on ', suffix: ' at' },
          ],
        },
      ],
    },
    {
      id: 'DeF',
      user: 'acct:zhou@hypothes.is',
      uri: 'https://news.example.com/1',
      text: 'Yes',
      references: ['AbC'],
      target: [{ source: 'x' }],
    },
    { user: 'nobody' },
  ],
};

describe('files of other tools', () => {
  it('of Hypothesis are read', () => {
    const { annotations, refused } = readImport(JSON.stringify(hypothesis), undefined, 'x');
    const [head, reply] = annotations.map(({ json }) => readAnnotation(json));
    assert.deepEqual(
      [head?.id, head?.creator, head?.note, head?.labels, head?.modified],
      ['urn:hypothesis:AbC', 'lin', 'Really?', [{ label: 'claim' }], '2026-01-02T00:00:00Z'],
    );
    assert.deepEqual(head?.target, { kind: 'passage', passage: { exact: 'the pier', prefix: 'on ', suffix: ' at' } });
    assert.deepEqual(reply?.target, { kind: 'reply', to: 'urn:hypothesis:AbC' });
    assert.deepEqual(
      annotations.map(({ hints }) => hints.map(({ kind }) => kind)),
      [
        ['address', 'page'],
        ['reply', 'address', 'page'],
      ],
    );
    assert.deepEqual(refused, [{ place: 'annotation 3', detail: 'it has no id' }]);
  });

  it('of doccano are read, whichever version wrote them', () => {
    const lines = [
      { id: 1, text: 'a 😀 pier', label: [[4, 8, 'place']] },
      { id: 2, text: 'two', entities: [{ id: 5, start_offset: 0, end_offset: 3, label: 'n' }] },
      { id: 3, text: 'three', labels: [[3, 99, 'n'], ['x']] },
    ];
    const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n`;
    const { annotations, refused } = readImport(text, undefined, 'Lin');
    assert.deepEqual(
      annotations.map(({ json }) => {
        const read = readAnnotation(json);
        return [read?.target.kind === 'passage' && read.target.passage.exact, read?.creator, read?.labels[0]?.label];
      }),
      [
        ['pier', 'Lin', 'place'],
        ['two', 'Lin', 'n'],
      ],
    );
    assert.deepEqual(
      refused.map(({ place }) => place),
      ['line 3, label 1', 'line 3, label 2', 'line 4'],
    );
    const again = readImport(text, 'doccano', 'Lin');
    assert.deepEqual(
      again.annotations.map(({ json }) => json.id),
      annotations.map(({ json }) => json.id),
    );
  });

  it('of W3C annotations are read in every shape', () => {
    const one = { id: 'urn:1', type: 'Annotation', target: 'https://news.example.com/1' };
    const shapes = [
      one,
      [one],
      { type: 'AnnotationPage', items: [one] },
      { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [one] } },
    ];
    for (const shape of shapes) {
      const { annotations } = readImport(JSON.stringify(shape), undefined, 'x');
      assert.deepEqual(
        annotations.map(({ json }) => json),
        [one],
      );
    }
  });

  it('that are none of these are refused', () => {
    for (const text of ['', 'x', '{}', '7', '"x"', '{"items": 3}'])
      assert.throws(() => readImport(text, undefined, 'x'), { name: 'NotImportable' }, text);
    for (const text of ['', 'a,b\n1,2', '{"a": 1}', '[1]', '{"text": "x"}'])
      assert.throws(() => readImport(text, undefined, 'x'), { message: /^no annotations as JSON-LD/ }, text);
    assert.throws(() => readImport('{ "items": [', undefined, 'x'), { message: /JSON/ });
    assert.equal(readImport('[]', undefined, 'x').annotations.length, 0);
    assert.throws(() => readImport('{}', 'hypothesis', 'x'), { name: 'NotImportable' });
    assert.throws(() => readImport('nothing\nof it', 'doccano', 'x'), { name: 'NotImportable' });
  });
});
