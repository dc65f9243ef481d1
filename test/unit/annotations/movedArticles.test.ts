import assert from 'node:assert/strict';
import { PreparedText } from '../../../src/core/annotations/anchoring/preparedText';
import { likelyHomes } from '../../../src/core/annotations/movedArticles';
import { readArticleText } from '../../../src/core/article/articleText/readArticleText';

const prepare = (...lines: readonly string[]): PreparedText =>
  new PreparedText(readArticleText(lines.map((line) => `<p>${line}</p>`).join('')));
const lines = ['The ferry returns.', 'Nobody believed it.', 'Tickets are sold at the pier.', 'Spring comes late.'];

describe('articles that were moved elsewhere', () => {
  it('are known by their text, even if that changed', () => {
    const { fingerprint } = prepare(...lines);
    const candidates: readonly (readonly [string, PreparedText])[] = [
      ['other.md', prepare('A garden grows.', 'Spring comes late.')],
      ['edited.md', prepare(...lines.slice(0, 3), 'Summer came.')],
      ['same.md', prepare(...lines)],
      ['empty.md', prepare()],
    ];
    assert.deepEqual(likelyHomes(['broken!', fingerprint], candidates), [
      { path: 'same.md', likeness: 1 },
      { path: 'edited.md', likeness: 0.8 },
    ]);
    assert.deepEqual(likelyHomes([], candidates), []);
  });
});
