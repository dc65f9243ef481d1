// One is about ten nanoseconds.
const tooMuch = 10_000_000;
const perCopy = 400;
const perPairOfAttributes = 5;

/** More open formatting tags than anybody means: a browser copies all of them into each following block. */
const formattingMeant = 20;

/** Tags whose end a browser finds by itself, so that leaving them open nests nothing. */
const closedByOthers: ReadonlySet<string> = new Set(
  (
    'area base basefont bgsound br col colgroup command dd dt embed frame hr img input keygen li link meta option p param ' +
    'rp rt source tbody td tfoot th thead tr track wbr'
  ).split(' '),
);

const formatting: ReadonlySet<string> = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/**
 * Guesses what a tree of the document would cost. Building one takes time that grows with the square of depth, of the
 * attributes in one tag, and of formatting that is never closed, so that a page made to do harm could hold a reader
 * up for minutes.
 */
export class TreeCost {
  #cost = 0;
  #depth = 0;
  #attributes = 0;
  #formatting = 0;
  readonly #open = new Map<string, number>();

  get tooMuch(): boolean {
    return this.#cost > tooMuch;
  }

  open(name: string): void {
    this.#attributes = 0;
    this.#cost += this.#depth + Math.max(0, this.#formatting - formattingMeant) * perCopy;
    if (closedByOthers.has(name)) return;
    this.#depth++;
    if (formatting.has(name)) this.#formatting++;
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
  }

  attribute(): void {
    this.#cost += this.#attributes * perPairOfAttributes;
    this.#attributes++;
  }

  close(name: string): void {
    const open = this.#open.get(name) ?? 0;
    if (open === 0) return;
    this.#open.set(name, open - 1);
    this.#depth--;
    if (formatting.has(name)) this.#formatting--;
  }
}
