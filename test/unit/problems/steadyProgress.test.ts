import assert from 'node:assert/strict';
import { SteadyProgress } from '../../../src/core/problems/steadyProgress';

describe('steady progress', () => {
  /** What is shown after each step of `[done, left]`. */
  const shown = (...steps: readonly (readonly [done: number, left: number])[]): readonly string[] => {
    const progress = new SteadyProgress();
    return steps.map(([done, left]) => {
      const { done: told, all } = progress.at(done, left);
      return `${told}/${all}`;
    });
  };

  it('counts what is done', () => {
    assert.deepEqual(shown([0, 10], [4, 6], [10, 0]), ['0/10', '4/10', '10/10']);
  });

  it('grows with what is added, and never takes back what was done', () => {
    assert.deepEqual(shown([0, 10], [4, 6], [4, 16], [14, 6]), ['0/10', '4/10', '4/20', '14/20']);
    assert.deepEqual(shown([0, 10], [5, 10]), ['0/10', '5/15']);
  });

  it('counts what falls away as done instead of going down', () => {
    assert.deepEqual(shown([0, 10], [2, 3], [3, 2], [5, 0]), ['0/10', '7/10', '8/10', '10/10']);
    // Between two batches nothing seems to be left for a moment.
    assert.deepEqual(shown([5, 10], [5, 0], [5, 10]), ['5/15', '15/15', '15/25']);
  });
});
