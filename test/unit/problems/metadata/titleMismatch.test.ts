import assert from 'node:assert/strict';
import { titleMismatch as rule } from '../../../../src/core/problems/rules/metadata/titleMismatch';
import { checkText, fixOf, placesOf } from '../../../support/checkText';

const article = (body: string, title = "'渡船 🚢 returns'", more = ''): string =>
  `---\ntitle: ${title}\n${more}---\n\n${body}\n\nSix.\n`;

describe('metadata/title-mismatch', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    for (const [name, body] of [
      ['Markdown', "# Fees rise: it's true"],
      ['an underlined heading', "Fees rise: it's true\n====="],
      ['HTML', "<h1 class='x'>Fees <b>rise</b>: it's true</h1>"],
    ] as const) {
      it(`finds another title in ${name}, ${JSON.stringify(lineBreak)}`, () => {
        const make = (text: string): string => text.replaceAll('\n', lineBreak);
        assert.deepEqual(placesOf(make(article(body)), { rule }), ['渡船 🚢 returns']);
        const fixed = fixOf(make(article(body)), { rule });
        assert.equal(fixed.text, make(article(body, "'Fees rise: it''s true'")));
        assert.equal(fixed.fix.isGuess, true);
        assert.deepEqual(checkText(fixed.text, { rule }), []);
      });
    }
  }

  for (const [name, text] of [
    ['the same title', article('# 渡船 🚢 returns')],
    ['other quotes, white space, width and case', article('# “渡船”　🚢 ＲＥＴＵＲＮＳ!')],
    ['entities', article('# Q&A', 'Q&amp;A')],
    ['a longer heading', article('# 渡船 🚢 returns to the harbour')],
    ['a longer title', article('# returns')],
    ['signs that a program took out', article('# Fog: 雾', 'Fog_ 雾')],
    ['a heading of a section', article('## Fees rise')],
    ['a heading further down', article('Five.\n\n# Fees rise')],
    ['the name of the source', article('# Harbour Ledger', 'Fog', 'source: harbour ledger\n')],
    ['signs alone', article('# 🚢', 'Fog')],
    ['no heading', article('Five.')],
    ['no title', '---\ndate: 2021\n---\n\n# Fees rise\n\nSix.\n'],
    ['no front matter', '# Fees rise\n\nSix.\n'],
  ] as const) {
    it(`leaves ${name} alone`, () => assert.deepEqual(checkText(text, { rule }), []));
  }
});
