import assert from 'node:assert/strict';
import {
  errorsBetween,
  errorsByEnd,
  errorsByStart,
  errorsFrom,
  errorsUpTo,
} from '../../../../src/core/annotations/anchoring/editErrors';
import { Seeded } from '../../../support/seeded';

describe('counting edits', () => {
  const chance = new Seeded(11);
  const word = (length: number): string => Array.from({ length }, () => chance.of(['a', 'b', 'c', '中'])).join('');

  it('gives what a whole table of distances gives', () => {
    for (let round = 0; round < 300; round++) {
      const pattern = word(1 + chance.below(round % 3 === 0 ? 90 : 40));
      const text = word(chance.below(60));
      const from = chance.below(text.length + 1);
      const to = from + chance.below(text.length - from + 1);
      const piece = text.slice(from, to);
      const ends = Array.from({ length: piece.length + 1 }, (_, end) =>
        Math.min(...Array.from({ length: end + 1 }, (_, start) => distance(pattern, piece.slice(start, end)))),
      );
      assert.deepEqual([...errorsByEnd(pattern, text, from, to)], ends);
      assert.equal(errorsBetween(pattern, text, from, to), distance(pattern, piece));
      const prefixes = Array.from({ length: piece.length + 1 }, (_, end) => distance(pattern, piece.slice(0, end)));
      assert.equal(errorsFrom(pattern, text, from, to), Math.min(...prefixes));
    }
  });

  it('reads backwards as it does forwards', () => {
    for (let round = 0; round < 100; round++) {
      const [pattern, text] = [word(1 + chance.below(50)), word(chance.below(80))];
      const [backPattern, backText] = [[...pattern].reverse().join(''), [...text].reverse().join('')];
      assert.deepEqual(
        [...errorsByStart(pattern, text, 0, text.length)],
        [...errorsByEnd(backPattern, backText, 0, text.length)].reverse(),
      );
      assert.equal(errorsUpTo(pattern, text, 0, text.length), errorsFrom(backPattern, backText, 0, text.length));
    }
  });

  it('counts nothing for an empty pattern', () => {
    assert.deepEqual([...errorsByEnd('', 'abc', 0, 3)], [0, 0, 0, 0]);
    assert.equal(errorsBetween('', 'abc', 0, 3), 3);
  });
});

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
