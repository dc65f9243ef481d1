export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The text of one control beside what the file says: what a person types is never written over. */
export class TypedValue {
  readonly control: Control;
  readonly #message: HTMLElement;
  #shown = '';
  #fault: string | undefined;
  #pending: string | undefined;

  /** `message`: where it is said what is wrong with the value. */
  constructor(control: Control, message: HTMLElement, commit: (value: string) => Promise<string | undefined>) {
    this.control = control;
    this.#message = message;
    control.addEventListener('change', () => void this.#commit(commit));
    control.addEventListener('input', () => this.#tell(undefined));
    control.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || this.isClean) return;
      this.control.value = this.#shown;
      this.#tell(this.#fault);
    });
  }

  /** What the file says. */
  get shown(): string {
    return this.#shown;
  }

  /** Whether the control says what the file says. */
  get isClean(): boolean {
    return this.control.value === this.#shown;
  }

  show(value: string, fault?: string): void {
    const isClean = this.isClean;
    this.#shown = value;
    this.#fault = fault;
    if (isClean) this.control.value = value;
    if (this.isClean) this.#tell(fault);
  }

  async #commit(commit: (value: string) => Promise<string | undefined>): Promise<void> {
    const typed = this.control.value;
    // Enter is one change, and leaving the field after it another.
    if (typed === this.#shown || typed === this.#pending) return;
    this.#pending = typed;
    const fault = await commit(typed.trim());
    this.#pending = undefined;
    // Typed on meanwhile.
    if (this.control.value !== typed) return;
    if (fault === undefined) {
      this.#shown = typed.trim();
      this.control.value = this.#shown;
    }
    this.#tell(fault);
  }

  #tell(fault: string | undefined): void {
    tellFault(this.#message, fault, this.control);
  }
}

/** Says at a control what is wrong with its value, or that nothing is. */
export function tellFault(message: HTMLElement, fault: string | undefined, control?: Control): void {
  message.textContent = fault ?? '';
  message.hidden = fault === undefined;
  if (fault === undefined) control?.removeAttribute('aria-invalid');
  else control?.setAttribute('aria-invalid', 'true');
}
