/** The beginning of an address that alone says which server it is on, as nearly all addresses are written. */
const plainStart = /^https?:\/\/[\w.-]+(?::\d+)?(?=[/?#]|$)/i;

/** The part of an address that says which server it is on; the whole of it where that is not plain to see. */
export function serverPart(url: string): string {
  return plainStart.exec(url)?.[0] ?? url;
}

/** What is known of each server. Thousands of addresses are on the same few, and not each of them is taken apart. */
export class ByServer<T> {
  readonly #nameOf: (url: string) => string;
  readonly #make: (name: string) => T;
  readonly #named = new Map<string, T>();
  /** However it may be written, such as with capitals. */
  readonly #written = new Map<string, T>();

  /** `nameOf` gives addresses on the same server the same name. */
  constructor(nameOf: (url: string) => string, make: (name: string) => T) {
    this.#nameOf = nameOf;
    this.#make = make;
  }

  of(url: string): T {
    const part = serverPart(url);
    return this.#written.get(part) ?? this.#find(part);
  }

  values(): Iterable<T> {
    return this.#named.values();
  }

  #find(part: string): T {
    const name = this.#nameOf(part);
    const known = this.#named.get(name) ?? this.#make(name);
    this.#named.set(name, known);
    this.#written.set(part, known);
    return known;
  }
}
