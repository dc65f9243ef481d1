import assert from 'node:assert/strict';
import { faultMessage } from '../../../../src/core/text/json/faultMessage';
import { FieldReader } from '../../../../src/core/text/json/fieldReader';
import { faultPlace, readJson } from '../../../../src/core/text/json/jsonFault';
import { inEnglish } from '../../../../src/core/text/message';

describe('a text that is not JSON', () => {
  const cases: readonly (readonly [text: string, offset: number, what: RegExp])[] = [
    ['{\n  "a": 1\n  "b": 2\n}', 10, /a comma is missing in line 2\.$/],
    ['{\r\n"a" 1}', 6, /a colon is missing in line 2/],
    ['{"a": 1,\n}', 8, /a key in double quotes is missing in line 1/],
    ['{\n"a":\n}', 6, /a value is missing in line 2/],
    ['{"a": [1', 8, /a closing bracket is missing in line 1/],
    ['{"a": {\n', 7, /a closing brace is missing in line 1/],
    ['{\n// note\n}', 2, /there is a comment in line 2/],
    ['{"a": "b\n"}', 6, /line 1 has a string that is not closed/],
    ["{'a': 1}", 1, /line 1 has text that is not in double quotes/],
    ['{}\n{}', 3, /something follows its end in line 2/],
    ['\uFEFF{"a" 1}', 5, /a colon is missing in line 1/],
    ['[1 2]', 2, /a comma is missing in line 1/],
    [`${'['.repeat(200_000)}`, 0, /line 1/],
  ];
  for (const [text, offset, what] of cases) {
    it(`says what is wrong and where: ${JSON.stringify(text.slice(0, 20))}`, () => {
      const { fault } = readJson(text);
      assert.ok(fault);
      assert.match(inEnglish(faultMessage(fault)), what);
      assert.deepEqual(faultPlace(text, fault), { start: offset, end: offset });
    });
  }

  it('has a place also when the text is a shorter one by then', () => {
    const { fault } = readJson('{"a": [');
    assert.ok(fault);
    assert.deepEqual(faultPlace('{', fault), { start: 1, end: 1 });
  });
});

describe('a JSON text that is not what it should be', () => {
  it('is described by the names of its parts', () => {
    const reader = new FieldReader();
    const root = reader.versionedRoot('{"version": 2, "a": {"b": [7]}, "c": "x", "d": ["+(x)"]}');
    const a = reader.objectIn(root, 'a', []) ?? {};
    reader.list(a, 'b', ['a']);
    reader.name(a, 'id', ['a']);
    reader.name(root, 'id', []);
    reader.oneOf(root, 'c', [], ['y', 'z']);
    reader.oneOf(root, 'c', [], []);
    reader.globs(root, 'd', []);
    reader.positiveNumber(root, 'c', []);
    assert.deepEqual(
      reader.faults.map((fault) => inEnglish(faultMessage(fault))),
      [
        'This version of Marginalia reads version 1 only.',
        '“a.b[0]” must be an object in braces.',
        '“a” has no “id”.',
        'It has no “id”.',
        '“c” cannot be “x”; it is one of y, z.',
        '“c” cannot be “x”: there are none yet.',
        '“d”: the glob “+(x)” cannot be used; only *, **, ?, [ ] and { , } are known.',
        '“c” must be a number above 0.',
      ],
    );
  });
});
