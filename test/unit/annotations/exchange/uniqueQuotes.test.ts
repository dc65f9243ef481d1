import assert from 'node:assert/strict';
import { normalisedString } from '../../../../src/core/annotations/anchoring/normalisedText';
import { UniqueQuotes } from '../../../../src/core/annotations/exchange/uniqueQuotes';
import { Seeded } from '../../../support/seeded';

describe('quotes that stand in one article alone', () => {
  it('are found whatever their white space and kind of quotes, but not where they are short', () => {
    const quotes = ['the  “night”\nferry returns', 'in both of them', 'the pier', 'a 😀 ferry came', 'ferry'];
    const unique = new UniqueQuotes(quotes);
    unique.read('a.md', 'Today the "night" ferry returns. It is in both of them. Yes, in both of them.');
    unique.read('b.md', 'It is in both of them. A 😀 ferry came. Then a 😀 ferry came again.');
    assert.deepEqual(
      quotes.map((quote) => unique.pathOf(quote)),
      ['a.md', undefined, undefined, 'b.md', undefined],
    );
    assert.equal(unique.isEmpty, false);
    assert.equal(new UniqueQuotes(['short', '']).isEmpty, true);
  });

  it('are those that looking for each by itself finds', () => {
    const chance = new Seeded(16);
    const word = () => Array.from({ length: 3 }, () => chance.of(['a', 'b', '港'])).join('');
    const texts = Array.from({ length: 20 }, () => Array.from({ length: 40 }, word).join(' '));
    const quotes = Array.from({ length: 200 }, () => {
      const text = chance.of(texts);
      const start = chance.below(text.length - 30);
      return text.slice(start, start + 12 + chance.below(10));
    });
    const unique = new UniqueQuotes(quotes);
    for (const [index, text] of texts.entries()) unique.read(`${index}`, text);
    for (const quote of quotes) {
      const normalised = normalisedString(quote);
      if (normalised.length < 8) continue;
      const having = texts.flatMap((text, index) => (normalisedString(text).includes(normalised) ? [`${index}`] : []));
      assert.equal(unique.pathOf(quote), having.length === 1 ? having[0] : undefined, quote);
    }
  });
});
