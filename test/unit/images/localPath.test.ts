import assert from 'node:assert/strict';
import { absoluteAddress, localPlace, relativeAddress } from '../../../src/core/images/localPath';

describe('localPlace', () => {
  for (const [path, article, expected] of [
    ['1.jpg', 'article.md', '1.jpg'],
    ['1.jpg', 'news/渡/article.md', 'news/渡/1.jpg'],
    ['./a//b/./1.jpg', 'news/article.md', 'news/a/b/1.jpg'],
    ['../1.jpg', 'news/article.md', '1.jpg'],
    ['../../a/../1.jpg', 'a/b/article.md', '1.jpg'],
    ['..', 'a/b/article.md', 'a'],
    ['...jpg', 'article.md', '...jpg'],
  ] as const) {
    it(`finds ${path} from ${article}`, () => {
      assert.deepEqual(localPlace(path, false, article, ['static']), { kind: 'inside', candidates: [expected] });
    });
  }

  for (const [path, article] of [
    ['../1.jpg', 'article.md'],
    ['../../1.jpg', 'news/article.md'],
    ['a/../../news/1.jpg', 'article.md'],
    ['../../news/1.jpg', 'news/article.md'],
  ] as const) {
    it(`never leads from ${article} to ${path}`, () => {
      assert.deepEqual(localPlace(path, false, article, ['']), { kind: 'outside' });
    });
  }

  it('looks in every root for a path that starts with a slash', () => {
    const place = (path: string, roots: readonly string[]) => localPlace(path, true, 'news/article.md', roots);
    assert.deepEqual(place('/a/1.jpg', ['', 'static']), { kind: 'inside', candidates: ['a/1.jpg', 'static/a/1.jpg'] });
    assert.deepEqual(place('/1.jpg', ['', '']), { kind: 'inside', candidates: ['1.jpg'] });
    assert.deepEqual(place('/../1.jpg', ['', 'static']), { kind: 'inside', candidates: ['1.jpg'] });
    assert.deepEqual(place('/../1.jpg', ['']), { kind: 'outside' });
    assert.deepEqual(place('/1.jpg', []), { kind: 'outside' });
  });
});

describe('relativeAddress', () => {
  for (const [from, to, address] of [
    ['article.md', '1.jpg', '1.jpg'],
    ['news/article.md', 'news/a/渡.jpg', 'a/渡.jpg'],
    ['news/article.md', '1.jpg', '../1.jpg'],
    ['a/b/article.md', 'a/c/1.jpg', '../c/1.jpg'],
    ['a/b/article.md', 'ab/1.jpg', '../../ab/1.jpg'],
    ['a/article.md', 'a', '../a'],
    ['article.md', 'a b/100% (1)#?.jpg', 'a%20b/100%25%20%281%29%23%3F.jpg'],
    ['article.md', '"it\'s".jpg', '%22it%27s%22.jpg'],
    ['article.md', 'c:1.jpg', './c:1.jpg'],
  ] as const) {
    it(`leads from ${from} to ${to}`, () => {
      assert.equal(relativeAddress(from, to), address);
      const place = localPlace(decodeURIComponent(address), false, from, []);
      assert.deepEqual(place, { kind: 'inside', candidates: [to] });
    });
  }
});

describe('absoluteAddress', () => {
  it('starts at the innermost root', () => {
    const roots = ['', 'static', 'static/img', 'other'];
    assert.equal(absoluteAddress('static/img/渡 1.jpg', roots), '/渡%201.jpg');
    assert.equal(absoluteAddress('static/1.jpg', roots), '/1.jpg');
    assert.equal(absoluteAddress('staticky/1.jpg', roots), '/staticky/1.jpg');
    assert.equal(absoluteAddress('1.jpg', []), '/1.jpg');
  });
});
