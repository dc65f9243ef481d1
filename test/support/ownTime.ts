/** The milliseconds of processor time that something takes: what others do on the machine meanwhile does not count. */
export function ownTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least own time of a few goes at something, or the first that is less than `enough`: then no other need be tried. */
export function leastOwnTime(enough: number, goes: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let go = 0; go < goes && least >= enough; go++) least = Math.min(least, ownTime(work));
  return least;
}
