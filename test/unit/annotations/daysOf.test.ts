import assert from 'node:assert/strict';
import { daysOf } from '../../../src/extension/features/annotationsView/daysOf';

describe('days typed to filter annotations', () => {
  it('are a day, a month, a year, or from one to another', () => {
    assert.deepEqual(daysOf('2025-03-14'), { from: '2025-03-14', to: '2025-03-14' });
    assert.deepEqual(daysOf(' 2025-03 '), { from: '2025-03', to: '2025-03-99' });
    assert.deepEqual(daysOf('2025..2026-01'), { from: '2025', to: '2026-01-99' });
    assert.deepEqual(daysOf('2025-03..'), { from: '2025-03' });
    assert.deepEqual(daysOf('..2025'), { to: '2025-99-99' });
    assert.deepEqual(daysOf(''), {});
  });

  it('are nothing else', () => {
    for (const typed of ['..', 'March', '2025-3', '2025..2026..2027']) assert.equal(daysOf(typed), undefined, typed);
  });
});
