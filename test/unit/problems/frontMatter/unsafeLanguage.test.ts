import assert from 'node:assert/strict';
import { unsafeLanguage as rule } from '../../../../src/core/problems/rules/frontMatter/unsafeLanguage';
import { articleOf, checkText, fixesOf, fixOf, placesOf } from '../../../support/checkText';

describe('front-matter/unsafe-language', () => {
  it('reads plain values as YAML', () => {
    for (const lineBreak of ['\n', '\r\n']) {
      const text = ['---js', '{', '  title: "渡船 🚢",', '  draft: true,', '}', '---', 'Body.'].join(lineBreak);
      assert.deepEqual(placesOf(text, { rule }), ['js']);
      assert.equal(checkText(text, { rule })[0]?.severity, 'error');
      const fixed = fixOf(text, { rule });
      assert.equal(fixed.text, text.replace('---js', '---'));
      assert.equal(articleOf(fixed.text).frontMatter.data.title, '渡船 🚢');
      assert.deepEqual(placesOf(fixed.text, { rule }), []);
    }
  });

  it('reads a language that nobody knows as YAML, where it is that', () => {
    const text = '--- markdown\ntitle: A\n---\n';
    assert.deepEqual(placesOf(text, { rule }), ['markdown']);
    assert.equal(fixOf(text, { rule }).text, '---\ntitle: A\n---\n');
  });

  it('never makes data of a program', () => {
    for (const content of [
      '{ title: new Date() }',
      '{ title: name }',
      'title = "A"',
      '{ title: "a" + "b" }',
      'title: run()',
    ]) {
      const text = `---javascript\n${content}\n---\n`;
      assert.deepEqual(placesOf(text, { rule }), ['javascript'], content);
      assert.deepEqual(fixesOf(text, { rule }), [[]], content);
    }
  });

  it('says nothing of the languages that are read', () => {
    for (const text of [
      '---yaml\na: b\n---\n',
      '---json\n{}\n---\n',
      '---toml\na = 1\n---\n',
      '---\na: b\n---\n',
      '---js\n',
    ]) {
      assert.deepEqual(placesOf(text, { rule }), [], text);
    }
  });
});
