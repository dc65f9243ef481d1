import assert from 'node:assert/strict';
import {
  decodeHashes,
  encodeHashes,
  nameOfHashes,
  piecesOf,
} from '../../../../src/core/annotations/anchoring/fingerprint';
import { normalise, normalisedString } from '../../../../src/core/annotations/anchoring/normalisedText';
import { mapPieces } from '../../../../src/core/annotations/anchoring/pieceMap';
import { Seeded } from '../../../support/seeded';

describe('pieces of a text', () => {
  const piecesIn = (text: string) => {
    const normalised = normalise(text);
    const { starts, hashes } = piecesOf(text, normalised);
    return {
      hashes,
      texts: [...starts].map((start, index) =>
        normalised.text.slice(start, starts[index + 1] ?? normalised.text.length),
      ),
    };
  };

  it('are about a sentence each, and end with their line', () => {
    assert.deepEqual(piecesIn('One sentence. Another one!\nA line\n短句。这是一个长一点的句子。').texts, [
      'onesentence.',
      'anotherone!',
      'aline',
      '短句.',
      '这是一个长一点的句子.',
    ]);
    assert.deepEqual(piecesIn('').texts, []);
  });

  it('hash alike whatever the width, the quotes and the breaks', () => {
    const one = piecesIn('他说：“夜航，将恢复。”\nNext');
    const other = piecesIn('他说:「夜航,将恢复。」\nＮｅｘｔ');
    assert.deepEqual(one.hashes, other.hashes);
  });

  it('are kept as text', () => {
    const { hashes } = piecesIn('One.\nTwo.\n三。\nFour');
    assert.deepEqual(decodeHashes(encodeHashes(hashes)), hashes);
    assert.match(encodeHashes(hashes), /^2:[\w-]{16}$/);
    for (const other of ['abc', '2:abc', 'AAAA', '1:AAAA', '']) assert.equal(decodeHashes(other), undefined);
    assert.notEqual(nameOfHashes(hashes), nameOfHashes(hashes.slice(1)));
  });

  it('are mapped from an old text to a new one, copies told from what was copied', () => {
    const chance = new Seeded(5);
    for (let round = 0; round < 300; round++) {
      const old = Array.from({ length: 5 + chance.below(60) }, (_, index) => index);
      const from = chance.below(old.length);
      const copy = old.slice(from, from + 1 + chance.below(5));
      const to = chance.below(old.length + 1);
      if (to >= from && to <= from + copy.length) continue;
      const now = [...old.slice(0, to), ...copy, ...old.slice(to)];
      const { toNew } = mapPieces(Int32Array.from(old), Int32Array.from(now), new Float64Array(now.length).fill(10));
      assert.deepEqual(
        [...toNew],
        old.map((piece) => (piece < to ? piece : piece + copy.length)),
      );
    }
  });

  it('are followed when they were moved, in long texts too', () => {
    for (const length of [20, 3000]) {
      const old = Array.from({ length }, (_, index) => index);
      const now = [...old.slice(10), ...old.slice(0, 10)].map((piece) => (piece === 15 ? -7 : piece));
      const { toNew, toOld } = mapPieces(
        Int32Array.from(old),
        Int32Array.from(now),
        new Float64Array(now.length).fill(10),
      );
      for (const piece of old) assert.equal(toNew[piece], piece === 15 ? -1 : (piece - 10 + length) % length);
      assert.equal(toOld[5], -1);
    }
  });
});

describe('normalising', () => {
  it('makes the same text with and without its places', () => {
    const odd = [
      'ＡＢＣ　…',
      '“Wide” 𠮷😀',
      'ﬁne ㎏ ½',
      '\ud800 lone \udc00',
      'a\u200bb\ufe0f\u0000',
      'x'.repeat(9000),
      '',
    ];
    for (const text of [...odd, odd.join('')]) assert.equal(normalisedString(text), normalise(text).text);
  });

  it('knows which characters of the original it stands for', () => {
    const original = 'Ａ “ｂ”　…㍿😀é';
    const { text, starts, ends } = normalise(original);
    assert.equal(text, 'a"b".株式会社😀é');
    for (let at = 0; at < text.length; at++) assert.ok((starts[at] ?? -1) < (ends[at] ?? -1));
    assert.equal(original.slice(starts[5], ends[8]), '㍿');
  });
});
