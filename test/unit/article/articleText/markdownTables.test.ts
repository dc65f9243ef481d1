import assert from 'node:assert/strict';
import { load } from 'cheerio';
import { readArticleText } from '../../../../src/core/article/articleText/readArticleText';
import { seenCharacters } from '../../../../src/protocol/seenPassage';
import { prepared } from '../../preview/prepared';

/** Tables, and what is nearly one: where they start and end is what its text and the preview could disagree on. */
const bodies = [
  '| a | b |\n| - | - |\n| c | d |',
  'one\n| a | b |\n| - | - |\n| c | d |\nlast',
  'one\ntwo | a\n-|-\nrow | b',
  'a | b\n-|-\nc | d\n\nafter | it',
  '| a | b |\n| - |\n| c | d |',
  '| a | b\n| :-: | --:\n| c',
  'a\n-|-\n',
  '    | a |\n    | - |\n    | b |',
  'a | b\n- | -\n\tc | d',
  '| a |\n|-|\n|\n| b |',
  '| a |\n|-|\n||\n|b|',
  '| a |\r\n| - |\r\n| b |\r\n\r\nafter',
  '> | a | b |\n> | - | - |\n> | c | d |\nlazy | row',
  '- item\n\n  | a | b |\n  | - | - |\n  | c | d |',
  '| a |\n|---|\n| `b\\|c` \\| d | excess |\n| **e** [f](http://x) ![g](h.png) |',
  '**a | b**\n-|-\n*c | d*',
  '\\| a | b\n-|-\nc|d',
  '| 甲 &amp; 乙 | b |\n|:-|-:|\n| 渡船🚢 | <b>粗</b><br>c |\n',
  ...['# heading\nc | d', '- item', '1. item', '> quote', '***\nc', '    code', '<div>b</div>\nc', '```\nb|c\n```'].map(
    (next) => `| a |\n| - |\n${next}`,
  ),
];

describe('tables in Markdown', () => {
  for (const body of bodies) {
    it(`are read as the preview shows them: ${JSON.stringify(body)}`, () => {
      const shown = load(prepared(body).html).text();
      assert.equal(seenCharacters(readArticleText(body).text), seenCharacters(shown));
    });
  }

  it('are text like any other where there are more than anybody would wait for', () => {
    const table = (rows: number): string => `a|b\n-|-\n${'c|d\n'.repeat(rows)}`;
    assert.equal(readArticleText(table(1900)).text, `a\nb\n${'c\nd\n'.repeat(1900)}`.trim());
    assert.match(readArticleText(table(3000)).text, /^a\|b -\|- c\|d/);
  });
});
