import assert from 'node:assert/strict';
import { placesBefore } from '../../../src/core/text/placesBefore';
import { applyEdits } from '../../../src/core/text/textEdit';

describe('places in the text before an edit', () => {
  const before = 'one two three four';
  const edits = [
    { range: { start: 14, end: 18 }, text: 'FOUR!!' },
    { range: { start: 0, end: 4 }, text: '' },
    { range: { start: 8, end: 8 }, text: '(new)' },
  ];
  const after = applyEdits(before, edits);
  const placeOf = (text: string) => {
    const start = after.indexOf(text);
    const [place] = placesBefore([{ start, end: start + text.length }], edits);
    return place && before.slice(place.start, place.end);
  };

  it('are those of the same words where nothing has changed', () => {
    assert.equal(after, 'two (new)three FOUR!!');
    assert.equal(placeOf('hree'), 'hree');
    assert.equal(placeOf('wo'), 'wo');
  });

  it('are all of what was replaced by words that were written', () => {
    assert.equal(placeOf('OUR'), 'four');
    assert.equal(placeOf('new'), '');
    assert.equal(placeOf('three FOUR'), 'three four');
    assert.equal(placeOf('wo (ne'), 'wo ');
  });

  it('are where they were without edits', () => {
    assert.deepEqual(placesBefore([{ start: 3, end: 5 }], []), [{ start: 3, end: 5 }]);
  });
});
