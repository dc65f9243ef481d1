import { type Codebook, type Label, type LabelScope, labelOf } from '../../../../core/annotations/codebook/codebook';
import { colourValue } from '../../../../core/annotations/codebook/labelColours';
import { labelText } from '../../../../core/annotations/codebook/labelText';
import type { Annotation, LabelUse } from '../../../../core/annotations/model/annotation';
import type { GivenLabel, LabelChoice, LabelOption, ShownLabel } from '../../../../protocol/annotationMessages';

const mostSteps = 100;
const longestText = 2000;
const mostShown = 50;

/** The labels of an archive as the preview offers them. */
export function labelChoices({ labels }: Codebook): readonly LabelChoice[] {
  return labels
    .filter(({ id }) => isUsable(id))
    .map((label) => ({
      id: label.id,
      name: label.name,
      ...(label.definition === undefined ? {} : { definition: label.definition }),
      colour: colourValue(label.colour),
      ...(isKey(label.key) ? { key: label.key } : {}),
      scopes: label.scope,
      kind: label.kind,
      options: optionsOf(label),
    }));
}

/** The labels of an annotation as the preview shows them; they may be anybody's. */
export function shownLabels({ labels }: Annotation, codebook: Codebook): readonly ShownLabel[] {
  return labels
    .filter(({ label }) => isUsable(label))
    .slice(0, mostShown)
    .map((use) => ({
      label: use.label,
      ...(isValue(use.value) ? { value: use.value } : {}),
      text: labelText(use, codebook).slice(0, longestText),
      colour: colourValue(labelOf(codebook, use.label)?.colour),
    }));
}

/** The labels that the preview may give to something, or `undefined` where one of them is not what the codebook says. */
export function acceptedLabels(
  given: readonly GivenLabel[],
  scope: LabelScope,
  codebook: Codebook,
  before: readonly LabelUse[] = [],
): readonly LabelUse[] | undefined {
  const accepted: LabelUse[] = [];
  for (const use of given) {
    const isKept = before.some(({ label, value }) => label === use.label && value === use.value);
    const known = codebook.labels.find(({ id }) => id === use.label);
    if (!isKept && (known === undefined || !known.scope.includes(scope) || !fits(known, use))) return undefined;
    if (!accepted.some(({ label }) => label === use.label)) accepted.push(use);
  }
  return accepted;
}

function fits(label: Label, { value }: GivenLabel): boolean {
  if (label.kind === 'tag') return value === undefined;
  if (label.kind === 'text') return typeof value === 'string' && value.trim() !== '';
  return optionsOf(label).some((option) => option.value === value);
}

function optionsOf({ kind, options = [], min = 1, max = 5, steps = {} }: Label): readonly LabelOption[] {
  if (kind === 'oneOf') return options.map((option) => ({ value: option, text: option }));
  if (kind !== 'scale') return [];
  const count = Math.max(0, Math.min(mostSteps, Math.floor(max - min) + 1));
  return Array.from({ length: Number.isFinite(count) ? count : 0 }, (_, index) => {
    const value = min + index;
    const meaning = steps[String(value)];
    return { value, text: meaning === undefined ? String(value) : `${value} – ${meaning}` };
  });
}

function isUsable(id: string): boolean {
  return id !== '' && id.length <= longestText;
}

function isValue(value: string | number | undefined): value is string | number {
  return typeof value === 'string' ? value.length <= longestText : Number.isFinite(value);
}

function isKey(key: string | undefined): key is string {
  return key !== undefined && /^[1-9]$/.test(key);
}
