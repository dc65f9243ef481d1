import type { Annotation } from '../model/annotation';
import { type Codebook, labelOf } from './codebook';
import { colourValue, labelColours } from './labelColours';

/** The colour of an annotation in the text: its own, else of its first label. Without either it is a mere highlight. */
export function annotationColour({ colour, labels }: Annotation, codebook: Codebook): string {
  if (colour !== undefined) return colourValue(colour);
  const [first] = labels;
  return first === undefined ? labelColours.yellow : colourValue(labelOf(codebook, first.label)?.colour);
}
