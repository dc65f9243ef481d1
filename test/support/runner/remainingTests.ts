import type { Suite } from 'mocha';

/** Tests that are not to be run: those that an earlier run got through, and those it hung at. */
export interface Skipped {
  /** Full titles; one that stands here twice skips two tests of that title. */
  readonly titles: readonly string[];
  /** Full titles of `describe`s of which nothing is to be run, because a hook of theirs hung. */
  readonly suites: readonly string[];
}

export const nothingSkipped: Skipped = { titles: [], suites: [] };

/** Takes out of `root` what is not to be run; mocha runs no hook of a suite without tests. */
export function removeSkipped(root: Suite, skipped: Skipped): void {
  const left = new Map<string, number>();
  for (const title of skipped.titles) left.set(title, (left.get(title) ?? 0) + 1);
  const isSkipped = (title: string): boolean => {
    const times = left.get(title) ?? 0;
    left.set(title, times - 1);
    return times > 0;
  };
  const remove = (suite: Suite): void => {
    if (skipped.suites.includes(suite.fullTitle())) {
      suite.tests = [];
      suite.suites = [];
    }
    suite.tests = suite.tests.filter((test) => !isSkipped(test.fullTitle()));
    for (const each of suite.suites) remove(each);
  };
  remove(root);
}
