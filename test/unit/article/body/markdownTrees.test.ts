import assert from 'node:assert/strict';
import { markdownPieces } from '../../../../src/core/article/body/markdownPieces';
import { MarkdownTrees } from '../../../../src/core/article/body/markdownTrees';
import { placedTrees } from '../../../../src/core/article/body/placedTrees';
import { readBodyFast } from '../../../../src/core/article/body/readBodyFast';
import { fixtureArticles, realArticles } from '../../../support/articleTexts';
import { Seeded } from '../../../support/seeded';

/** Lines that a parser may take for the start, the end or the middle of something. */
const lines = [
  '',
  '',
  '',
  '',
  '',
  '   ',
  '\t',
  'Text 码😀',
  'More ![a](https://e.example/a.jpg)',
  '[link](https://e.example/b)',
  '# Heading',
  'Title',
  '===',
  '---',
  '***',
  '- item',
  '  - nested',
  '* star',
  '1. one',
  '    code',
  '\tcode',
  '  two',
  '> quote',
  '```',
  '```js',
  '~~~',
  '~~~~',
  '  ```',
  '- ```',
  '> ```',
  '`` ` ``',
  '<div>',
  '</div>',
  '<p>x</p>',
  '<!-- open',
  '-->',
  '<!-- a -->',
  '<script>',
  'if (a) b();',
  '</script>',
  '<pre>',
  '</pre>',
  '<?php',
  '?>',
  '<![CDATA[',
  ']]>',
  '[a]: https://e.example/c',
  '[a]',
  '![a]',
  '[x',
  '*emphasis',
  'end*',
  '![](https://e.example/ab-',
  'cd.jpg)',
  '\\',
  '&amp;',
  'http://e.example/bare',
  '+ plus',
  '=',
  '| a | b |',
]; // prettier-ignore

function randomMarkdown(seed: number): string {
  const random = new Seeded(seed);
  // With only some of the lines each, so that not every text is one that is never cut.
  const own = Array.from({ length: 4 + random.below(10) }, () => random.of(lines));
  const end = random.of(['\n', '\n', '\n', '\r\n', '\r']);
  return Array.from({ length: 2 + random.below(30) }, () => (random.below(3) === 0 ? '' : random.of(own))).join(end);
}

describe('Markdown in pieces', () => {
  it('says the same as Markdown in one, also where most of it is known already', () => {
    const trees = new MarkdownTrees();
    let pieces = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const text = `Start\n\n${randomMarkdown(seed)}`;
      assert.deepEqual(readBodyFast(text, 0, undefined, trees), readBodyFast(text, 0), `seed ${seed}: ${text}`);
      pieces += markdownPieces(text).length;
    }
    assert.ok(pieces > 650, `only ${pieces} pieces`);
  });

  it('says the same of articles', () => {
    const trees = new MarkdownTrees();
    for (const { path, text } of [...fixtureArticles(), ...realArticles()]) {
      assert.deepEqual(readBodyFast(text, 0, undefined, trees), readBodyFast(text, 0), path);
    }
  });

  it('is cut between paragraphs and never in lists, code or comments', () => {
    const cut = (text: string): readonly string[] =>
      markdownPieces(text).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(cut('One\n\nTwo\nTwo\n\n# Three\n'), ['One\n\n', 'Two\nTwo\n\n', '# Three\n']);
    assert.deepEqual(cut('- One\n\n  Two\n\n- Three\n\nFour'), ['- One\n\n  Two\n\n- Three\n\n', 'Four']);
    assert.deepEqual(cut('```\na\n\nb\n```\n\nc'), ['```\na\n\nb\n```\n\n', 'c']);
    assert.deepEqual(cut('<!-- a\n\nb -->\n\nc'), ['<!-- a\n\nb -->\n\n', 'c']);
    assert.equal(cut('[One]\n\n[One]: https://e.example\n\nTwo').length, 1);
  });

  it('is parsed again only where it has changed', () => {
    const trees = new MarkdownTrees();
    const before = placedTrees('One\n\nTwo\n\nThree\n\nFour', trees);
    const after = placedTrees('One\n\nTwo and a half\n\nThree\n\nFour', trees);
    assert.deepEqual(
      after.map(({ tree }, index) => tree === before[index]?.tree),
      [true, false, true, true],
    );
  });

  it('forgets what has not been read for long', () => {
    const trees = new MarkdownTrees();
    const [first] = placedTrees('One', trees);
    for (let index = 0; index < 8; index++) placedTrees(`${index}${'a'.repeat(100_000)}`, trees);
    assert.notEqual(placedTrees('One', trees)[0]?.tree, first?.tree);
  });
});
