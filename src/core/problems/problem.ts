import type { Message } from '../text/message';
import type { TextRange } from '../text/textRange';

export type Severity = 'hint' | 'information' | 'warning' | 'error';

/** What a configuration can set a rule to. */
export type Level = Severity | 'off';

export const levels: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];

/** Another place that explains a problem. */
export interface RelatedPlace {
  /** Relative to the archive, with `/`. */
  readonly path: string;
  readonly message: Message;
}

/** What a rule has found in one place. Plain and clonable, data included. */
export interface Finding<Data> {
  /** In UTF-16 code units of the document. Never empty where there is anything to point at. */
  readonly range: TextRange;
  readonly message: Message;
  /** What the rule's fixes need to know; they never read the message. */
  readonly data: Data;
  readonly related?: readonly RelatedPlace[];
  /** Greyed out in the editor: what could simply go. */
  readonly unnecessary?: true;
}

/** A finding with the rule it is of and how grave that is here. */
export interface Problem extends Finding<unknown> {
  readonly rule: string;
  readonly severity: Severity;
  /** Whether the rule has a fix for it. */
  readonly fixable: boolean;
  /** Whether that fix is part of "fix all": it does not guess. */
  readonly safelyFixable: boolean;
}
