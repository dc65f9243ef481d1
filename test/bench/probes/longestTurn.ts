import { Session } from 'node:inspector/promises';

/** Newer than the types of the oldest Node.js that VS Code has. */
type ThreadCpuUsage = () => { readonly user: number; readonly system: number };

/** What the thread did from one look at the clock to the next. */
interface Turn {
  readonly end: number;
  /** In milliseconds of the thread's own time: what others do on the computer meanwhile does not count. */
  readonly worked: number;
}

interface Sample {
  readonly time: number;
  readonly isOwn: boolean;
}

/**
 * Watches how long the extension works at a stretch, while whoever else wants something of the extension host has to wait.
 * What other extensions do there is told apart by a profile.
 */
export class LongestTurn {
  readonly #session: Session;
  readonly #folder: string;
  readonly #turns: Turn[] = [];
  readonly #timer: ReturnType<typeof setInterval>;
  #before = ownTime();

  private constructor(session: Session, folder: string) {
    this.#session = session;
    this.#folder = folder;
    this.#timer = setInterval(() => this.#look(), 1);
  }

  /** `folder`: where the extension's code is. */
  static async start(folder: string): Promise<LongestTurn> {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return new LongestTurn(session, folder);
  }

  /** In milliseconds. */
  async end(): Promise<number> {
    this.#look();
    clearInterval(this.#timer);
    const samples = (await this.#samples()).values();
    let longest = 0;
    let sample = samples.next().value;
    for (const { end, worked } of this.#turns) {
      let own = 0;
      let all = 0;
      for (; sample !== undefined && sample.time <= end; sample = samples.next().value) {
        own += Number(sample.isOwn);
        all++;
      }
      if (all > 0) longest = Math.max(longest, (worked * own) / all);
    }
    return longest;
  }

  /** All of the profile, but for when there was nothing to do. */
  async #samples(): Promise<readonly Sample[]> {
    const { profile } = await this.#session.post('Profiler.stop');
    this.#session.disconnect();
    const idle = new Set<number>();
    const own = new Set<number>();
    // Whoever calls comes before what is called.
    for (const { id, callFrame, children = [] } of profile.nodes) {
      if (callFrame.functionName === '(idle)') idle.add(id);
      if (callFrame.url.includes(`${this.#folder}/dist/`) && !callFrame.url.includes('/dist/test/')) own.add(id);
      if (own.has(id)) for (const child of children) own.add(child);
    }
    const samples: Sample[] = [];
    let time = profile.startTime / 1000;
    for (const [index, id] of (profile.samples ?? []).entries()) {
      time += (profile.timeDeltas?.[index] ?? 0) / 1000;
      if (!idle.has(id)) samples.push({ time, isOwn: own.has(id) });
    }
    return samples;
  }

  #look(): void {
    const now = ownTime();
    this.#turns.push({ end: Number(process.hrtime.bigint()) / 1e6, worked: now - this.#before });
    this.#before = now;
  }
}

function ownTime(): number {
  const { threadCpuUsage } = process as { readonly threadCpuUsage?: ThreadCpuUsage };
  if (threadCpuUsage === undefined) return performance.now();
  const { user, system } = threadCpuUsage.call(process);
  return (user + system) / 1000;
}
