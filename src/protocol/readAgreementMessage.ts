import type { AgreementAction, AgreementChoice, AgreementState, FromAgreement } from './agreementMessages';
import { type Check, isCount, isText, kinds, listOf, oneOf, optional, shaped } from './messageShape';

const isAction: Check<AgreementAction> = oneOf('setUpLabels', 'importAnnotations', 'setName', 'clearChoice');
const isChoice = shaped<AgreementChoice>({
  label: optional(isText),
  source: optional(isText),
  people: listOf(isText),
});
const isState = shaped<AgreementState>({ folder: isText, choice: isChoice, scrolled: optional(isCount) });

const isFromAgreement = kinds<FromAgreement>({
  ready: {},
  choose: { choice: isChoice },
  more: { version: isCount },
  open: { version: isCount, index: isCount },
  step: { to: oneOf('previous', 'next') },
  stop: {},
  goOn: {},
  export: {},
  act: { action: isAction },
});

/** What a page has kept, or undefined for anything else. */
export function readAgreementState(value: unknown): AgreementState | undefined {
  return isState(value) ? value : undefined;
}

/** A message from the page, or undefined for anything else. */
export function readFromAgreement(value: unknown): FromAgreement | undefined {
  return isFromAgreement(value) ? value : undefined;
}
