import type { ProfileEdit } from '../../protocol/sourceFormMessages';
import { type SourceFormStrings, sourceFormStrings } from '../../protocol/sourceFormStrings';

/** What all parts of the form share: its words, and the way out. */
export interface FormContext {
  readonly strings: () => SourceFormStrings;
  /** Resolves with the reason where the change is not made. */
  readonly edit: (edit: ProfileEdit) => Promise<string | undefined>;
  readonly openLink: (url: string) => void;
}

let number = 0;

/** An id that no other element of the page has. */
export function freshId(name: string): string {
  number += 1;
  return `${name}-${number}`;
}

/** A word of the form in its place; told anew when the person's language comes. */
export class Words {
  readonly #told: ((strings: SourceFormStrings) => void)[] = [];
  #strings: SourceFormStrings = sourceFormStrings;

  get strings(): SourceFormStrings {
    return this.#strings;
  }

  set(strings: SourceFormStrings): void {
    this.#strings = strings;
    for (const tell of this.#told) tell(strings);
  }

  /** Called now, and whenever there are other words. */
  on(tell: (strings: SourceFormStrings) => void): void {
    this.#told.push(tell);
    tell(this.#strings);
  }
}
