import assert from 'node:assert/strict';
import { collapse } from '../../../src/core/article/fieldValue';
import { shortened } from '../../../src/core/article/shortened';

describe('a text that strangers wrote', () => {
  for (const [name, text, expected] of [
    ['a short one', '渡轮 🚢', '渡轮 🚢'],
    ['as long as may be', '123456', '123456'],
    ['one longer', '1234567', '12345…'],
    ['as long as may be, of signs that count two', '🚢🚢🚢🚢🚢🚢', '🚢🚢🚢🚢🚢🚢'],
    ['one longer, of signs that count two', '🚢🚢🚢🚢🚢🚢🚢', '🚢🚢🚢🚢🚢…'],
    ['one of both', '12345🚢789', '12345…'],
  ] as const) {
    it(`is shortened to six signs: ${name}`, () => assert.equal(shortened(text, 6), expected));
  }

  for (const [name, text, expected] of [
    ['white space', '  a \n\t b\u3000c \u3000 d ', 'a b\u3000c d'],
    ['signs that turn text round', 'abc \u202egpj.txt\u2066 x\u2069\u202c', 'abc gpj.txt x'],
    ['nothing but such signs', '\u202e \u2066', ''],
    ['Hebrew', 'שלום\u200f, 世界', 'שלום\u200f, 世界'],
  ] as const) {
    it(`is collapsed: ${name}`, () => assert.equal(collapse(text), expected));
  }
});
