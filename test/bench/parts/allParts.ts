import { activationPart } from './activationPart';
import { agreementPart } from './agreementPart';
import { anchorsPart } from './anchorsPart';
import { annotationsPart } from './annotationsPart';
import { checkPart } from './checkPart';
import { hostPart } from './hostPart';
import { imagesPart } from './imagesPart';
import { indexPart } from './indexPart';
import { listPart } from './listPart';
import type { Part } from './part';
import { previewPart } from './previewPart';
import { sizesPart } from './sizesPart';
import { typingPart } from './typingPart';

/** In the order they run and stand in the table. A new part is a file and a line here. */
export const allParts: readonly Part[] = [
  sizesPart,
  indexPart,
  listPart,
  checkPart,
  activationPart,
  hostPart,
  typingPart,
  previewPart,
  anchorsPart,
  annotationsPart,
  agreementPart,
  imagesPart,
];
