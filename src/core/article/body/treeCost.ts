const tooMuch = 10_000_000;

/** Tags whose end a browser finds by itself, so that leaving them open nests nothing. */
const closedByOthers: ReadonlySet<string> = new Set(
  (
    'area base basefont bgsound br col colgroup command dd dt embed frame hr img input keygen li link meta option p param ' +
    'rp rt source tbody td tfoot th thead tr track wbr'
  ).split(' '),
);

/**
 * Guesses what a tree of the document would cost. Building one takes time that grows with the square of depth, and
 * of the attributes in one tag, so that a page made to do harm could hold a reader up for minutes.
 */
export class TreeCost {
  #cost = 0;
  #depth = 0;
  #attributes = 0;
  readonly #open = new Map<string, number>();

  get tooMuch(): boolean {
    return this.#cost > tooMuch;
  }

  open(name: string): void {
    this.#attributes = 0;
    this.#cost += this.#depth;
    if (closedByOthers.has(name)) return;
    this.#depth++;
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
  }

  attribute(): void {
    this.#cost += this.#attributes++ / 8;
  }

  close(name: string): void {
    const open = this.#open.get(name) ?? 0;
    if (open === 0) return;
    this.#open.set(name, open - 1);
    this.#depth--;
  }
}
