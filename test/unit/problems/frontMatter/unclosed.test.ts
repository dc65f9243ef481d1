import assert from 'node:assert/strict';
import { unclosed as rule } from '../../../../src/core/problems/rules/frontMatter/unclosed';
import { articleOf, fixOf, placesOf } from '../../../support/checkText';

/** What is written, its fixed text, and whether that is a guess. */
const cases: readonly (readonly [written: string, fixed: string, isGuess: boolean])[] = [
  ['---\ntitle: 渡船 🚢\n\nBody.\n', '---\ntitle: 渡船 🚢\n---\n\nBody.\n', false],
  ['---\ntitle: A\n<div>Body.</div>\n', '---\ntitle: A\n---\n<div>Body.</div>\n', false],
  ['---\ntitle: A\nBody goes on.\n', '---\ntitle: A\n---\nBody goes on.\n', true],
  ['---\ntitle: A', '---\ntitle: A\n---\n', false],
  ['---\ntitle: A\n----\n\nBody.\n', '---\ntitle: A\n---\n\nBody.\n', false],
  ['---\ntitle: A\n——\n\nBody.\n', '---\ntitle: A\n---\n\nBody.\n', false],
  ['---json\n{"title": "A"}\n\nBody.\n', '---json\n{"title": "A"}\n---\n\nBody.\n', false],
  ['+++\ntitle = "A"\n\nBody.\n', '+++\ntitle = "A"\n+++\n\nBody.\n', false],
  ['\ufeff\n---\ntitle: A\n\nBody.\n', '\ufeff\n---\ntitle: A\n---\n\nBody.\n', false],
];

describe('front-matter/unclosed', () => {
  for (const [written, fixed, isGuess] of cases) {
    for (const lineBreak of ['\n', '\r\n']) {
      it(`${JSON.stringify(written)}${lineBreak === '\n' ? '' : ' (CRLF)'}`, () => {
        const text = written.replaceAll('\n', lineBreak);
        const fence = /^.{3}\w*/.exec(written.trimStart())?.[0];
        assert.deepEqual(placesOf(text, { rule }), [fence]);
        const mended = fixOf(text, { rule });
        // A single line shows no line break: the usual one is written.
        assert.equal(mended.text, fixed.replaceAll('\n', lineBreak));
        assert.equal(mended.fix.isGuess === true, isGuess);
        assert.deepEqual(placesOf(mended.text, { rule }), []);
        assert.equal(articleOf(mended.text).frontMatter.fault, undefined);
      });
    }
  }

  it('closes the braces of JSON', () => {
    const text = '{\n  "title": "A",\n  "of": {"b": [1]\n\nBody.\n';
    assert.deepEqual(placesOf(text, { rule }), ['{']);
    assert.equal(fixOf(text, { rule }).text, '{\n  "title": "A",\n  "of": {"b": [1]}}\n\nBody.\n');
  });

  it('leaves JSON to its own rule where an open text hides the brace', () => {
    assert.deepEqual(placesOf('{"title": "A\n}\n\nBody.\n', { rule }), []);
  });

  it('says nothing of front matter that is closed, or that is none', () => {
    for (const text of [
      '---\ntitle: A\n---\n',
      '---\ntitle: A\n...\nBody',
      '---\n\nText.\n',
      'Text.\n\n---\n',
      '{{ tag }}',
    ]) {
      assert.deepEqual(placesOf(text, { rule }), [], text);
    }
  });
});
