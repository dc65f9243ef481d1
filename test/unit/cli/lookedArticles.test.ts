import assert from 'node:assert/strict';
import { LookedArticles, type LookedAt } from '../../../src/cli/lookedArticles';
import type { ImageVerdict } from '../../../src/core/images/remote/imageVerdict';

const gone: ImageVerdict = { kind: 'gone', cause: 'status', status: 404, checked: 1 };
const fine: ImageVerdict = { kind: 'ok', cause: 'fine', status: 200, checked: 1 };

describe('articles whose images are looked at', () => {
  let given: LookedAt[];
  let articles: LookedArticles;
  beforeEach(() => {
    given = [];
    articles = new LookedArticles((article) => given.push(article));
  });
  const add = (path: string, ...urls: readonly string[]): void =>
    articles.add({ path, remoteImages: urls.map((url) => ({ url })) });
  const settle = (url: string, verdict: ImageVerdict): void => {
    articles.take(url, verdict);
    articles.settle(url);
  };
  const paths = () => given.map(({ path }) => path);

  it('are given away each when the last of its own is settled', () => {
    add('none.md');
    add('a.md', 'https://n.org/1', 'https://n.org/2');
    add('b.md', 'https://n.org/2');
    assert.deepEqual(paths(), ['none.md']);
    settle('https://n.org/2', gone);
    assert.deepEqual(paths(), ['none.md', 'b.md']);
    settle('https://n.org/1', fine);
    assert.deepEqual(paths(), ['none.md', 'b.md', 'a.md']);
    add('late.md', 'https://n.org/1', 'https://n.org/2');
    assert.deepEqual(paths(), ['none.md', 'b.md', 'a.md', 'late.md']);
    assert.deepEqual(given.at(-1)?.knowledge.remoteImages?.['https://n.org/2'], gone);
  });

  it('know nothing where nothing is amiss', () => {
    add('a.md', 'https://n.org/1');
    settle('https://n.org/1', fine);
    assert.deepEqual(given, [{ path: 'a.md', knowledge: {} }]);
  });

  it('are all given away in the end, with what is known', () => {
    add('a.md', 'https://n.org/1', 'https://n.org/2');
    settle('https://n.org/1', gone);
    assert.deepEqual(paths(), []);
    articles.end();
    articles.end();
    assert.deepEqual(given, [{ path: 'a.md', knowledge: { remoteImages: { 'https://n.org/1': gone } } }]);
  });
});
