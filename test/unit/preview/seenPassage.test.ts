import assert from 'node:assert/strict';
import { readArticleText } from '../../../src/core/article/articleText/readArticleText';
import { SeenArticle } from '../../../src/extension/features/preview/annotations/seenArticle';
import { findSeen, type SeenPassage, seenCharacters, seenPassage } from '../../../src/protocol/seenPassage';

const text = 'thetidecameinandthetidewentoutagainandthetidecameback';

function passageAt(quote: string, from = 0): SeenPassage {
  const start = text.indexOf(quote, from);
  const found = seenPassage(text, { start, end: start + quote.length });
  assert.ok(found);
  return found;
}

describe('passages in seen characters', () => {
  it('leave out white space of any kind, and what takes no room', () => {
    assert.equal(seenCharacters(' a\u3000b\u00a0\n\u00adc\u200b\ufeff渡\u2060🚢\t'), 'abc渡🚢');
  });

  it('are where they were in the same text', () => {
    for (const [quote, from] of [
      ['the', 0],
      ['thetide', 10],
      ['t', 40],
      [text, 0],
    ] as const) {
      const passage = passageAt(quote, from);
      assert.deepEqual(findSeen(text, passage), { start: passage.start, end: passage.end });
    }
  });

  it('are found elsewhere by what stands around them', () => {
    const passage = passageAt('thetide', 10);
    assert.deepEqual(findSeen(`new${text}`, passage), { start: passage.start + 3, end: passage.end + 3 });
  });

  it('are found without that where they stand but once in both texts', () => {
    const passage = passageAt('wentout');
    assert.deepEqual(findSeen('xwentouty', passage), { start: 1, end: 8 });
    assert.equal(findSeen('xwentoutywentout', passage), undefined);
    assert.equal(findSeen('xthetidey', passageAt('thetide')), undefined);
    assert.equal(findSeen('xwey', passageAt('we')), undefined);
  });

  it('are nowhere where other words stand, or the numbers are none', () => {
    const passage = passageAt('wentout');
    assert.equal(findSeen(text.replace('wentout', 'rushed!'), passage), undefined);
    assert.equal(findSeen(text, { ...passage, end: passage.end + 1 }), undefined);
    assert.equal(findSeen(text, { ...passage, quote: '', end: passage.start }), undefined);
    assert.equal(seenPassage(text, { start: 3, end: 3 }), undefined);
    assert.equal(seenPassage(text, { start: 3, end: text.length + 1 }), undefined);
  });

  it('never cut a pair, and count code points in the article', () => {
    const article = readArticleText('<p>🚢 a&amp;b <b>渡</b>船</p>');
    const seen = new SeenArticle(article);
    const passage = seen.passageOf({ start: 2, end: 7 });
    assert.equal(passage?.quote, 'a&b渡');
    assert.equal(passage?.start, 2);
    assert.deepEqual(passage && seen.rangeOf(passage), { start: 2, end: 7 });
  });
});
