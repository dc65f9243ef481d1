const blocks = 'p, div, section, pre, ul, ol, li, dl, blockquote, figure, h1, h2, h3, h4, h5, h6';
/** They fill any window; a text with a few times as many is shown at once. */
const firstBlocks = 150;
const fewBlocks = 600;
const mark = 'later';
/** Short enough that nobody who scrolls or selects meanwhile sees it. */
const sliceMilliseconds = 12;

/**
 * Shows a long text from its start, piece by piece: what fills the window at once, the rest while nothing else is to do. All of
 * it is in the page from the first moment, to be searched and highlighted; it only has no place on the screen yet.
 */
export class LayingOut {
  #waiting: Element[] = [];
  #share = firstBlocks;
  #idle: number | undefined;
  readonly #onDone: () => void;

  constructor(onDone: () => void) {
    this.#onDone = onDone;
  }

  get isOn(): boolean {
    return this.#waiting.length > 0;
  }

  isLater(element: Element): boolean {
    return this.isOn && element.closest(`.${mark}`) !== null;
  }

  /** To be called with a text that is about to come to the page. */
  begin(text: ParentNode): void {
    this.finish();
    const found = [...text.querySelectorAll(blocks)];
    if (found.length < fewBlocks) return;
    this.#waiting = found.slice(firstBlocks).reverse();
    for (const block of this.#waiting) block.classList.add(mark);
    this.#share = firstBlocks;
    this.#goOn();
  }

  /** Shows the rest at once. */
  finish(): void {
    if (this.#idle !== undefined) cancelIdleCallback(this.#idle);
    this.#idle = undefined;
    this.#show(this.#waiting.length);
  }

  #goOn(): void {
    this.#idle = requestIdleCallback(() => this.#slice());
  }

  #slice(): void {
    const start = performance.now();
    this.#show(this.#share);
    // To be told the height, the browser has to lay out what has come.
    document.documentElement.getBoundingClientRect();
    const share = (this.#share * sliceMilliseconds) / (performance.now() - start);
    this.#share = Math.round(Math.max(firstBlocks, Math.min(this.#share * 2, share)));
    if (this.isOn) this.#goOn();
    else this.finish();
  }

  #show(count: number): void {
    const wasOn = this.isOn;
    for (const block of this.#waiting.splice(Math.max(0, this.#waiting.length - count))) {
      block.classList.remove(mark);
      if (block.className === '') block.removeAttribute('class');
    }
    if (wasOn && !this.isOn) this.#onDone();
  }
}
