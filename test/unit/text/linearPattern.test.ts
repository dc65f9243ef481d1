import assert from 'node:assert/strict';
import { linearPattern, UnusablePattern } from '../../../src/core/text/linearPattern';

describe('linear patterns', () => {
  it('end, whatever they say', () => {
    for (const source of ['^(a+)+$', '^(a|a)*$', '^(?:a?){30}a{30}$', '(a*)*b']) {
      assert.equal(linearPattern(source).test(`${'a'.repeat(20_000)}!`), false, source);
    }
  });

  it('mean what JavaScript means by them', () => {
    const sources = [
      'b',
      '^[a-z]+$',
      '^\\S+$',
      '^[\\s,]+$',
      '^[^\\s]+$',
      '^[\\S]$',
      '^.$',
      '^[.]$',
      '[\\[.]',
      '^\\d{4}-\\d{2}$',
      '\\bword\\b',
      '[\\u4e00-\\u9fff]',
      '^\\u{1F600}$',
      '^\\uD83D\\uDE00$',
      '^\\p{Letter}+$',
      '^\\p{Script=Han}+$',
      '^\\P{L}+$',
      '^https?:\\/\\/',
      '^(?<year>\\d+)$',
      '^$',
      '[^]',
    ];
    const texts = [
      ...['', 'b', 'abc', 'A', '.', '[', ',', '-', ' ', '\t', '\v', '\n', '\r', '\u2028', '\u00a0', '\u3000', '\ufeff'],
      ...['2021-11', '2021', 'a word', 'swords', '香港', '香港x', '😀', 'http://a', 'é', 'a\u3000b', '　,'],
    ];
    for (const source of sources) {
      const own = linearPattern(source);
      const standard = new RegExp(source, 'u');
      for (const text of texts)
        assert.equal(own.test(text), standard.test(text), `${source} on ${JSON.stringify(text)}`);
    }
  });

  it('say why they cannot be used', () => {
    const told = (source: string): string => {
      try {
        linearPattern(source);
      } catch (error) {
        assert.ok(error instanceof UnusablePattern);
        return error.message;
      }
      return 'usable';
    };
    assert.equal(told('^(?=a)b'), 'lookaround: (?=');
    assert.equal(told('(?<!a)b'), 'lookaround: (?<!');
    assert.match(told('(a)\\1'), /\\1/);
    assert.match(told('a{1,5000}'), /1,5000/);
    assert.match(told('('), /missing/);
  });
});
