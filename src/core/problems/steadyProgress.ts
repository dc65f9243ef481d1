export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** Progress of a run to which work is added and of which work falls away: neither number ever goes down. */
export class SteadyProgress {
  #shown: Progress = { done: 0, all: 0 };

  /** What falls away undone, as an article that is deleted while it waits, counts as done. */
  at(done: number, left: number): Progress {
    const { all } = this.#shown;
    const shown = Math.max(this.#shown.done, all - left, done);
    this.#shown = { done: shown, all: Math.max(all, shown + left) };
    return this.#shown;
  }
}
