import { type Codebook, labelOf } from '../../core/annotations/codebook/codebook';
import type { LabelUse } from '../../core/annotations/model/annotation';

/** A label as people call it, with its value where it has one. */
export function labelText({ label, value }: LabelUse, codebook: Codebook): string {
  const known = labelOf(codebook, label);
  const name = known?.name ?? label;
  if (value === undefined) return name;
  const step = known?.steps?.[String(value)];
  return step === undefined ? `${name}: ${value}` : `${name}: ${value} (${step})`;
}

/** All labels of an annotation in one line; empty where there are none. */
export function labelsText(labels: readonly LabelUse[], codebook: Codebook): string {
  return labels.map((use) => labelText(use, codebook)).join(' · ');
}
