import assert from 'node:assert/strict';
import { sourceVariant as rule } from '../../../../src/core/problems/rules/metadata/sourceVariant';
import { checkText, fixOf, placesOf } from '../../../support/checkText';

const knowledge = { canonicalSource: { key: 'harbour ledger', name: 'Harbour Ledger' } };
const article = (fields: string): string => `---\n# 渡船 🚢\n${fields}\ntitle: Fog\n---\n\nSix.\n`;

describe('metadata/source-variant', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    for (const [fields, place, after] of [
      ['source: harbour ledger # x', 'harbour ledger', 'source: Harbour Ledger # x'],
      ["source: 'The Ledger'", 'The Ledger', "source: 'Harbour Ledger'"],
      ['Publisher: "港口报"', '港口报', 'Publisher: "Harbour Ledger"'],
      ['source:\n  - 港口报\n  - Courier', '港口报', 'source:\n  - Harbour Ledger\n  - Courier'],
      ['author: [港口报, A]', '港口报', 'author: [Harbour Ledger, A]'],
      ['source:\nauthor: 港口报', '港口报', 'source:\nauthor: Harbour Ledger'],
      ['source: ledger.example', 'ledger.example', 'source: Harbour Ledger'],
    ] as const) {
      it(`writes the usual name for ${JSON.stringify(fields + lineBreak)}`, () => {
        const make = (text: string): string => article(text).replaceAll('\n', lineBreak);
        assert.deepEqual(placesOf(make(fields), { rule, knowledge }), [place]);
        const fixed = fixOf(make(fields), { rule, knowledge });
        assert.equal(fixed.text, make(after));
        assert.equal(fixed.fix.isGuess, undefined);
        assert.deepEqual(checkText(fixed.text, { rule, knowledge }), []);
      });
    }
  }

  it('quotes a name where it needs quotes', () => {
    const canonicalSource = { key: "'s: x", name: "Fog: it's [here]" };
    const fixed = fixOf(article('source: Fog'), { rule, knowledge: { canonicalSource } });
    assert.equal(fixed.text, article("source: 'Fog: it''s [here]'"));
  });

  for (const [name, fields] of [
    ['the usual name', 'source: Harbour Ledger'],
    ['an address', 'source: https://ledger.example/1'],
    ['a mapping', 'source: { name: 港口报 }'],
    ['a source that only the link tells', 'link: https://ledger.example/1'],
    ['broken front matter', "source: 港口报\nauthor: 'It's'"],
  ] as const) {
    it(`leaves ${name} alone`, () => assert.deepEqual(checkText(article(fields), { rule, knowledge }), []));
  }

  it('says nothing where nothing is known', () => {
    assert.deepEqual(checkText(article('source: 港口报'), { rule }), []);
  });
});
