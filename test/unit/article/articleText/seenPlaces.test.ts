import assert from 'node:assert/strict';
import { readArticleText } from '../../../../src/core/article/articleText/readArticleText';
import { SeenPlaces } from '../../../../src/core/article/articleText/seenPlaces';

describe('places counted in seen characters', () => {
  const article = readArticleText('<p>a 😀b</p><p>𠮷 c&amp;d</p>');
  const places = new SeenPlaces(article);

  it('skip white space and count pairs once', () => {
    assert.equal(article.text, 'a 😀b\n𠮷 c&d');
    assert.deepEqual(places.toSeen({ start: 2, end: 6 }), { start: 1, end: 4 });
    assert.deepEqual(places.toSeen({ start: 1, end: 5 }), { start: 1, end: 3 });
    assert.deepEqual(places.toSeen({ start: -1, end: 99 }), { start: 0, end: 7 });
  });

  it('come back as what was meant, without white space at the ends', () => {
    for (let start = 0; start < article.length; start++) {
      for (let end = start + 1; end <= article.length; end++) {
        const quote = article.slice({ start, end });
        const back = places.fromSeen(places.toSeen({ start, end }));
        assert.equal(back === undefined ? '' : article.slice(back), quote.trim());
      }
    }
    assert.equal(places.fromSeen({ start: 2, end: 2 }), undefined);
    assert.equal(places.fromSeen({ start: 99, end: 100 }), undefined);
    assert.equal(new SeenPlaces(readArticleText('')).fromSeen({ start: 0, end: 1 }), undefined);
  });
});
