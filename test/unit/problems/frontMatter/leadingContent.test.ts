import assert from 'node:assert/strict';
import { leadingContent as rule } from '../../../../src/core/problems/rules/frontMatter/leadingContent';
import { missing } from '../../../../src/core/problems/rules/frontMatter/missing';
import { checkText, fixOf, placesOf } from '../../../support/checkText';

const article = '---\ntitle: 渡船 🚢\n---\n\nBody.\n';

describe('front-matter/leading-content', () => {
  for (const before of ['\n', '\r\n', '\n \t\n', '\ufeff', '\ufeff\n']) {
    it(`finds and removes ${JSON.stringify(before)}`, () => {
      const text = before + article;
      assert.deepEqual(placesOf(text, { rule }), [before]);
      assert.equal(checkText(text, { rule })[0]?.severity, 'information');
      const fixed = fixOf(text, { rule });
      assert.equal(fixed.text, article);
      assert.equal(fixed.fix.isGuess, undefined);
      assert.deepEqual(placesOf(fixed.text, { rule }), []);
    });
  }

  it('removes signs that cannot be seen, with which there is no front matter', () => {
    for (const before of ['\u200b', '\ufeff\ufeff', ' ', '\u3000\n']) {
      assert.deepEqual(placesOf(before + article, { rule }), [before]);
      assert.equal(fixOf(before + article, { rule }).text, article);
      assert.deepEqual(placesOf(before + article, { rule: missing }), []);
    }
  });

  it('moves text below the front matter', () => {
    const text = `<!-- kept 🚢 -->\n${article}`;
    assert.deepEqual(placesOf(text, { rule }), ['<!-- kept 🚢 -->\n']);
    const { text: fixed, fix } = fixOf(text, { rule });
    assert.equal(fixed, '---\ntitle: 渡船 🚢\n---\n\n<!-- kept 🚢 -->\n\nBody.\n');
    assert.equal(fix.isGuess, true);
    assert.deepEqual(placesOf(fixed, { rule }), []);
  });

  it('says nothing of an article that starts with its front matter, or has none', () => {
    for (const text of [article, 'Text.\n\n---\n\nNote: more.\n\n---\n', '\n\nText.', '', 'Title\n---\n\nText.']) {
      assert.deepEqual(placesOf(text, { rule }), [], text);
    }
  });
});
