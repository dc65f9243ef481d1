import assert from 'node:assert/strict';
import { eventually } from './eventually';

/** Waits until `look` finds exactly this; how that differs from what it found last is told when time is up. */
export async function eventuallyEqual<T>(what: string, look: () => Promise<T> | T, wanted: T): Promise<void> {
  let last: unknown;
  const equals = async (): Promise<boolean> => {
    const found = await look();
    try {
      assert.deepEqual(found, wanted);
      return true;
    } catch (error) {
      last = error;
      return false;
    }
  };
  await eventually(what, equals).catch((error: unknown) => {
    throw last ?? error;
  });
}
