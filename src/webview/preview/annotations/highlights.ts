import { lookOf, underlines } from '../../../protocol/annotationLook';
import type { AnnotationThread } from '../../../protocol/annotationMessages';

/** A passage of the page with the annotation that is on it. */
export interface PlacedThread {
  readonly thread: AnnotationThread;
  /** At least one. */
  readonly ranges: readonly Range[];
}

const currentName = 'marginalia-current';
const prefix = 'marginalia-';
const mostColours = 200;

/** Paints passages without touching the article. A browser that cannot do that shows them without colour. */
export class Highlights {
  readonly #rules = new CSSStyleSheet();
  readonly #names = new Set<string>();
  readonly #registry = typeof CSS !== 'undefined' && 'highlights' in CSS ? CSS.highlights : undefined;

  constructor() {
    document.adoptedStyleSheets.push(this.#rules);
  }

  show(placed: readonly PlacedThread[]): void {
    const ranges = new Map<string, Range[]>();
    for (const { thread, ranges: own } of placed) {
      const name = this.#nameOf(thread);
      if (name === undefined) continue;
      const known = ranges.get(name);
      if (known === undefined) ranges.set(name, [...own]);
      else known.push(...own);
    }
    if (this.#registry === undefined) return;
    for (const name of this.#names) {
      const own = ranges.get(name);
      if (own === undefined) this.#registry.delete(name);
      else this.#registry.set(name, new Highlight(...own));
    }
  }

  /** Makes one stand out, or none. */
  mark(ranges: readonly Range[]): void {
    this.#registry?.delete(currentName);
    if (ranges.length === 0 || this.#registry === undefined) return;
    const highlight = new Highlight(...ranges);
    highlight.priority = 1;
    this.#registry.set(currentName, highlight);
  }

  /** The highlight of a colour and state, whose rule is written when it is first needed. */
  #nameOf(thread: AnnotationThread): string | undefined {
    const { colour } = thread;
    if (!/^#[0-9a-f]{6}$/.test(colour)) return undefined;
    const look = lookOf(thread);
    const name = `${prefix}${look}-${colour.slice(1)}`;
    if (this.#names.has(name)) return name;
    if (this.#names.size >= mostColours) return undefined;
    this.#names.add(name);
    const background = look === 'resolved' ? 'transparent' : `color-mix(in srgb, ${colour} 24%, transparent)`;
    const underline = `underline ${underlines[look]} ${colour} 2px`;
    this.#rules.insertRule(
      `::highlight(${name}) { background-color: ${background}; text-decoration: ${underline}; }`,
      this.#rules.cssRules.length,
    );
    return name;
  }
}

/** Where the first words of a passage are in the window. */
export function startOf(ranges: readonly Range[]): DOMRect {
  return ranges[0]?.getBoundingClientRect() ?? new DOMRect();
}

/** The passages below a point of the window. */
export function placedAt(placed: readonly PlacedThread[], x: number, y: number): readonly PlacedThread[] {
  return placed.filter(({ ranges }) =>
    ranges
      .flatMap((range) => [...range.getClientRects()])
      .some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom),
  );
}
