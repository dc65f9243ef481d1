import assert from 'node:assert/strict';
import { benchOptions } from '../../bench/benchOptions';

const all = ['index', 'check', 'images'];

describe('the options of the bench', () => {
  it('measure everything at full size unless they say otherwise', () => {
    assert.deepEqual(benchOptions([], all), { parts: all, isQuick: false, articles: 100_000 });
    assert.deepEqual(benchOptions(['--quick'], all), { parts: all, isQuick: true, articles: 10_000 });
  });

  it('name parts in either way', () => {
    assert.deepEqual(benchOptions(['--only', 'check,images'], all).parts, ['check', 'images']);
    assert.deepEqual(benchOptions(['--only', 'check', '--only', 'index'], all).parts, ['check', 'index']);
  });

  it('name a commit, a file and sizes', () => {
    const args = ['--against', 'main', '--json', 'out.json', '--articles', '1000', '--rounds', '5'];
    const { against, json, articles, rounds } = benchOptions(args, all);
    assert.deepEqual(
      { against, json, articles, rounds },
      { against: 'main', json: 'out.json', articles: 1000, rounds: 5 },
    );
  });

  it('refuse a part that there is not, and what is no number', () => {
    assert.throws(() => benchOptions(['--only', 'chekc'], all), /no part chekc.*index, check, images/);
    for (const articles of ['0', '1.5', 'many']) {
      assert.throws(() => benchOptions(['--articles', articles], all), /whole number/);
    }
  });
});
