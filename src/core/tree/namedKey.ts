/** A key whose name follows the spelling of what is in its group. */
export class NamedKey<Kind extends string> {
  readonly kind: Kind;
  readonly #named: { readonly key: string; readonly name: string };

  constructor(kind: Kind, named: { readonly key: string; readonly name: string }) {
    this.kind = kind;
    this.#named = named;
  }

  get key(): string {
    return this.#named.key;
  }

  get name(): string {
    return this.#named.name;
  }
}
