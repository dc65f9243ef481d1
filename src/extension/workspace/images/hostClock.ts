import type { Clock } from '../../../core/host/clock';

/** The time of the extension host. */
export const hostClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  },
};
