import assert from 'node:assert/strict';
import { duplicateArticle as rule } from '../../../../src/core/problems/rules/metadata/duplicateArticle';
import { inEnglish } from '../../../../src/core/text/message';
import { checkText, placesOf } from '../../../support/checkText';

const text = "---\ntitle: '渡船 🚢'\nurl: https://ledger.example/1\n---\n\nSix.\n";
const byLink = { path: 'inbox/渡船.md', title: '渡船', because: 'link' } as const;
const byTitle = { path: 'b.md', title: '渡船 🚢', because: 'titleAndSource' } as const;

describe('metadata/duplicate-article', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    const make = (written: string): string => written.replaceAll('\n', lineBreak);

    it(`points at the address or the title that is the same, ${JSON.stringify(lineBreak)}`, () => {
      const places = (...duplicates: readonly (typeof byLink | typeof byTitle)[]) =>
        placesOf(make(text), { rule, knowledge: { duplicates } });
      assert.deepEqual(places(byLink), ['https://ledger.example/1']);
      assert.deepEqual(places(byTitle), ['渡船 🚢']);
    });

    it(`points at what there is, ${JSON.stringify(lineBreak)}`, () => {
      const places = (written: string) => placesOf(make(written), { rule, knowledge: { duplicates: [byTitle] } });
      assert.deepEqual(places('\n---\ndate: 2021\n---\n'), ['---']);
      assert.deepEqual(places('\n\n# 渡船 🚢\n\nSix.\n'), ['# 渡船 🚢']);
      assert.deepEqual(places('{"date": "2021"}\n'), ['{']);
      assert.deepEqual(places(''), ['']);
    });
  }

  it('names the other files', () => {
    const [one] = checkText(text, { rule, knowledge: { duplicates: [byLink] } });
    assert.match(one === undefined ? '' : inEnglish(one.message), /inbox\/渡船\.md/);
    const [two] = checkText(text, { rule, knowledge: { duplicates: [byLink, byTitle] } });
    assert.match(two === undefined ? '' : inEnglish(two.message), /3 times/);
    assert.deepEqual(
      two?.related?.map(({ path, message }) => `${path}: ${inEnglish(message)}`),
      ['inbox/渡船.md: Has the same URL.', 'b.md: Has the same title and source.'],
    );
  });

  it('says nothing of an article that is there once', () => {
    assert.deepEqual(checkText(text, { rule }), []);
    assert.deepEqual(checkText(text, { rule, knowledge: { duplicates: [] } }), []);
  });
});
