import { ArticleText } from '../../article/articleText/articleText';
import type { TextRange } from '../../text/textRange';
import { describePassage } from '../anchoring/describePassage';
import { normalisedString } from '../anchoring/normalisedText';
import type { AnchorState } from '../anchoring/passage';
import { PreparedText } from '../anchoring/preparedText';
import { TextAnchors } from '../anchoring/textAnchors';
import type { Annotation } from '../model/annotation';
import { readAnnotation } from '../model/readAnnotation';
import { reattach, retarget } from '../model/writeAnnotation';
import type { AnnotationChange } from '../store/applyChanges';
import type { ImportedAnnotation } from './importedAnnotation';

/** How the passage of an imported annotation was found in its article; undefined for what is on no passage. */
export type FoundPassage = 'exact' | 'approximate' | 'notFound' | undefined;

/** What is to be saved of an imported annotation. */
export interface SettledImport extends AnnotationChange {
  readonly after: Annotation;
  readonly found: FoundPassage;
}

/** Of fewer characters one that stands there only once may be another one. */
const shortestUnique = 4;

/**
 * What to save of an imported annotation on an article: one made elsewhere is sought in the article's text, and what is found
 * is described as if it had been made here; what is not found keeps its quote and is an orphan. `texts` holds the fingerprints
 * that came along.
 */
export function settleImport(
  imported: ImportedAnnotation,
  article: string | undefined,
  prepared: PreparedText | undefined,
  texts: ReadonlyMap<string, string>,
): SettledImport | undefined {
  const read = readAnnotation(imported.json);
  if (read === undefined) return undefined;
  if (imported.isForeign && article !== undefined) {
    const { annotation, text, found } = settled(read, prepared, imported.inText);
    return { after: retarget(annotation, article), found, ...(text === undefined ? {} : { text }) };
  }
  if (read.target.kind !== 'passage') return { after: read, found: undefined };
  const anchors = prepared && new TextAnchors(prepared, (name) => texts.get(name));
  return { after: read, found: asFound(anchors?.find(read.target.passage).state) };
}

function asFound(state: AnchorState | undefined): FoundPassage {
  if (state === undefined || state === 'orphan') return 'notFound';
  return state === 'approximate' ? 'approximate' : 'exact';
}

interface Settled {
  readonly annotation: Annotation;
  readonly found: FoundPassage;
  readonly text?: readonly [name: string, fingerprint: string];
}

function settled(
  annotation: Annotation,
  prepared: PreparedText | undefined,
  inText: ImportedAnnotation['inText'],
): Settled {
  if (annotation.target.kind !== 'passage') return { annotation, found: undefined };
  const origin = inText && new PreparedText(plainText(inText.text));
  // Its position, in code points of a text that may not be this one, is one more piece of evidence: it tells twins apart.
  const { trace: _, ...quote } = annotation.target.passage;
  const known = (origin && inText && describePassage(origin, inText)) ?? quote;
  const anchor = prepared && new TextAnchors(prepared, () => origin?.fingerprint).find(known);
  // What was around it elsewhere, menus or other columns, may be no part of the article.
  const only = prepared && anchor?.state === 'orphan' ? onlyPlaceOf(known.exact, prepared) : undefined;
  const place = only ?? (anchor?.state === 'orphan' ? undefined : anchor);
  const passage = prepared && place && describePassage(prepared, place);
  const text = passage === undefined ? origin : prepared;
  return {
    annotation: unmodified(reattach(annotation, passage ?? known, ''), annotation),
    found: only === undefined ? asFound(anchor?.state) : 'approximate',
    ...(text === undefined ? {} : { text: [text.name, text.fingerprint] }),
  };
}

/** Where the only copy of a quote stands, white space and kinds of quotes aside; undefined where there are none or several. */
function onlyPlaceOf(exact: string, prepared: PreparedText): TextRange | undefined {
  const quote = normalisedString(exact);
  const { text } = prepared.normalised;
  const at = text.indexOf(quote);
  if (quote.length < shortestUnique || at < 0 || text.includes(quote, at + 1)) return undefined;
  const units = prepared.unitsOf({ start: at, end: at + quote.length });
  const { points } = prepared.article;
  return { start: points.pointOf(units.start), end: points.pointOf(units.end) };
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
