import assert from 'node:assert/strict';
import { syntax as rule } from '../../../../src/core/problems/rules/frontMatter/syntax';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { fixesOf, placesOf } from '../../../support/checkText';

type Case = readonly [written: string, places: readonly string[], fixed: string];

function holds(cases: readonly Case[], document: (written: string) => string): void {
  for (const [written, places, fixed] of cases) {
    for (const lineBreak of ['\n', '\r\n']) {
      it(`${JSON.stringify(written)}${lineBreak === '\n' ? '' : ' (CRLF)'}`, () => {
        const text = document(written).replaceAll('\n', lineBreak);
        assert.deepEqual(placesOf(text, { rule }), places);
        const edits = fixesOf(text, { rule }).flatMap(([fix]) => fix?.edits ?? []);
        const mended = applyEdits(text, edits);
        assert.equal(mended, document(fixed).replaceAll('\n', lineBreak));
        assert.deepEqual(placesOf(mended, { rule }), []);
      });
    }
  }
}

const json: readonly Case[] = [
  ['"a": 1,', [','], '"a": 1'],
  ['"a": 1,, "b": 2', [','], '"a": 1, "b": 2'],
  ['"a": [1, 2,]', [','], '"a": [1, 2]'],
  ["'a': 'It''s'", ["'a'", "'It''s'"], `"a": "It''s"`],
  ['a: 1', ['a'], '"a": 1'],
  ['"a": two words', ['two words'], '"a": "two words"'],
  ['"a": "say "no" now"', ['"'], '"a": "say \\"no\\" now"'],
  ['"a": "水\\平"', ['\\'], '"a": "水\\\\平"'],
  ['"a": “x”', ['“x”'], '"a": "x"'],
  ['"a": 1\n"b": 2', ['1'], '"a": 1,\n"b": 2'],
  ['"a" 1', ['"a"'], '"a": 1'],
  ['"a"：1', ['：'], '"a":1'],
  ['"a": 1，"b": 2', ['，'], '"a": 1,"b": 2'],
  ['"a": True', ['True'], '"a": true'],
  ['"a": 1 // why', ['// why'], '"a": 1 '],
  ['"a": "open\n', ['"open'], '"a": "open"\n'],
];

const toml: readonly Case[] = [
  ['title = Ferry is back', ['Ferry is back'], 'title = "Ferry is back"'],
  ['title: "Ferry"', [':'], 'title = "Ferry"'],
  ['title: Ferry', [':'], 'title = "Ferry"'],
  ['title = “Ferry”', ['“Ferry”'], 'title = "Ferry"'],
  ['title = "水\\平"', ['"水\\平"'], 'title = "水\\\\平"'],
  ['title = "say "no" now"', ['"say "no" now"'], 'title = "say \\"no\\" now"'],
  ["title = 'It's'", ["'It's'"], 'title = "It\'s"'],
  ['title = "open', ['"open'], 'title = "open"'],
  ['tags = [1,, 2]', ['[1,, 2]'], 'tags = [1, 2]'],
  ['title = @a\ntags = @b', ['@a', '@b'], 'title = "@a"\ntags = "@b"'],
];

describe('front-matter/syntax in JSON', () => {
  holds(json, (written) => `;;;\n"source": "渡船 🚢",\n${written}\n;;;\nBody.\n`);
  holds(json, (written) => `---json\n{\n"source": "渡船 🚢",\n${written}\n}\n---\nBody.\n`);
  holds([['{"a": {"b": 1', ['{'], '{"a": {"b": 1}}']], (written) => `---json\n${written}\n---\nBody.\n`);
  holds([['{"a": "x\n}', ['"x'], '{"a": "x"\n}']], (written) => `${written}\n\nBody.\n`);

  it('says nothing of what can be read', () => {
    for (const text of [
      '{"a": "{ b, }", "c": [{}, -1.5e3, null]}\n\nBody.',
      ';;;\n"a": "it\'s // fine"\n;;;\n',
      '---json\n{}\n---\n',
    ]) {
      assert.deepEqual(placesOf(text, { rule }), []);
    }
  });
});

describe('front-matter/syntax in TOML', () => {
  holds(toml, (written) => `+++\nsource = "渡船 🚢"\n${written}\nlayout = 'post'\n+++\nBody.\n`);

  it('points at a line that nobody can mend', () => {
    assert.deepEqual(placesOf('+++\na = 1\nwords\n+++\n', { rule }), ['words']);
    assert.deepEqual(placesOf('+++\na = 1\nb =\n+++\n', { rule }), ['b =']);
  });

  it('leaves fields that are there twice to their own rule, and says nothing of what can be read', () => {
    assert.deepEqual(placesOf('+++\na = 1\na = 2\n+++\n', { rule }), []);
    assert.deepEqual(placesOf("+++\na = '''x\ny'''\nd = 2021-11-27\n[b]\na = 1\n+++\n", { rule }), []);
  });
});
