import assert from 'node:assert/strict';
import { foldedWords, foldText } from '../../../src/core/text/foldText';

describe('text folded for searching', () => {
  it('is the same in any width, case and white space', () => {
    assert.equal(foldText(' ＦＥＲＲＹ\u3000 Ｎｅｗｓ\n'), 'ferry news');
    assert.deepEqual(foldedWords('  A\u3000ｂ '), ['a', 'b']);
    assert.deepEqual(foldedWords(' \u3000'), []);
  });

  it('is the same in simplified characters and in those of Taiwan and Hong Kong', () => {
    const spellings = [
      ['香港大学', '香港大學'],
      ['台湾', '臺灣', '台灣'],
      ['经济衰退说', '經濟衰退說', '經濟衰退説'],
      ['为了后来', '為了後來', '爲了後來'],
      ['面线里', '麵線裡', '麪綫裏'],
    ];
    for (const [one = '', ...others] of spellings) {
      for (const other of others) assert.equal(foldText(other), foldText(one));
    }
  });

  it('leaves all other text alone, and is the same when folded again', () => {
    const plain = 'naïve 𠮷野家 かな カナ 한글 🚢';
    assert.equal(foldText(plain), plain);
    const mixed = '𠮷 a 大學🚢';
    assert.equal(foldText(mixed), '𠮷 a 大学🚢');
    assert.equal(foldText(foldText('龍門陣 臺北')), foldText('龍門陣 臺北'));
  });

  it('tells words apart that are not variants of each other', () => {
    assert.notEqual(foldText('大学'), foldText('小学'));
    assert.notEqual(foldText('太后'), foldText('太候'));
  });
});
