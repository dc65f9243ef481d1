import type { ProfileEdit } from '../../protocol/sourceFormMessages';
import type { SourceFormStrings } from '../../protocol/sourceFormStrings';

/** What all parts of the form share: its texts, and the way out. */
export interface FormContext {
  readonly strings: SourceFormStrings;
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
