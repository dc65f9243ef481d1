import type {
  AgreementAction,
  AgreementAdvice,
  AgreementCell,
  AgreementChoice,
  AgreementMatrix,
  AgreementMeasure,
  AgreementOption,
  AgreementPlace,
  AgreementSection,
  AgreementState,
  AgreementVoice,
  FromAgreement,
  ToAgreement,
} from './agreementMessages';
import { type AgreementStrings, agreementStrings } from './agreementStrings';
import {
  type Check,
  isCount,
  isFlag,
  isText,
  kinds,
  listOf,
  oneOf,
  optional,
  type Shape,
  shaped,
} from './messageShape';

const isAction: Check<AgreementAction> = oneOf('setUpLabels', 'importAnnotations', 'setName', 'clearChoice');
const isChoice = shaped<AgreementChoice>({
  label: optional(isText),
  source: optional(isText),
  people: listOf(isText),
});
const isState = shaped<AgreementState>({ folder: isText, choice: isChoice, scrolled: optional(isCount) });
const isOption = shaped<AgreementOption>({ id: isText, name: isText });
const isMeasure = shaped<AgreementMeasure>({ name: isText, value: isText });
const isCell = shaped<AgreementCell>({
  value: isText,
  basis: isText,
  shade: optional((value): value is number => isCount(value) && value <= 4),
});
const isMatrix = shaped<AgreementMatrix>({
  name: isText,
  people: listOf(isText),
  cells: listOf(listOf((value): value is AgreementCell | null => value === null || isCell(value))),
});
const isSection = shaped<AgreementSection>({
  id: isText,
  name: isText,
  colour: (value): value is string => isText(value) && /^#[0-9a-f]{6}$/.test(value),
  kind: isText,
  definition: optional(isText),
  main: isMeasure,
  meaning: isText,
  measures: listOf(isMeasure),
  facts: listOf(isText),
  matrix: optional(isMatrix),
});
const isAdvice = shaped<AgreementAdvice>({
  title: isText,
  text: isText,
  actions: listOf(shaped<AgreementAdvice['actions'][number]>({ action: isAction, label: isText })),
});
const isPlace = shaped<AgreementPlace>({
  label: isText,
  colour: isText,
  article: isText,
  details: isText,
  quote: isText,
  voices: listOf(shaped<AgreementVoice>({ person: isText, said: isText, isSilent: isFlag })),
});
const isStrings: Check<AgreementStrings> = shaped<AgreementStrings>(
  Object.fromEntries(Object.keys(agreementStrings).map((name) => [name, isText])) as Shape<AgreementStrings>,
);

const isToAgreement = kinds<ToAgreement>({
  strings: { strings: isStrings },
  keep: { state: isState },
  report: {
    version: isCount,
    title: isText,
    summary: isText,
    choice: isChoice,
    labels: listOf(isOption),
    sources: listOf(isOption),
    people: listOf(isText),
    advice: optional(isAdvice),
    sections: listOf(isSection),
    places: isCount,
  },
  progress: { done: isCount, total: optional(isCount) },
  stopped: {},
  fault: { message: isText },
  places: { version: isCount, from: isCount, places: listOf(isPlace) },
  current: { version: isCount, index: isCount },
});

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

/** A message to the page, or undefined for anything else. */
export function readToAgreement(value: unknown): ToAgreement | undefined {
  return isToAgreement(value) ? value : undefined;
}

/** What a page has kept, or undefined for anything else. */
export function readAgreementState(value: unknown): AgreementState | undefined {
  return isState(value) ? value : undefined;
}

/** A message from the page, or undefined for anything else. */
export function readFromAgreement(value: unknown): FromAgreement | undefined {
  return isFromAgreement(value) ? value : undefined;
}
