import assert from 'node:assert/strict';
import { unknownKey as rule } from '../../../../src/core/problems/rules/metadata/unknownKey';
import { checkText, fixOf, placesOf } from '../../../support/checkText';

const article = (fields: string): string => `---\n# 渡船 🚢\n${fields}\n---\n\nSix.\n`;

describe('metadata/unknown-key', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    for (const [key, meant] of [
      ['tilte', 'title'],
      ['titel', 'title'],
      ['catgeories', 'categories'],
      ['Categoires', 'categories'],
      ['pubilsher', 'publisher'],
      ['dtae', 'date'],
      ['ｔｉｔｌｅ', 'title'],
      ['"autor"', 'author'],
    ] as const) {
      it(`takes ${key} for ${meant}, ${JSON.stringify(lineBreak)}`, () => {
        const text = article(`note: Fog\n${key}: 2021-11-27`).replaceAll('\n', lineBreak);
        assert.deepEqual(placesOf(text, { rule }), [key]);
        const fixed = fixOf(text, { rule });
        assert.equal(fixed.text, text.replace(/[^"\n]+(?="?: 2021)/, meant));
        assert.equal(fixed.fix.isGuess, true);
        assert.deepEqual(checkText(fixed.text, { rule }), []);
      });
    }
  }

  it('knows what the archive names', () => {
    const text = article('ediiton: 3');
    assert.deepEqual(checkText(text, { rule }), []);
    assert.deepEqual(placesOf(text, { rule, settings: { knownFields: ['Edition'] } }), ['ediiton']);
    const schema = { properties: { edition: { type: 'number' } } };
    assert.deepEqual(placesOf(text, { rule, settings: { schema } }), ['ediiton']);
    assert.deepEqual(placesOf(text, { rule, settings: { sourceSchemas: { Ledger: schema } } }), ['ediiton']);
    assert.deepEqual(checkText(article('tilte: Fog'), { rule, settings: { knownFields: ['tilte'] } }), []);
  });

  for (const [name, fields] of [
    ['usual keys', 'layout: post\nTitle: Fog\nmathjax: true\nog_image: x\nmarginalia-disable: x\nlastmod: 1'],
    ['keys that are merely unknown', 'desk: night\nfoo: 1\n版面: 3\nwire_service: x'],
    ['other words of few letters', 'data: 1\nform: 2\nlint: 3\nsite: 4\ndates: 5'],
    ['other forms of a word', 'source2: a\nlast_mod: b\nupdate: d\nsubtitles: c'.replace('update: d\n', '')],
    ['a key beside the one it could be', 'title: Fog\ntitel: Nebel'],
    ['words that only resemble', 'voter: 1\nstats: 2\nstore: 3\ncourse: 4\nvotes: 5'],
    ['broken front matter', "tilte: a\nauthor: 'It's'"],
  ] as const) {
    it(`leaves ${name} alone`, () => assert.deepEqual(checkText(article(fields), { rule }), []));
  }
});
