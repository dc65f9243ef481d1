import type { AnnotationAction } from '../../../protocol/annotationMessages';

/** VS Code offers it for longer. */
const undoMilliseconds = 10_000;

/** The comment that was deleted last: for a while it can be brought back where it stood. */
export class DeletedComment {
  readonly #ask: (action: AnnotationAction) => Promise<boolean>;
  readonly #onChange: () => void;
  #deleted: { readonly thread: string; readonly id: string } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: (action: AnnotationAction) => Promise<boolean>, onChange: () => void) {
    this.#ask = ask;
    this.#onChange = onChange;
  }

  get thread(): string | undefined {
    return this.#deleted?.thread;
  }

  get id(): string | undefined {
    return this.#deleted?.id;
  }

  /** Its place is kept from now on: it is gone before the answer comes. */
  async remove(thread: string, id: string): Promise<void> {
    const deleted = { thread, id };
    clearTimeout(this.#timer);
    this.#deleted = deleted;
    const isDone = await this.#ask({ kind: 'delete', id });
    if (this.#deleted !== deleted) return;
    if (isDone) this.#timer = setTimeout(() => this.#end(), undoMilliseconds);
    else this.#end();
  }

  undo(): void {
    if (this.#deleted !== undefined) void this.#ask({ kind: 'undoDelete', id: this.#deleted.id });
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#deleted = undefined;
  }

  #end(): void {
    this.forget();
    this.#onChange();
  }
}
