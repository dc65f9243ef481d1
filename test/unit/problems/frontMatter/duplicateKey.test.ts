import assert from 'node:assert/strict';
import { duplicateKey as rule } from '../../../../src/core/problems/rules/frontMatter/duplicateKey';
import { checkText, fixesOf, fixOf, placesOf } from '../../../support/checkText';

describe('front-matter/duplicate-key', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    const name = lineBreak === '\n' ? 'LF' : 'CRLF';
    const text = [
      '---',
      'title: 渡船 🚢',
      'tags:',
      '  - a',
      '# of the second',
      'title: Two # why',
      '# more',
      'b: c',
      '---',
      'Body.',
      '',
    ].join(lineBreak);

    it(`keeps the one or the other (${name})`, () => {
      assert.deepEqual(placesOf(text, { rule }), ['title']);
      assert.equal(checkText(text, { rule })[0]?.range.start, text.lastIndexOf('title'));
      assert.deepEqual(
        fixesOf(text, { rule })[0]?.map(({ isGuess }) => isGuess),
        [true, true],
      );
      assert.equal(fixOf(text, { rule }).text, text.replace(`title: Two # why${lineBreak}`, ''));
      assert.equal(fixOf(text, { rule, fix: 1 }).text, text.replace(`title: 渡船 🚢${lineBreak}`, ''));
      assert.equal(fixOf(text, { rule }).title, 'Keep title: 渡船 🚢');
    });

    it(`knows which to keep where both say the same, or one says nothing (${name})`, () => {
      const same = ['---', "title: 'A'", 'title: A', '---', ''].join(lineBreak);
      assert.equal(checkText(same, { rule })[0]?.unnecessary, true);
      assert.equal(fixOf(same, { rule }).fix.isGuess, undefined);
      assert.equal(fixOf(same, { rule }).text, ['---', "title: 'A'", '---', ''].join(lineBreak));
      const empty = ['---', 'title:', 'title: A', '---', ''].join(lineBreak);
      assert.equal(fixOf(empty, { rule }).fix.isGuess, undefined);
      assert.equal(fixOf(empty, { rule }).text, ['---', 'title: A', '---', ''].join(lineBreak));
    });
  }

  it('removes lists and texts over lines as a whole', () => {
    const text = '---\ntags:\n- a\n- b\nx: |\n  one\n\n  two\ntags:\n- c\nx: y\n---\n';
    assert.equal(fixOf(text, { rule, problem: 0 }).text, text.replace('tags:\n- c\n', ''));
    assert.equal(fixOf(text, { rule, problem: 1, fix: 1 }).text, text.replace('x: |\n  one\n\n  two\n', ''));
  });

  it('finds fields of JSON and TOML', () => {
    const json = '{"a": 1, "b": [2, 3], "a": 4}\n';
    assert.deepEqual(placesOf(json, { rule }), ['"a"']);
    assert.equal(fixOf(json, { rule }).text, '{"a": 1, "b": [2, 3]}\n');
    assert.equal(fixOf(json, { rule, fix: 1 }).text, '{"b": [2, 3], "a": 4}\n');
    const toml = '+++\na = 1\nb = 2\na = 3\n+++\n';
    assert.deepEqual(placesOf(toml, { rule }), ['a']);
    assert.equal(fixOf(toml, { rule }).text, '+++\na = 1\nb = 2\n+++\n');
  });

  it('says nothing of what only looks alike', () => {
    const fine = [
      '---\na: 1\nA: 2\n---\n',
      '---\na:\n  b: 1\nc:\n  b: 2\n---\n',
      '---\na: |\n  b: 1\n  b: 2\nb: 3\n---\n',
      '---\na: b\n# a: c\n---\na: d\n',
      '---\nx: &x {a: 1}\ny: &y {b: 1}\n<<: *x\n<<: *y\n---\n',
      '+++\na = 1\n[b]\na = 2\n[[c]]\na = 3\n[[c]]\na = 4\n+++\n',
      '{"a": {"b": 1}, "b": {"a": 2}}\n',
    ];
    for (const text of fine) assert.deepEqual(placesOf(text, { rule }), [], text);
  });
});
