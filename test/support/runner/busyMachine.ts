import { totalmem } from 'node:os';
import { startProcess } from '../runProcess';

/** Ends what was started. */
type Stop = () => Promise<void>;

/** Starts so many processes that each keep a core busy until they are stopped. */
export function keepBusy(processes: number): Stop {
  return startAll(Array.from({ length: processes }, () => 'for (;;);'));
}

/**
 * Leaves only a fraction of this machine's memory to everybody else. Limits of processes or groups of them count address
 * space, or need rights that a container does not give: so the rest is simply taken, and written to.
 */
export async function takeMemory(fractionLeft: number): Promise<Stop> {
  const machine = Math.min(totalmem(), process.constrainedMemory() || totalmem());
  const megabytes = Math.floor((machine * (1 - fractionLeft)) / 2 ** 20);
  if (megabytes < 1) return async () => undefined;
  let taken: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    taken = resolve;
  });
  const stop = startAll([ballast(megabytes)], (line) => line === 'taken' && taken());
  await ready;
  return stop;
}

function ballast(megabytes: number): string {
  const piece = 256;
  return `
    const { randomFillSync } = require('node:crypto');
    const kept = [];
    for (let left = ${megabytes}; left > 0; left -= ${piece}) {
      kept.push(randomFillSync(Buffer.allocUnsafe(Math.min(left, ${piece}) * 2 ** 20)));
    }
    console.log('taken');
    setInterval(() => kept.length, 2 ** 30);`;
}

function startAll(programs: readonly string[], onLine: (line: string) => void = () => undefined): Stop {
  const running = programs.map((program) =>
    startProcess(process.execPath, ['-e', program], { killAtOnce: true, onLine }),
  );
  return async () => {
    await Promise.all(running.map((one) => one.kill()));
  };
}
