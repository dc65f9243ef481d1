import assert from 'node:assert/strict';
import { parseJson, tryParseJson } from '../../../../src/core/text/json/parseJson';

describe('JSON of a file', () => {
  it('is read with a byte order mark before it and without', () => {
    assert.deepEqual(parseJson('\uFEFF{"a": 1}'), { a: 1 });
    assert.deepEqual(tryParseJson('{"a": 1}'), { a: 1 });
    assert.equal(tryParseJson('null'), null);
  });

  it('is refused, or nothing, where it is not JSON', () => {
    assert.throws(() => parseJson('{a: 1}'), SyntaxError);
    assert.equal(tryParseJson('{a: 1}'), undefined);
    assert.equal(tryParseJson(''), undefined);
  });
});
