import type { Codebook } from '../../../core/annotations/codebook/codebook';
import { labelText } from '../../../core/annotations/codebook/labelText';
import type { LabelUse } from '../../../core/annotations/model/annotation';

/** All labels of an annotation in one line; empty where there are none. */
export function labelsText(labels: readonly LabelUse[], codebook: Codebook): string {
  return labels.map((use) => labelText(use, codebook)).join(' · ');
}
