import type { Suite } from './claimable';

/** Works through the suites in their order, so much of it at the same time. */
export async function runInLanes(suites: readonly Suite[], lanes: number): Promise<void> {
  const nextWork = () => {
    for (const suite of suites) {
      const work = suite.claim();
      if (work) return work;
    }
    return undefined;
  };
  const lane = async () => {
    for (let work = nextWork(); work; work = nextWork()) await work();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
