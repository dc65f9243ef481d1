import assert from 'node:assert/strict';
import { tooLarge as rule } from '../../../../src/core/problems/rules/frontMatter/tooLarge';
import { fixOf, placesOf } from '../../../support/checkText';

describe('front-matter/too-large', () => {
  it('points at the fence of front matter that is far too large', () => {
    assert.deepEqual(placesOf(`\n---\na: 渡船 🚢${'x'.repeat(300_000)}\n---\n`, { rule }), ['---']);
    assert.deepEqual(placesOf(`{"a": "${'x'.repeat(300_000)}"}\n`, { rule }), [`{"a": "${'x'.repeat(73)}`]);
  });

  it('points at the first repetition that is not read', () => {
    const bomb = `---\n渡: &a [🚢, 船]\nb: [${Array.from({ length: 21 }, (_, at) => (at === 20 ? '*a ' : '*a')).join(', ')}]\n---\n`;
    assert.deepEqual(placesOf(bomb, { rule }), ['*a']);
    assert.deepEqual(placesOf(bomb.replace('[*a, ', '['), { rule }), []);
  });

  it('removes a run of blank lines', () => {
    for (const lineBreak of ['\n', '\r\n']) {
      const text = `---${lineBreak}a: b${lineBreak.repeat(1200)}c: d${lineBreak}---${lineBreak}`;
      assert.deepEqual(placesOf(text, { rule }), [lineBreak.repeat(1200)]);
      const fixed = fixOf(text, { rule });
      assert.equal(fixed.text, ['---', 'a: b', 'c: d', '---', ''].join(lineBreak));
      assert.deepEqual(placesOf(fixed.text, { rule }), []);
    }
  });

  it('says nothing of a long title, or of stars in a text', () => {
    assert.deepEqual(placesOf(`---\na: ${'x'.repeat(3000)}\n---\n`, { rule }), []);
    assert.deepEqual(placesOf(`---\na: '${'* & '.repeat(50)}'\n---\n`, { rule }), []);
  });
});
