import assert from 'node:assert/strict';
import { type as rule } from '../../../../src/core/problems/rules/metadata/type';
import { checkText, fixesOf, fixOf, placesOf } from '../../../support/checkText';

const article = (fields: string): string => `---\n# 渡船 🚢\n${fields}\n---\n\nSix.\n`;

describe('metadata/type', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    it(`offers both readings of a title in brackets, ${JSON.stringify(lineBreak)}`, () => {
      const text = article('title: [视频] # 🎬\nauthor: A').replaceAll('\n', lineBreak);
      assert.deepEqual(placesOf(text, { rule }), ['[视频]']);
      assert.equal(fixOf(text, { rule }).text, text.replace('[视频]', "'[视频]'"));
      assert.equal(fixOf(text, { rule, fix: 1 }).text, text.replace('[视频]', '视频'));
      for (const fix of [0, 1]) {
        const fixed = fixOf(text, { rule, fix });
        assert.equal(fixed.fix.isGuess, true);
        assert.deepEqual(checkText(fixed.text, { rule }), []);
      }
    });
  }

  it('takes the one date of a list', () => {
    const text = article('date:\n  - 2021-11-27');
    assert.deepEqual(placesOf(text, { rule }), ['- 2021-11-27']);
    const fixed = fixOf(text, { rule });
    assert.equal(fixed.text, article('date:\n  2021-11-27'));
    assert.equal(fixed.fix.isGuess, undefined);
    assert.deepEqual(checkText(fixed.text, { rule }), []);
  });

  for (const [name, fields, place] of [
    ['a title that is a mapping', 'title:\n  zh: 渡船', 'zh: 渡船'],
    ['a title of several items', 'title: [a, b]', '[a, b]'],
    ['a source without a name', 'source: { url: x }', '{ url: x }'],
    ['categories that are a mapping', 'categories:\n  a: b', 'a: b'],
    ['tags that hold a mapping', 'tags: [{ a: b }]', '[{ a: b }]'],
  ] as const) {
    it(`finds ${name}`, () => {
      assert.deepEqual(placesOf(article(fields), { rule }), [place]);
      assert.deepEqual(fixesOf(article(fields), { rule }), [[]]);
    });
  }

  for (const [name, fields] of [
    ['texts', 'title: Fog\ndate: 2021-11-27\nsource: Ledger\ntags: a, b'],
    ['a list of names', 'source: [Ledger, Courier]'],
    ['a mapping with a name', 'author: { name: A, email: b }'],
    ['lists within lists', 'categories:\n  - [a, b]\n  - c'],
    ['an image that is a mapping', 'cover: { image: x.jpg }'],
    ['nothing', 'title:\nauthor: []\ntags: []\ndate: []'.replace('\ndate: []', '')],
    ['broken front matter', "title: [a]\nauthor: 'It's'"],
  ] as const) {
    it(`leaves ${name} alone`, () => assert.deepEqual(checkText(article(fields), { rule }), []));
  }

  it('knows the dates of TOML and the numbers of JSON', () => {
    assert.deepEqual(checkText('+++\ntitle = "Fog"\ndate = 2021-11-27T10:00:00Z\n+++\n', { rule }), []);
    assert.deepEqual(checkText('{"title": 12, "date": 1637971200}\n', { rule }), []);
  });
});
