import type { ImageVerdict, VerdictKind } from './imageVerdict';

/** For how long a verdict is believed, in milliseconds, by its kind. */
export type VerdictAges = Readonly<Record<VerdictKind, number>>;

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** What may pass soon is looked at again soon. */
export const defaultVerdictAges: VerdictAges = {
  ok: 7 * day,
  moved: 7 * day,
  gone: 7 * day,
  notAnImage: 7 * day,
  placeholder: 7 * day,
  truncated: day,
  redirectLoop: day,
  refused: day,
  serverError: hour,
  unreachable: hour,
  // It costs nothing to find again, and what is allowed is a setting.
  skipped: 0,
};

/** Whether a verdict need not be found again yet. One from the future was found by a clock that was wrong. */
export function isFresh({ kind, checked }: ImageVerdict, ages: VerdictAges, now: number): boolean {
  return checked <= now && now - checked < ages[kind];
}
