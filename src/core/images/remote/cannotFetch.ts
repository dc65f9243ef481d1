import { inEnglish, type Message } from '../../text/message';

/** Why a file could not be fetched, in words for a person. */
export class CannotFetch extends Error {
  override readonly name = 'CannotFetch';
  readonly reason: Message;

  constructor(reason: Message) {
    super(inEnglish(reason));
    this.reason = reason;
  }
}

/** Also of one that comes from another bundle of the build, where the class is not the same. */
export function isCannotFetch(error: unknown): error is CannotFetch {
  return error instanceof Error && error.name === 'CannotFetch' && 'reason' in error;
}
