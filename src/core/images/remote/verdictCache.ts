import type { KeptText } from '../../host/keptText';
import { tryParseJson } from '../../text/json/parseJson';
import { TimeSlice } from '../../text/timeSlice';
import { type ImageVerdict, verdictKinds } from './imageVerdict';

const firstLine = '{"marginalia":"remote images","version":1}';
/** What nobody has asked about for so long is of an article that is gone. */
const longestKept = 180 * 24 * 60 * 60 * 1000;
/** After so many lines it is asked whether the turn has been long. */
const linesAtOnce = 128;
const kinds: ReadonlySet<string> = new Set(verdictKinds);

/** The verdicts on remote images, by their addresses, kept between sessions. It can always be deleted. */
export class VerdictCache {
  readonly #kept: KeptText | undefined;
  readonly #verdicts = new Map<string, ImageVerdict>();
  #isChanged = false;
  #saving: Promise<void> = Promise.resolve();

  private constructor(kept: KeptText | undefined) {
    this.#kept = kept;
  }

  /** Reads what is kept. A line that is damaged is left out; without `kept` the cache lives as long as the program. */
  static async open(kept?: KeptText): Promise<VerdictCache> {
    const cache = new VerdictCache(kept);
    await cache.#merge((await kept?.read()) ?? '');
    return cache;
  }

  get size(): number {
    return this.#verdicts.size;
  }

  get(url: string): ImageVerdict | undefined {
    return this.#verdicts.get(url);
  }

  set(url: string, verdict: ImageVerdict): void {
    if (verdict.kind === 'skipped') return;
    this.#verdicts.set(url, verdict);
    this.#isChanged = true;
  }

  /** Writes what is known together with what others have written in the meantime. Does nothing where nothing is new. */
  save(now: number): Promise<void> {
    // One after the other, so that the last to be written is the last to be known.
    const saved = this.#saving.then(() => this.#save(now));
    this.#saving = saved.catch(() => undefined);
    return saved;
  }

  async #save(now: number): Promise<void> {
    if (!this.#isChanged || this.#kept === undefined) return;
    this.#isChanged = false;
    try {
      await this.#merge((await this.#kept.read()) ?? '');
      await this.#kept.write(await this.#text(now));
    } catch (error) {
      this.#isChanged = true;
      throw error;
    }
  }

  async #merge(text: string): Promise<void> {
    if (!text.startsWith(firstLine)) return;
    const slice = new TimeSlice();
    let lines = 0;
    for (let at = text.indexOf('\n') + 1; at > 0 && at < text.length; ) {
      if (++lines % linesAtOnce === 0) await slice.yield();
      const end = text.indexOf('\n', at);
      const [url, verdict] = parsed(text.slice(at, end === -1 ? undefined : end)) ?? [];
      if (url !== undefined && verdict !== undefined) {
        const own = this.#verdicts.get(url);
        if (own === undefined || own.checked < verdict.checked) this.#verdicts.set(url, verdict);
      }
      at = end + 1;
    }
  }

  async #text(now: number): Promise<string> {
    const lines = [firstLine];
    const slice = new TimeSlice();
    for (const [url, verdict] of this.#verdicts) {
      if (lines.length % linesAtOnce === 0) await slice.yield();
      if (now - verdict.checked < longestKept) lines.push(JSON.stringify([url, verdict]));
    }
    return `${lines.join('\n')}\n`;
  }
}

function parsed(line: string): readonly [url: string, verdict: ImageVerdict] | undefined {
  // Cut off or damaged: the image is looked at again.
  const value = tryParseJson(line);
  if (!Array.isArray(value)) return undefined;
  const [url, verdict] = value;
  return typeof url === 'string' && isVerdict(verdict) ? [url, verdict] : undefined;
}

function isVerdict(value: unknown): value is ImageVerdict {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, cause, checked } = value as Readonly<Record<string, unknown>>;
  return typeof kind === 'string' && kinds.has(kind) && typeof cause === 'string' && typeof checked === 'number';
}
