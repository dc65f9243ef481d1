import assert from 'node:assert/strict';
import type { MarkdownTree } from '../../../src/core/article/body/markdownTree';
import { MarkdownTrees } from '../../../src/core/article/body/markdownTrees';
import { readBodyFast } from '../../../src/core/article/body/readBodyFast';
import { findFrontMatter } from '../../../src/core/article/frontMatterBlock';
import { prepareArticle } from '../../../src/core/preview/prepareArticle';
import { longArticle } from '../../support/longArticle';
import { options } from './prepared';

class CountedTrees extends MarkdownTrees {
  parsed = 0;

  override of(piece: string, parse: (piece: string) => MarkdownTree): MarkdownTree {
    return super.of(piece, (text) => {
      this.parsed++;
      return parse(text);
    });
  }
}

describe('a version of Markdown', () => {
  const text = longArticle('Markdown', 20_000);

  it('is parsed once for its facts and the preview, and after a change only where it has changed', () => {
    const trees = new CountedTrees();
    const { bodyStart } = findFrontMatter(text);
    const prepared = prepareArticle(text, options, trees);
    const { parsed } = trees;
    assert.ok(parsed > 2, `${parsed} pieces`);
    assert.deepEqual(prepared, prepareArticle(text, options));
    readBodyFast(text, bodyStart, undefined, trees);
    assert.equal(trees.parsed, parsed);
    const changed = `${text}\nOne more *line*.\n`;
    readBodyFast(changed, bodyStart, undefined, trees);
    assert.deepEqual(prepareArticle(changed, options, trees), prepareArticle(changed, options));
    assert.ok(trees.parsed - parsed <= 2, `${trees.parsed - parsed} pieces`);
  });
});
