import type { LabelUse } from '../model/annotation';
import { type Codebook, labelOf } from './codebook';

/** A label as people call it, with its value where it has one. */
export function labelText({ label, value }: LabelUse, codebook: Codebook): string {
  const known = labelOf(codebook, label);
  const name = known?.name ?? label;
  if (value === undefined) return name;
  const step = known?.steps?.[String(value)];
  return step === undefined ? `${name}: ${value}` : `${name}: ${value} (${step})`;
}
