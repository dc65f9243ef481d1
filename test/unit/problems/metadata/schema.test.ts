import assert from 'node:assert/strict';
import { compiledSchema } from '../../../../src/core/problems/rules/metadata/frontMatterSchema';
import { schema as rule } from '../../../../src/core/problems/rules/metadata/schema';
import { inEnglish } from '../../../../src/core/text/message';
import { checkText, fixesOf, fixOf, placesOf } from '../../../support/checkText';

const article = (fields: string): string => `---\n# 渡船 🚢\ntitle: Fog\n${fields}\n---\n\nSix.\n`;
const property = (one: unknown) => ({ properties: { it: one } });

describe('metadata/schema', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    describe(`points at the value, ${JSON.stringify(lineBreak)}`, () => {
      for (const [name, schema, fields, place, said] of [
        ['a missing field', { required: ['tags'] }, 'a: 1', '---', /“tags”/],
        ['a type', property({ type: 'string' }), 'it: 12 # x', '12', /text/],
        ['types', property({ type: ['string', 'null'] }), 'it: 12', '12', /string, null/],
        ['an empty value', property({ type: 'string' }), 'it:\na: 1', 'it', /text/],
        ['an item', property({ items: { type: 'string' } }), 'it:\n  - 雾 🌫\n  - 12', '12', /“it\.1”/],
        ['an item in brackets', property({ items: { type: 'integer' } }), "it: [1, '雾']", "'雾'", /whole number/],
        ['a nested value', property(property({ minimum: 3 })), 'it:\n  a: 雾\n  it: 2', '2', />= 3/],
        ['a nested missing field', property({ required: ['b'] }), 'it:\n  a: 雾', 'it', /“b”/],
        ['one of several', property({ enum: ['a', 'b'] }), 'it: 雾', '雾', /a, b/],
        ['one value', property({ const: 1 }), 'it: 2', '2', /has to be 1/],
        ['a form', property({ pattern: '^[a-z]+$' }), 'it: 雾', '雾', /\[a-z\]/],
        ['a format', property({ format: 'uri' }), "it: '雾'", "'雾'", /uri/],
        ['emptiness', property({ minLength: 1 }), "it: ''", "''", /empty/],
        ['a length', property({ maxLength: 1 }), 'it: 雾雾', '雾雾', /at most 1/],
        ['a number of items', property({ minItems: 2 }), 'it:\n  - 雾', '- 雾', /at least 2/],
        ['a choice', property({ anyOf: [{ type: 'number' }, { type: 'boolean' }] }), 'it: 雾', '雾', /forms/],
        ['an unknown field', { properties: { title: true }, additionalProperties: false }, '雾: 1', '雾', /“雾”/],
        ['a condition', { if: false, else: property({ type: 'number' }) }, 'it: 雾', '雾', /number/],
        ['a block of text', property({ type: 'number' }), 'it: |\n  雾\n  b\na: 1', '|\n  雾\n  b', /number/],
      ] as const) {
        it(name, () => {
          const text = article(fields).replaceAll('\n', lineBreak);
          const options = { rule, settings: { schema } };
          assert.deepEqual(placesOf(text, options), [place.replaceAll('\n', lineBreak)]);
          const [problem] = checkText(text, options);
          assert.match(problem === undefined ? '' : inEnglish(problem.message), said);
        });
      }
    });

    describe(`mends, ${JSON.stringify(lineBreak)}`, () => {
      for (const [schema, fields, after, isGuess] of [
        [property({ type: 'string' }), 'it: 2021 # x', "it: '2021' # x", false],
        [property({ type: 'boolean' }), "it: 'true' # x", 'it: true # x', false],
        [property({ type: ['integer', 'null'] }), 'it: "12"', 'it: 12', false],
        [property({ enum: ['News', 'Opinion'] }), 'it: ｎews', 'it: News', false],
        [property({ enum: ['News', 'Opinion'] }), "it: 'Opinon'", "it: 'Opinion'", true],
        [{ required: ['kind'], properties: { kind: { default: 'no' } } }, 'a: 1', "a: 1\nkind: 'no'", false],
      ] as const) {
        it(`${fields} as ${JSON.stringify(after)}`, () => {
          const options = { rule, settings: { schema } };
          const fixed = fixOf(article(fields).replaceAll('\n', lineBreak), options);
          assert.equal(fixed.text, article(after).replaceAll('\n', lineBreak));
          assert.equal(fixed.fix.isGuess ?? false, isGuess);
          assert.deepEqual(checkText(fixed.text, options), []);
        });
      }
    });
  }

  it('has no fix where nobody can tell what is meant', () => {
    for (const [schema, fields] of [
      [property({ type: 'number' }), "it: 'twelve'"],
      [property({ enum: ['a', 'b'] }), 'it: 雾'],
      [property({ type: 'object' }), 'it: 雾'],
      [property({ type: 'string' }), 'it:'],
      [property({ type: 'string' }), 'it: # 雾'],
    ] as const) {
      assert.deepEqual(fixesOf(article(fields), { rule, settings: { schema } }), [[]]);
    }
  });

  it('reads JSON and TOML with their types', () => {
    const settings = { schema: property({ type: 'string' }) };
    assert.deepEqual(placesOf('{"title": "雾", "it": 12}\n', { rule, settings }), ['12']);
    assert.equal(fixOf('{"title": "雾", "it": 12}\n', { rule, settings }).text, '{"title": "雾", "it": "12"}\n');
    assert.deepEqual(placesOf('+++\ntitle = "雾"\nit = 12\n+++\n', { rule, settings }), ['12']);
    assert.deepEqual(checkText('+++\nit = 2021-11-27\n+++\n', { rule, settings }), []);
  });

  it('holds the articles of a source against that source’s schema as well', () => {
    const settings = { schema: { required: ['a'] }, sourceSchemas: { 'Harbour Ledger': { required: ['b'] } } };
    const missing = (fields: string, knowledge = {}) =>
      checkText(article(fields), { rule, settings, knowledge }).map(({ message }) => message.values[0]);
    assert.deepEqual(missing('source: harbour  ledger'), ['a', 'b']);
    assert.deepEqual(missing('source: Courier'), ['a']);
    const canonicalSource = { key: 'harbour ledger', name: 'Harbour Ledger' };
    assert.deepEqual(missing('source: 港口报', { canonicalSource }), ['a', 'b']);
  });

  it('knows the drafts that people write', () => {
    const both = (dialect: string, one: object) =>
      checkText(article('it: [a, 1]'), { rule, settings: { schema: { $schema: dialect, ...one } } }).length;
    assert.equal(
      both('https://json-schema.org/draft/2020-12/schema', property({ prefixItems: [{ type: 'number' }] })),
      1,
    );
    assert.equal(both('http://json-schema.org/draft-04/schema#', property({ items: [{ type: 'number' }] })), 1);
    assert.equal(both('http://json-schema.org/draft-07/schema#', property({ items: [{ type: 'number' }] })), 1);
  });

  it('takes a broken schema for a fault of no article', () => {
    for (const schema of [
      { type: 'strnig' },
      { $ref: 'https://example.com/x.json' },
      { pattern: '(' },
      { $async: true },
    ]) {
      assert.equal(compiledSchema(schema).kind, 'broken', JSON.stringify(schema));
      assert.deepEqual(checkText(article('a: 1'), { rule, settings: { schema } }), []);
    }
    assert.equal(compiledSchema([]).kind, 'broken');
  });

  it('makes a schema ready once', () => {
    const schema = { required: ['only'] };
    assert.equal(compiledSchema(schema), compiledSchema(structuredClone(schema)));
  });

  it('bears data that stand for far more than is written, and such as hold themselves', () => {
    const all = { $ref: '#/$defs/x' };
    // The title alone breaks it: what is told of neither article was never looked at, or not to its end.
    const schema = { ...all, $defs: { x: { not: { type: 'string' }, additionalProperties: all, items: all } } };
    const levels = Array.from({ length: 5 }, (_, at) => `l${at}: &l${at} [${`*l${at - 1},`.repeat(at === 0 ? 0 : 9)}]`);
    for (const fields of [levels.join('\n'), 'it: &a { b: *a }']) {
      assert.deepEqual(checkText(article(fields), { rule, settings: { schema } }), []);
    }
  });

  for (const [name, text, schema] of [
    ['what meets the schema', article('it: 2021-11-27'), property({ type: 'string', format: 'date' })],
    ['numbers, lists and booleans', article('it: [1, true]'), property({ items: { type: ['integer', 'boolean'] } })],
    ['no front matter', 'Six.\n', { required: ['a'] }],
    ['broken front matter', "---\ntitle: 'It's'\n---\n", { required: ['a'] }],
    ['any article without a schema', article('a: 1'), undefined],
  ] as const) {
    it(`leaves ${name} alone`, () =>
      assert.deepEqual(checkText(text, { rule, settings: schema === undefined ? {} : { schema } }), []));
  }
});
