import { isCannotFetch } from '../../../core/images/remote/cannotFetch';
import { translate } from '../../problems/translate';

/** Why something could not be done, in the person's language as far as it is known. */
export function whyNot(error: unknown): string {
  if (isCannotFetch(error)) return translate(error.reason);
  return error instanceof Error ? error.message : String(error);
}
