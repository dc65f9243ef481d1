import assert from 'node:assert/strict';
import { Limit } from '../../../src/core/archive/limit';
import { door } from './indexerBench';

describe('a limit of tasks', () => {
  it('runs at most so many at once, and all in the end', async () => {
    const limit = new Limit(2);
    let running = 0;
    let most = 0;
    let done = 0;
    const task = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve));
      running--;
      done++;
    };
    // Not awaited one by one, as callers are free to do.
    await Promise.all(Array.from({ length: 7 }, () => limit.add(task)));
    await limit.idle();
    assert.deepEqual([most, done], [2, 7]);
  });

  it('starts nothing more after a failure, and tells the first', async () => {
    const limit = new Limit(1);
    const started: number[] = [];
    const work = async (): Promise<void> => {
      for (let task = 0; task < 5; task++) {
        await limit.add(async () => {
          started.push(task);
          throw new Error(`failure ${task}`);
        });
      }
    };
    await assert.rejects(limit.during(work), /failure 0/);
    assert.deepEqual(started, [0]);
  });

  it('waits for what it has started when the work itself fails', async () => {
    const limit = new Limit(3);
    const slow = door();
    const order: string[] = [];
    const during = limit
      .during(async () => {
        await limit.add(async () => {
          await slow.pass();
          order.push('task');
        });
        throw new Error('the work');
      })
      .catch((error: unknown) => order.push(String(error)));
    await slow.reached;
    await new Promise((resolve) => setTimeout(resolve));
    slow.open();
    await during;
    assert.deepEqual(order, ['task', 'Error: the work']);
  });
});
