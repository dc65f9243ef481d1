import assert from 'node:assert/strict';
import { wholeWords } from '../../../../src/core/annotations/anchoring/wholeWords';
import { readArticleText } from '../../../../src/core/article/articleText/readArticleText';

describe('a range of whole words', () => {
  const article = readArticleText('<p>🚢 Saturday mar&eacute;e: 渡船回来了, 106 years.</p>');
  const widened = (part: string): string => {
    const start = [...article.text.slice(0, article.text.indexOf(part))].length;
    return article.slice(wholeWords(article, { start, end: start + [...part].length }));
  };

  it('takes in the words it cuts, of scripts that have spaces', () => {
    assert.equal(widened('day ma'), 'Saturday marée');
    assert.equal(widened('6 ye'), '106 years');
  });

  it('stays as it is at the ends of words, and in Chinese', () => {
    assert.equal(widened('Saturday'), 'Saturday');
    assert.equal(widened('🚢 '), '🚢 ');
    assert.equal(widened('船回来'), '船回来');
    assert.equal(widened(article.text), article.text);
  });
});
