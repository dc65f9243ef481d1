import type { ImageVerdict, UrlVerdict } from './imageVerdict';

/** When so many hosts have not been reached and not one has, it is not the hosts. */
const hostsBeforeDoubt = 3;

/** What a machine without a network sees of every host, whether it is there or not. */
const networkCauses: ReadonlySet<string> = new Set([
  'nameNotFound',
  'nameLookup',
  'noRoute',
  'connectTimedOut',
  'proxy',
]);

/**
 * Tells a network that is not there from images that are not. Until some host has answered, verdicts that a missing
 * network would explain are held back.
 */
export class OfflineDetector {
  readonly #hasNetwork: boolean;
  readonly #held: UrlVerdict[] = [];
  readonly #hosts = new Set<string>();
  #isSure = false;
  #hasAnswer = false;

  /** `hasNetwork` is what the machine says of itself. */
  constructor(hasNetwork: boolean) {
    this.#hasNetwork = hasNetwork;
  }

  /** Whether it is so clear that nothing can be reached that going on is of no use. */
  get isHopeless(): boolean {
    return !this.#hasAnswer && this.#isSure && this.#hosts.size >= hostsBeforeDoubt;
  }

  /** Whether nothing could be reached. To be asked at the end. */
  get isOffline(): boolean {
    if (this.#hasAnswer || this.#held.length === 0) return false;
    return !this.#hasNetwork || this.#isSure || this.#hosts.size >= hostsBeforeDoubt;
  }

  /** Takes a verdict, and gives back those that can be believed by now. */
  take(url: string, verdict: ImageVerdict): readonly UrlVerdict[] {
    const one = { url, verdict };
    if (verdict.kind === 'skipped') return [one];
    if (verdict.kind !== 'unreachable' || !networkCauses.has(verdict.cause)) {
      this.#hasAnswer = true;
      return [...this.release(), one];
    }
    if (this.#hasAnswer) return [one];
    if (verdict.cause === 'nameLookup' || verdict.cause === 'noRoute') this.#isSure = true;
    this.#hosts.add(new URL(verdict.answeredBy ?? url).hostname);
    this.#held.push(one);
    return [];
  }

  /** What was held back; to be believed unless this machine is off the network. */
  release(): readonly UrlVerdict[] {
    return this.#held.splice(0);
  }
}
