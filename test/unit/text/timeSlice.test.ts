import assert from 'node:assert/strict';
import { TimeSlice } from '../../../src/core/text/timeSlice';

describe('long work in slices', () => {
  it('goes on in the same turn while its slice is not over', async () => {
    const events: string[] = [];
    setTimeout(() => events.push('others'));
    await new TimeSlice().yield();
    events.push('work');
    assert.deepEqual(events, ['work']);
  });

  it('lets others go first before the next slice', async () => {
    const events: string[] = [];
    setTimeout(() => events.push('others'));
    await new TimeSlice().next();
    events.push('work');
    assert.deepEqual(events, ['others', 'work']);
  });

  it('stops where it is not wanted any more', async () => {
    const controller = new AbortController();
    const slice = new TimeSlice(controller.signal);
    let steps = 0;
    function* work(): Generator<void, string> {
      for (; steps < 10; steps++) {
        if (steps === 3) controller.abort();
        yield;
      }
      return 'done';
    }
    await assert.rejects(slice.finish(work()), { name: 'AbortError' });
    assert.equal(steps, 3);
    assert.equal(await new TimeSlice().finish(work()), 'done');
  });
});
