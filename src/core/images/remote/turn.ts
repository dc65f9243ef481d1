/** A frame: what a host can miss without anybody seeing it. */
const longest = 12;

/** One turn of long work on a thread that others need too. */
export class Turn {
  #start = performance.now();

  get isLong(): boolean {
    return performance.now() - this.#start > longest;
  }

  /** Lets all others have theirs first. */
  async next(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.#start = performance.now();
  }
}
