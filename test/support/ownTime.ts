/** The milliseconds of processor time that something takes: what others do on the machine meanwhile does not count. */
export function ownTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
