import assert from 'node:assert/strict';
import { isolated } from '../../../src/core/text/isolated';

describe('words in a line with others', () => {
  it('keep their direction to themselves', () => {
    for (const text of ['\u202eevil', 'שלום', 'مرحبا', '\u200fx']) assert.equal(isolated(text), `\u2068${text}\u2069`);
    assert.equal(isolated('a\u2069\u2069b'), '\u2068ab\u2069');
    for (const text of ['', 'plain', '渡船🚢']) assert.equal(isolated(text), text);
  });
});
