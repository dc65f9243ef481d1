import assert from 'node:assert/strict';
import { LruCache } from '../../../src/core/text/lruCache';

describe('a cache of what was used last', () => {
  const keysIn = (cache: LruCache<string, string>): string => ['a', 'b', 'c'].filter((key) => cache.get(key)).join('');

  it('lets go of what was used longest ago, as soon as all of it weighs too much', () => {
    const cache = new LruCache<string, string>(10);
    cache.set('a', 'A', 4);
    cache.set('b', 'B', 4);
    assert.equal(cache.get('a'), 'A');
    cache.set('c', 'C', 4);
    assert.equal(keysIn(cache), 'ac');
    assert.equal(cache.size, 2);
  });

  it('always keeps the last, and counts what is replaced no more', () => {
    const cache = new LruCache<string, string>(10);
    cache.set('a', 'A', 4);
    cache.set('b', 'B', 1000);
    assert.equal(keysIn(cache), 'b');
    cache.set('b', 'less', 2);
    cache.set('a', 'A', 4);
    cache.set('c', 'C', 4);
    assert.equal(keysIn(cache), 'abc');
  });
});
