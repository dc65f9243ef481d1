import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { Seeded } from '../../support/seeded';

describe('the line index', () => {
  it('counts lines that end in all three ways', () => {
    const text = 'a\nbc\r\nd\re';
    const index = new LineIndex(text);
    assert.equal(index.lines, 4);
    assert.deepEqual(index.positionOf(text.indexOf('c')), { line: 1, character: 1 });
    assert.deepEqual(index.positionOf(text.indexOf('d')), { line: 2, character: 0 });
    assert.deepEqual(index.positionOf(text.indexOf('e')), { line: 3, character: 0 });
  });

  it('counts UTF-16 code units', () => {
    assert.deepEqual(new LineIndex('港\n😀x').positionOf(4), { line: 1, character: 2 });
  });

  it('keeps what is outside of the text inside', () => {
    const index = new LineIndex('ab\n');
    assert.deepEqual(index.positionOf(99), { line: 1, character: 0 });
    assert.deepEqual(index.positionOf(-1), { line: 0, character: 0 });
    assert.deepEqual(new LineIndex('').positionOf(0), { line: 0, character: 0 });
  });

  it('agrees with splitting on texts of all kinds', () => {
    const random = new Seeded(7);
    for (let round = 0; round < 200; round++) {
      const text = Array.from({ length: random.below(60) }, () => random.of(['a', '\r', '\n', '字', '😀'])).join('');
      const index = new LineIndex(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const before = text.slice(0, offset);
        // A line feed after this point makes one break of the return before it.
        const isInBreak = before.endsWith('\r') && text[offset] === '\n';
        const lines = (isInBreak ? before.slice(0, -1) : before).split(/\r\n|\r|\n/);
        const character = (lines.at(-1)?.length ?? 0) + Number(isInBreak);
        assert.deepEqual(index.positionOf(offset), { line: lines.length - 1, character });
      }
    }
  });
});
