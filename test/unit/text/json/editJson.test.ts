import assert from 'node:assert/strict';
import { editJson, setJsonValue } from '../../../../src/core/text/json/editJson';
import { placeOf } from '../../../../src/core/text/json/jsonFault';
import { Seeded } from '../../../support/seeded';

describe('setting a value of a JSON text', () => {
  const text = '{\n    "a": {"x": 1,   "y": [1, 2]},\n\n    "b": [\n        { "n": "one" }\n    ]\n}\n';
  const cases: readonly [string, Parameters<typeof setJsonValue>[1], unknown, string][] = [
    ['replaces one', ['a', 'x'], 'two', text.replace('"x": 1', '"x": "two"')],
    ['adds to an object on one line', ['a', 'z'], [3], text.replace('[1, 2]}', '[1, 2], "z": [3]}')],
    ['adds to a list on one line', ['a', 'y', 2], 3, text.replace('[1, 2]', '[1, 2, 3]')],
    [
      'adds to an object on several lines',
      ['c'],
      { d: 1 },
      text.replace('    ]\n}', '    ],\n    "c": {\n        "d": 1\n    }\n}'),
    ],
    ['adds to a list on several lines', ['b', 1], 'x', text.replace('"one" }', '"one" },\n        "x"')],
    [
      'makes what is on the way',
      ['c', 'd', 'e'],
      1,
      text.replace('    ]\n}', '    ],\n    "c": {\n        "d": {\n            "e": 1\n        }\n    }\n}'),
    ],
    ['removes the first', ['a', 'x'], undefined, text.replace('"x": 1,   ', '')],
    ['removes the last', ['a', 'y'], undefined, text.replace(',   "y": [1, 2]', '')],
    ['removes the only one', ['b', 0], undefined, text.replace('[\n        { "n": "one" }\n    ]', '[]')],
    ['leaves a text without the value to be removed', ['q', 'r'], undefined, text],
  ];
  for (const [what, path, value, expected] of cases) {
    it(what, () => assert.equal(setJsonValue(text, path, value), expected));
  }

  it('starts a text', () => {
    assert.equal(setJsonValue(undefined, ['a', 'b'], 1), '{\n  "a": {\n    "b": 1\n  }\n}\n');
  });

  it('keeps byte order marks, tabs and line ends', () => {
    const windows = '\uFEFF{\r\n\t"a": 1\r\n}\r\n';
    assert.equal(
      setJsonValue(windows, ['b'], { c: 2 }),
      '\uFEFF{\r\n\t"a": 1,\r\n\t"b": {\r\n\t\t"c": 2\r\n\t}\r\n}\r\n',
    );
  });

  it('gives up rather than guess', () => {
    for (const broken of ['{', '[1', 'x', '{"a": 1, "a": 2}']) assert.equal(setJsonValue(broken, ['a'], 3), undefined);
    assert.equal(setJsonValue('{"a": 1}', ['a', 'b'], 3), undefined);
    assert.equal(setJsonValue('{"a": []}', ['a', 3], 3), undefined);
  });

  it('does what is done to the value, however the text is written', () => {
    const chance = new Seeded(2);
    const value = (depth: number): unknown => {
      const kind = chance.below(depth > 0 ? 6 : 4);
      if (kind < 4) return chance.of([1, 'a\n"b', true, null, '键']);
      const items = Array.from({ length: chance.below(4) }, () => value(depth - 1));
      return kind === 4
        ? items
        : Object.fromEntries(items.map((item, index) => [chance.of(['a', 'b', '__proto__', `${index}`]), item]));
    };
    for (let round = 0; round < 400; round++) {
      const json = { a: value(3), b: value(2), c: [value(1), value(1)] };
      const written = JSON.stringify(json, undefined, chance.of([0, 1, 2, '\t']));
      const path = chance.of<(string | number)[]>([['a'], ['b'], ['c', 0], ['c', 1], ['c', 2], ['d'], ['d', 'e']]);
      const isGone = chance.below(4) === 0;
      const next = isGone ? undefined : value(2);
      const changed = setJsonValue(written, path, next);
      assert.ok(changed !== undefined, written);
      const [first = '', second] = path;
      const expected: Record<string, unknown> = structuredClone(json);
      if (second === undefined && isGone) delete expected[first];
      else if (second === undefined) expected[first] = next;
      else if (first === 'c') (expected.c as unknown[]).splice(Number(second), 1, ...(isGone ? [] : [next]));
      else if (!isGone) expected.d = { e: next };
      assert.equal(JSON.stringify(JSON.parse(changed)), JSON.stringify(expected), `${written} ${path}`);
    }
  });

  it('renames keys, and makes several changes at once or none', () => {
    const changed = editJson(text, [
      { path: ['a', 'x'], key: 'w' },
      { path: ['b', 0], value: undefined },
      { path: ['b', 0], value: 'new' },
    ]);
    assert.equal(
      changed,
      text.replace('"x"', '"w"').replace('[\n        { "n": "one" }\n    ]', '[\n        "new"\n    ]'),
    );
    assert.equal(editJson(text, [{ path: ['a', 'x'], key: 'y' }]), undefined);
    assert.equal(editJson(text, [{ path: ['a', 'q'], key: 'y' }]), undefined);
    assert.equal(editJson(text, [{ path: ['b', 0], key: 'y' }]), undefined);
    assert.equal(
      editJson(text, [
        { path: ['a', 'x'], value: 2 },
        { path: ['a', 'x', 'y'], value: 2 },
      ]),
      undefined,
    );
  });

  it('lays out what is new as what stands beside it', () => {
    const inLine = '{\n  "a": {"x": [1]}\n}';
    assert.equal(setJsonValue(inLine, ['b'], { y: [2] }), '{\n  "a": {"x": [1]},\n  "b": {"y": [2]}\n}');
    assert.equal(setJsonValue('{"a": {}}', ['a', 'b'], [1]), '{"a": {"b": [1]}}');
    assert.equal(setJsonValue('{"a":\r\n{}}', ['a', 'b'], 1), '{"a":\r\n{\r\n  "b": 1\r\n}}');
  });

  it('gives up on what is nested deeper than it can follow', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    assert.equal(setJsonValue(deep, [0], 1), undefined);
    assert.equal(setJsonValue(`{"a": ${deep}}`, ['b'], 1), undefined);
    assert.deepEqual(placeOf(deep, [0, 0]), { start: 0, end: 0 });
  });

  it('knows where values stand', () => {
    const range = placeOf(text, ['b', 0, 'n']);
    assert.equal(text.slice(range.start, range.end), '"one"');
    assert.deepEqual(placeOf(text, ['b', 7]), placeOf(text, ['b']));
  });
});
