import { isCannotFetch } from '../../../core/images/remote/cannotFetch';
import { errorText } from '../../../core/text/errorText';
import { translate } from '../../ui/translate';

/** Why something could not be fetched, in the person's language as far as it is known. */
export function fetchErrorText(error: unknown): string {
  if (isCannotFetch(error)) return translate(error.reason);
  return errorText(error);
}
