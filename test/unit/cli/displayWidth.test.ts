import assert from 'node:assert/strict';
import { displayWidth, fit } from '../../../src/cli/displayWidth';

describe('the width of texts in a terminal', () => {
  it('counts East Asian characters and emoji as two cells, combining marks as none', () => {
    const widths: readonly (readonly [string, number])[] = [
      ['', 0],
      ['plain text', 10],
      ['café', 4],
      ['cafe\u0301', 4],
      ['港口', 4],
      ['（全角）', 8],
      ['ｶﾅ', 2],
      ['カナ', 4],
      ['한국어', 6],
      ['😀!', 3],
      ['𠀀', 2],
      ['Привет', 6],
      ['“quotes” – …', 12],
      ['a\u200bb', 2],
    ];
    for (const [text, width] of widths) assert.equal(displayWidth(text), width, text);
  });

  it('fits a text into exactly so many cells', () => {
    assert.equal(fit('ab', 4), 'ab  ');
    assert.equal(fit('ab', 4, 'right'), '  ab');
    assert.equal(fit('abcdef', 4), 'abc…');
    assert.equal(fit('港口重开', 8), '港口重开');
    // A character that takes two cells does not fit into the one that is left.
    assert.equal(fit('港口重开', 6), '港口… ');
    for (const width of [1, 2, 3, 4, 5, 6, 7, 8, 9]) assert.equal(displayWidth(fit('a港口重😀b', width)), width);
  });
});
