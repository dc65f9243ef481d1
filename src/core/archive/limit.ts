/** Runs at most so many tasks at once: adding waits while that many are under way. */
export class Limit {
  readonly #most: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  /** Rejects, and does not start the task, once one has failed. */
  async add(task: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#most) await Promise.race(this.#running);
    this.#throwFailure();
    const running: Promise<void> = task()
      .catch((error: unknown) => this.#fail(error))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Resolves when all tasks are over; rejects with the first failure. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
    this.#throwFailure();
  }

  /** Work that adds tasks, with all of them: none outlives it, also when it fails. */
  async during(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => this.#fail(error));
    await this.idle();
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}
