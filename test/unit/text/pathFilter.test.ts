import assert from 'node:assert/strict';
import { defaultPathFilter, pathMatcher } from '../../../src/core/text/pathFilter';

describe('which files are articles', () => {
  const matcherOf = (exclude: readonly string[], include = defaultPathFilter.include) =>
    pathMatcher({ include, exclude });

  it('are Markdown files anywhere, whatever the case of their ending', () => {
    const { file } = matcherOf(defaultPathFilter.exclude);
    for (const path of [
      'a.md',
      'A.MD',
      'b.markdown',
      'in/deep/c.md',
      '北湾晚报/2021-11-27 轮渡（一）.md',
      'a [x].md',
    ]) {
      assert.equal(file(path), true, path);
    }
    for (const path of ['a.txt', 'a.md.bak', 'md', 'in/a.mdx', '']) assert.equal(file(path), false, path);
  });

  it('are never hidden, nor in what is hidden', () => {
    const { file, folder } = matcherOf([]);
    for (const path of ['.a.md', '.git/a.md', 'in/.hidden/a.md', 'in/.hidden/deep/a.md', 'in/.a.md']) {
      assert.equal(file(path), false, path);
    }
    for (const path of ['.git', 'in/.hidden', 'in/.hidden/deep']) assert.equal(folder(path), false, path);
    assert.equal(file('in/a.b/c.md'), true);
    assert.equal(folder('a.b'), true);
    assert.equal(folder(''), true);
  });

  const cases: readonly (readonly [pattern: string, out: readonly string[], stays: readonly string[]])[] = [
    ['**/node_modules/**', ['node_modules/a.md', 'in/node_modules/x/a.md'], ['node_modules_2/a.md']],
    ['drafts/**', ['drafts/a.md', 'drafts/in/a.md'], ['a.md', 'in/drafts/a.md', 'drafts.md']],
    ['drafts', ['drafts/a.md', 'drafts/in/a.md'], ['a.md', 'in/drafts/a.md']],
    ['drafts/', ['drafts/a.md', 'drafts/in/a.md'], ['a.md']],
    ['**/drafts', ['drafts/a.md', 'in/drafts/deep/a.md'], ['in/a.md']],
    ['drafts/*', ['drafts/a.md', 'drafts/in/a.md'], ['a.md', 'in/a.md']],
    ['drafts/*.md', ['drafts/a.md'], ['drafts/in/a.md']],
    ['*/*', ['in/a.md', 'in/deep/a.md'], ['a.md']],
    ['*/*/*', ['in/deep/a.md', 'in/deep/er/a.md'], ['a.md', 'in/a.md']],
    ['**/readme.md', ['readme.md', 'in/README.md'], ['in/readme2.md']],
    ['草稿/**', ['草稿/一.md'], ['稿/一.md']],
    ['Drafts/**', ['drafts/a.md', 'DRAFTS/a.md'], ['draft/a.md']],
    ['{old,tmp}/**', ['old/a.md', 'tmp/in/a.md'], ['new/a.md']],
    ['**/*', ['a.md', 'in/a.md'], []],
    ['[', [], ['a.md']],
  ];
  for (const [pattern, out, stays] of cases) {
    it(`are not those that ${pattern} leaves out`, () => {
      const { file, folder } = matcherOf([pattern]);
      const listed = (path: string): boolean => {
        const folders = path.split('/').slice(0, -1);
        return folders.every((_, depth) => folder(folders.slice(0, depth + 1).join('/'))) && file(path);
      };
      for (const path of out) {
        assert.equal(file(path), false, path);
        assert.equal(listed(path), false, `${path}, listed`);
      }
      for (const path of stays) {
        assert.equal(file(path), true, path);
        assert.equal(listed(path), true, `${path}, listed`);
      }
    });
  }

  it('are not what a repository says of itself at its top', () => {
    const { file } = pathMatcher(defaultPathFilter);
    for (const path of ['README.md', 'readme.zh-CN.md', 'LICENSE.md', 'Changelog.md', 'CODE_OF_CONDUCT.md']) {
      assert.equal(file(path), false, path);
    }
    for (const path of ['in/README.md', 'readmes.md', 'license-to-fish.md']) {
      assert.equal(file(path), true, path);
    }
  });

  it('are left out with their folder, so that it need not be looked into', () => {
    const { folder } = matcherOf(['drafts/**', '**/old', 'deep/*/*']);
    for (const path of ['drafts', 'drafts/in', 'old', 'in/old', 'in/old/er', 'deep/in/er']) {
      assert.equal(folder(path), false, path);
    }
    for (const path of ['in', 'deep', 'deep/in', 'drafty']) assert.equal(folder(path), true, path);
  });

  it('are those the archive names, where it does', () => {
    const { file } = matcherOf([], ['articles/**/*.md', '*.txt']);
    assert.deepEqual(
      ['articles/a.md', 'articles/in/a.md', 'a.txt', 'a.md', 'in/a.txt'].map((path) => file(path)),
      [true, true, true, false, false],
    );
    assert.equal(matcherOf([], []).file('a.md'), false);
  });
});
