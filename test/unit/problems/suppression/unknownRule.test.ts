import assert from 'node:assert/strict';
import { unknownRule } from '../../../../src/core/problems/rules/suppression/unknownRule';
import { inEnglish } from '../../../../src/core/text/message';
import { checkText, fixesOf, fixOf, placesOf } from '../../../support/checkText';

const rule = unknownRule(['image/not-found', 'image/empty', 'body/empty', 'metadata/date']);

describe('suppression/unknown-rule', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    it(`finds misspelt ids in comments and lists with ${JSON.stringify(lineBreak)}`, () => {
      const text = [
        '---',
        'title: 渡船 🚢',
        '# marginalia-disable-next-line metadata/dates',
        'date: x',
        'marginalia-disable: [image/not-found, image/not-fuond]',
        '---',
        '<p>😀</p>',
        '<!-- marginalia-disable-next-line body/empty, images/not-found -->',
        '<p></p>',
      ].join(lineBreak);
      assert.deepEqual(placesOf(text, { rule }), ['metadata/dates', 'image/not-fuond', 'images/not-found']);
      assert.deepEqual(
        fixesOf(text, { rule }).map(([fix]) => fix && inEnglish(fix.title)),
        ['Write it as “metadata/date”', 'Write it as “image/not-found”', 'Write it as “image/not-found”'],
      );
      for (const problem of [0, 1, 2]) {
        const { text: fixed, fix } = fixOf(text, { rule, problem });
        assert.equal(fix.isGuess, true);
        assert.equal(checkText(fixed, { rule }).length, 2);
      }
    });
  }

  it('finds them in lists of lines and in texts', () => {
    assert.deepEqual(placesOf('---\nmarginalia-disable:\n  - image/empty\n  - "wrong"\n---\na', { rule }), ['wrong']);
    assert.deepEqual(placesOf('---\nmarginalia-disable: image/empty wrong\n---\na', { rule }), ['wrong']);
  });

  it('has nothing to offer where nothing is near', () => {
    const text = '<!-- marginalia-disable-next-line weather -->\n<p>a</p>';
    assert.deepEqual(fixesOf(text, { rule }), [[]]);
    assert.match(inEnglish(checkText(text, { rule })[0]?.message ?? { template: '', values: [] }), /“weather”/);
  });

  for (const text of [
    '<!-- marginalia-disable-next-line image/empty suppression/unknown-rule -->\n<p>a</p>',
    '<!-- marginalia-disable-next-line image/empty --> wrong\n<p>a</p>',
    '# marginalia-disable-next-line wrong\n\nA heading of the body.\n',
    '---\nnote: <!-- marginalia-disable-next-line wrong -->\n---\na',
    '---\nmarginalia-disable: [body/empty]\n---\n',
    '---\ntitle: a\n---\nmarginalia-disable: [wrong]\n',
  ]) {
    it(`leaves ${JSON.stringify(text)} alone`, () => assert.deepEqual(checkText(text, { rule }), []));
  }
});
