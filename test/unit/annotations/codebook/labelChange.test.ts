import assert from 'node:assert/strict';
import { readCodebook } from '../../../../src/core/annotations/codebook/codebook';
import { changedCodebook, type LabelChange, namesOf } from '../../../../src/core/annotations/codebook/labelChange';

const text = '{ "labels": [\r\n  { "id": "a", "name": "A" },\r\n  { "id": "b", "formerly": ["c"] }\r\n] }';

describe('a change of a label', () => {
  const change = (change: LabelChange): readonly string[] | undefined => {
    const changed = changedCodebook(text, change);
    if (changed === undefined) return undefined;
    return readCodebook(changed).codebook.labels.map(({ id, name, formerly }) =>
      [id, name, ...(formerly ?? [])].join(),
    );
  };

  it('gives it another id and name, and remembers the id it had', () => {
    assert.deepEqual(change({ kind: 'rename', from: 'a', to: 'x', name: 'X' }), ['x,X,a', 'b,b,c']);
    assert.deepEqual(change({ kind: 'rename', from: 'b', to: 'c', name: 'C' }), ['a,A', 'c,C,b']);
    assert.equal(change({ kind: 'rename', from: 'a', to: 'b', name: 'B' }), undefined);
  });

  it('gives it another name alone, of which annotations know nothing', () => {
    const only: LabelChange = { kind: 'name', from: 'a', name: '甲' };
    assert.deepEqual(change(only), ['a,甲', 'b,b,c']);
    assert.equal(namesOf(only).size, 0);
    assert.equal(changedCodebook(text, only), text.replace('"A"', '"甲"'));
  });

  it('makes it part of another, known to the codebook or not', () => {
    assert.deepEqual(change({ kind: 'merge', from: 'a', to: 'b', name: 'B' }), ['b,b,c,a']);
    assert.deepEqual(change({ kind: 'merge', from: 'unknown', to: 'b', name: 'B' }), ['a,A', 'b,b,c,unknown']);
    assert.equal(change({ kind: 'merge', from: 'c', to: 'b', name: 'B' }), undefined);
    assert.equal(change({ kind: 'merge', from: 'a', to: 'unknown', name: '?' }), undefined);
  });
});
