import assert from 'node:assert/strict';
import { globMatcher, isUsableGlob } from '../../../src/core/text/globs';

describe('globs', () => {
  const cases: readonly (readonly [glob: string, fits: readonly string[], others: readonly string[]])[] = [
    ['*.md', ['a.md', '.md', '一.md'], ['in/a.md', 'a.mdx', 'a.MD']],
    ['**/*.md', ['a.md', 'in/a.md', 'in/deep/a.md'], ['a.txt', 'in/a.md/b']],
    ['in/**', ['in/a', 'in/deep/a'], ['in', 'inn/a']],
    ['*/**', ['in/a', 'in/deep/a'], ['a']],
    ['in/**/a', ['in/a', 'in/deep/a', 'in/very/deep/a'], ['in', 'a', 'in/aa']],
    ['**/x/**/y/**', ['x/y/z', 'a/x/b/y/c', 'x/x/y/y/z'], ['x/y', 'y/x/z']],
    ['**', ['a', 'in/a'], []],
    ['a?c', ['abc', 'a一c', 'a😀c'], ['ac', 'abbc', 'a/c']],
    ['[a-c]x', ['ax', 'bx', 'cx'], ['dx', 'x', '[a-c]x']],
    ['[!a-c]x', ['dx', '一x'], ['ax', 'x']],
    ['[]a]x', [']x', 'ax'], ['bx']],
    ['[ab', ['[ab'], ['a']],
    ['a{b,c{d,e}}f', ['abf', 'acdf', 'acef'], ['acf', 'af']],
    ['{old,tmp/**}/a', ['old/a', 'tmp/in/a', 'tmp/a'], ['in/a']],
    ['{README,CHANGELOG}{,.*}.md', ['README.md', 'README.zh.md', 'CHANGELOG.md'], ['READ.md']],
    ['{a}', ['{a}'], ['a']],
    ['\\*\\[x\\]', ['*[x]'], ['a[x]', '*x']],
    ['快科技(原驱动之家)/*', ['快科技(原驱动之家)/a'], ['快科技原驱动之家/a']],
    ['!in/**', ['a', 'out/a'], ['in/a']],
    ['./in/*', ['in/a'], ['./in/a']],
    ['*a*b*c', ['abc', 'xaxbxc', 'aabbcbc'], ['acb', 'abcd']],
  ];
  for (const [glob, fits, others] of cases) {
    it(`as ${glob} fit what they say`, () => {
      const matches = globMatcher([glob]);
      for (const path of fits) assert.equal(matches(path), true, path);
      for (const path of others) assert.equal(matches(path), false, path);
    });
  }

  it('fit where one of them does, in any case of letters if that is asked', () => {
    const matches = globMatcher(['A/*', 'b/[X-Z]'], { ignoreCase: true });
    assert.deepEqual(['a/q', 'B/y', 'c/a'].map(matches), [true, true, false]);
    assert.equal(globMatcher([])('a'), false);
  });

  it('that cannot be used fit nothing, and can be told', () => {
    for (const glob of ['+(a|b).md', '!(drafts)/**', '{1..3}.md', '{a,b}'.repeat(11)]) {
      assert.equal(isUsableGlob(glob), false, glob);
      assert.equal(globMatcher([glob])('a.md'), false, glob);
    }
    for (const glob of ['a+(b)'.replace('+(', '\\+('), 'a(b)c', '{a,b}'.repeat(9), '[', '{', '']) {
      assert.equal(isUsableGlob(glob), true, glob);
    }
  });

  it('end, whatever they and the path hold', () => {
    const hostile = [`${'*a'.repeat(60)}b`, `${'**/a/'.repeat(60)}b`, `${'{a,*}'.repeat(9)}${'*'.repeat(500)}b`];
    for (const glob of hostile) {
      const matches = globMatcher([glob]);
      assert.equal(matches('a'.repeat(4000)), false);
      assert.equal(matches(`${'a/'.repeat(2000)}a`), false);
    }
  });
});
