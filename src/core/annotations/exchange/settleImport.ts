import { ArticleText } from '../../article/articleText/articleText';
import { describePassage } from '../anchoring/describePassage';
import { PreparedText } from '../anchoring/preparedText';
import { TextAnchors } from '../anchoring/textAnchors';
import type { Annotation } from '../model/annotation';
import { readAnnotation } from '../model/readAnnotation';
import { reattach, retarget } from '../model/writeAnnotation';
import type { AnnotationChange } from '../store/applyChanges';
import type { ImportedAnnotation } from './importedAnnotation';

/**
 * What to save of an imported annotation on an article: one made elsewhere is sought in the article's text, and what is found
 * is described as if it had been made here; what is not found keeps its quote and is an orphan.
 */
export function settleImport(
  imported: ImportedAnnotation,
  article: string | undefined,
  prepared: PreparedText | undefined,
): AnnotationChange | undefined {
  const read = readAnnotation(imported.json);
  if (read === undefined) return undefined;
  if (!imported.isForeign || article === undefined) return { after: read };
  const { annotation, text } = settled(read, prepared, imported.inText);
  return { after: retarget(annotation, article), ...(text === undefined ? {} : { text }) };
}

interface Settled {
  readonly annotation: Annotation;
  readonly text?: readonly [name: string, fingerprint: string];
}

function settled(
  annotation: Annotation,
  prepared: PreparedText | undefined,
  inText: ImportedAnnotation['inText'],
): Settled {
  if (annotation.target.kind !== 'passage') return { annotation };
  const origin = inText && new PreparedText(plainText(inText.text));
  const { start: _, end: __, trace: ___, ...quote } = annotation.target.passage;
  const known = (origin && inText && describePassage(origin, inText)) ?? quote;
  const found = prepared && new TextAnchors(prepared, () => origin?.fingerprint).find(known);
  const passage =
    prepared === undefined || found === undefined || found.state === 'orphan'
      ? undefined
      : describePassage(prepared, found);
  const text = passage === undefined ? origin : prepared;
  return {
    annotation: unmodified(reattach(annotation, passage ?? known, ''), annotation),
    ...(text === undefined ? {} : { text: [text.name, text.fingerprint] }),
  };
}

function plainText(text: string): ArticleText {
  return new ArticleText(text, {
    textStarts: Int32Array.of(0),
    sourceStarts: Int32Array.of(0),
    sourceEnds: Int32Array.of(text.length),
  });
}

/** Importing changes nothing that a person said. */
function unmodified(changed: Annotation, original: Annotation): Annotation {
  const { modified: _, ...rest } = changed.json;
  const { modified } = original.json;
  return readAnnotation(modified === undefined ? rest : { ...rest, modified }) ?? changed;
}
