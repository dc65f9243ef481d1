import assert from 'node:assert/strict';
import { type Figure, ratioOf } from '../../bench/table/figure';
import { compare, verdictOf } from '../../bench/table/verdict';

const cold: Figure = {
  name: 'cold index',
  key: 'cold',
  unit: 'ms',
  reference: { name: 'ripgrep', key: 'ripgrep', as: 'cost' },
  bar: { of: 'ratio', most: 4, from: 1000 },
};
const check: Figure = {
  name: 'check',
  key: 'check',
  unit: 'ms',
  reference: { name: 'markdownlint', key: 'markdownlint', as: 'speed' },
  bar: { of: 'ratio', least: 15 },
};
const kept: Figure = { name: 'kept', key: 'kept', unit: '%', bar: { of: 'value', least: 99.8 }, better: 'more' };

describe('the ratio of a figure', () => {
  it('says how much more it costs than its reference', () => {
    assert.equal(ratioOf(cold, { cold: 300, ripgrep: 100 }), 3);
  });

  it('says how many times as fast as its reference it is', () => {
    assert.equal(ratioOf(check, { check: 100, markdownlint: 1500 }), 15);
  });

  it('is none where one of the two was not measured, or the reference is nothing', () => {
    for (const measured of [{ cold: 300 }, { ripgrep: 100 }, { cold: 300, ripgrep: 0 }]) {
      assert.equal(ratioOf(cold, measured), undefined);
    }
    assert.equal(ratioOf(kept, { kept: 99 }), undefined);
  });
});

describe('the verdict on a figure', () => {
  it('holds the ratio against its bar, which itself is still met', () => {
    assert.equal(verdictOf(cold, { cold: 400, ripgrep: 100, articles: 1000 }), 'met');
    assert.equal(verdictOf(cold, { cold: 401, ripgrep: 100, articles: 1000 }), 'missed');
    assert.equal(verdictOf(check, { check: 100, markdownlint: 1499 }), 'missed');
  });

  it('holds the value against its bar', () => {
    assert.equal(verdictOf(kept, { kept: 99.8 }), 'met');
    assert.equal(verdictOf(kept, { kept: 99.79 }), 'missed');
  });

  it('is open in an archive that is too small for the bar', () => {
    assert.equal(verdictOf(cold, { cold: 999, ripgrep: 100, articles: 999 }), 'open');
  });

  it('is a miss where there is a bar and no figure', () => {
    assert.equal(verdictOf(kept, {}), 'missed');
    assert.equal(verdictOf(kept, { kept: Number.NaN }), 'missed');
    assert.equal(verdictOf(cold, { cold: 1, articles: 1000 }), 'missed');
  });

  it('is none without a bar', () => {
    const { bar: _, ...plain } = cold;
    assert.equal(verdictOf(plain, { cold: 1 }), 'none');
  });
});

describe('the comparison with another commit', () => {
  const compared = (own: readonly number[], other: readonly number[], figure: Figure = cold) =>
    compare(
      figure,
      own.map((value) => ({ [figure.key]: value })),
      other.map((value) => ({ [figure.key]: value })),
    );

  it('takes 1.05 times as slow for no slower, and more for slower', () => {
    assert.deepEqual(compared([105], [100]), { ratio: 1.05, verdict: 'met' });
    assert.equal(compared([106], [100])?.verdict, 'missed');
    assert.equal(compared([50], [100])?.verdict, 'met');
  });

  it('takes the middle of the rounds, each compared with its own', () => {
    // The second round was twice as slow for both, the third for one alone.
    assert.equal(compared([100, 200, 200], [100, 200, 100])?.ratio, 1);
  });

  it('turns round for what should be more', () => {
    assert.equal(compared([99.9], [99.8], kept)?.verdict, 'met');
    assert.equal(compared([90], [99.8], kept)?.verdict, 'missed');
  });

  it('is equal where both are nothing, and worse where only the other is', () => {
    assert.deepEqual(compared([0], [0]), { ratio: 1, verdict: 'met' });
    assert.equal(compared([1], [0])?.verdict, 'missed');
  });

  it('is none where one of the two has no figure, and for what has no better', () => {
    assert.equal(compared([1], []), undefined);
    assert.equal(compared([], [1]), undefined);
    assert.equal(compared([1], [1], { ...cold, better: 'neither' }), undefined);
  });
});
