import * as vscode from 'vscode';

/** What differs between the lists that are looked at. */
export interface ViewStateKind<A extends object> {
  /** What it is arranged by until a person chooses, each part by what was kept of it. */
  readonly arrangement: { readonly [K in keyof A]: (kept: unknown) => A[K] };
  /** What each part is kept as. */
  readonly keys: { readonly [K in keyof A]: string };
  /** Tells menus how things stand. */
  readonly tell: (arrangement: A, isFiltered: boolean) => void;
}

/** How a person looks at a list: arranged, which is remembered per workspace, and filtered. */
export class ViewState<A extends object, F extends object> implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #kind: ViewStateKind<A>;
  readonly #changed = new vscode.EventEmitter<void>();
  #arrangement: A;
  #filter: Partial<F> = {};

  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento, kind: ViewStateKind<A>) {
    this.#memory = memory;
    this.#kind = kind;
    this.#arrangement = keptArrangement(memory, kind);
    this.#tell();
  }

  get arrangement(): A {
    return this.#arrangement;
  }

  get filter(): Partial<F> {
    return this.#filter;
  }

  get isFiltered(): boolean {
    return Object.keys(this.#filter).length > 0;
  }

  async arrange(change: Partial<A>): Promise<void> {
    this.#arrangement = { ...this.#arrangement, ...change };
    this.#tell();
    this.#changed.fire();
    for (const part of partsOf(this.#kind)) await this.#memory.update(this.#kind.keys[part], this.#arrangement[part]);
  }

  setFilter(filter: Partial<F>): void {
    this.#filter = filter;
    this.#tell();
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #tell(): void {
    this.#kind.tell(this.#arrangement, this.isFiltered);
  }
}

function keptArrangement<A extends object>(memory: vscode.Memento, kind: ViewStateKind<A>): A {
  const parts = partsOf(kind).map((part) => [part, kind.arrangement[part](memory.get(kind.keys[part]))]);
  return Object.fromEntries(parts) as A;
}

function partsOf<A extends object>({ keys }: ViewStateKind<A>): readonly (keyof A)[] {
  return Object.keys(keys) as (keyof A)[];
}
