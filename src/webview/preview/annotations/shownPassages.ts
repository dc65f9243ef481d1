import type { AnnotationThread } from '../../../protocol/annotationMessages';
import { findSeen } from '../../../protocol/seenPassage';
import { Highlights, type PlacedThread, placedAt, startOf } from './highlights';
import type { PageText } from './pageText';

/** More of them take too long to look at while the pointer moves. */
const mostPointed = 500;
/** What the row of buttons covers, and what is too low to be read at ease. */
const [top, bottom] = [60, 40];

/** The annotated passages in the page, and which of them a person is at. */
export class ShownPassages {
  readonly #body: HTMLElement;
  readonly #highlights = new Highlights();
  /** In the order of the text. */
  #placed: readonly PlacedThread[] = [];
  #current: string | undefined;
  #isMarked = false;
  #isPointing = false;

  constructor(body: HTMLElement) {
    this.#body = body;
    body.addEventListener('pointermove', (event) => this.#point(event));
  }

  get current(): string | undefined {
    return this.#current;
  }

  get ids(): ReadonlySet<string> {
    return new Set(this.#placed.map(({ thread }) => thread.id));
  }

  show(threads: readonly AnnotationThread[], text: () => PageText): void {
    const hasPassages = threads.some(({ place }) => place !== undefined);
    this.#placed = hasPassages ? placedIn(threads, text()) : [];
    this.#highlights.show(this.#placed);
  }

  /** Where an annotation is; empty where that is not in the page. */
  rangesOf(id: string | undefined): readonly Range[] {
    return this.#placed.find(({ thread }) => thread.id === id)?.ranges ?? [];
  }

  /** Those at a point of the window. A person who clicks there is at the first of them. */
  visit(x: number, y: number): readonly PlacedThread[] {
    const hits = placedAt(this.#placed, x, y);
    const [first] = hits;
    if (first === undefined) return hits;
    this.#current = first.thread.id;
    this.mark(first.ranges);
    return hits;
  }

  /** Brings an annotation into sight and makes it stand out; where it is then. */
  goTo(id: string): DOMRect | undefined {
    const ranges = this.rangesOf(id);
    if (ranges.length === 0) return undefined;
    this.#current = id;
    const at = startOf(ranges);
    if (at.top < top || at.bottom > window.innerHeight - bottom) {
      window.scrollTo({ top: window.scrollY + at.top - window.innerHeight / 3, behavior: 'instant' });
    }
    this.mark(ranges);
    return startOf(ranges);
  }

  /** The next annotation, or the one before, and its number among all of them. */
  beside(by: 1 | -1): { readonly thread: AnnotationThread; readonly number: number; readonly of: number } | undefined {
    const placed = this.#placed;
    const now = placed.findIndex(({ thread }) => thread.id === this.#current);
    const next = now < 0 ? (by > 0 ? 0 : placed.length - 1) : (now + by + placed.length) % placed.length;
    const found = placed[next];
    return found && { thread: found.thread, number: next + 1, of: placed.length };
  }

  /** Nobody is at any of them. */
  leave(): void {
    this.#current = undefined;
    this.mark([]);
  }

  mark(ranges: readonly Range[]): void {
    this.#isMarked = ranges.length > 0;
    this.#highlights.mark(ranges);
  }

  /** To be called when the page has changed: what stands out does so at its new place. */
  markAgain(): void {
    if (this.#isMarked) this.mark(this.rangesOf(this.#current));
  }

  /** Shows that a highlight can be clicked. */
  #point({ clientX, clientY }: PointerEvent): void {
    if (this.#isPointing) return;
    this.#isPointing = true;
    requestAnimationFrame(() => {
      this.#isPointing = false;
      const isOver = this.#placed.length <= mostPointed && placedAt(this.#placed, clientX, clientY).length > 0;
      this.#body.classList.toggle('on-annotation', isOver);
    });
  }
}

function placedIn(threads: readonly AnnotationThread[], text: PageText): readonly PlacedThread[] {
  return threads
    .flatMap((thread) => {
      const found = thread.place && findSeen(text.text, thread.place);
      const ranges = found === undefined ? [] : text.rangesOf(found);
      return found === undefined || ranges.length === 0 ? [] : [{ thread, ranges, start: found.start }];
    })
    .sort((one, other) => one.start - other.start);
}
