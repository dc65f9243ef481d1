/** Where something of the page stands in the document. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Keeps the places of elements beside the page, so that they neither change it nor come from an article. */
export class Places {
  readonly #of = new WeakMap<Element, Place>();
  #ordered: readonly Element[] = [];

  get(element: Element): Place | undefined {
    return this.#of.get(element);
  }

  /** Takes the marks of the extension's preparation off an element. */
  take(element: Element): void {
    const start = count(element.getAttribute('data-mg-start'));
    const end = count(element.getAttribute('data-mg-end'));
    element.removeAttribute('data-mg-start');
    element.removeAttribute('data-mg-end');
    if (start !== undefined && end !== undefined && end >= start) this.#of.set(element, { start, end });
  }

  copy(from: Element, to: Element): void {
    const place = this.#of.get(from);
    if (place === undefined) this.#of.delete(to);
    else this.#of.set(to, place);
  }

  /** To be called when the page has changed. */
  order(root: Element): void {
    let last = -1;
    this.#ordered = [...root.querySelectorAll('*')].filter((element) => {
      const place = this.#of.get(element);
      if (place === undefined || place.start < last) return false;
      last = place.start;
      return true;
    });
  }

  /** Elements in the order of the page, of which none starts before the one in front of it. */
  get ordered(): readonly Element[] {
    return this.#ordered;
  }
}

export function count(written: string | null): number | undefined {
  return written !== null && /^\d{1,9}$/.test(written) ? Number(written) : undefined;
}
