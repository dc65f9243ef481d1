import * as vscode from 'vscode';
import type { AnchoredAnnotation, AnchoredArticle } from '../../../core/annotations/anchorAnnotations';
import type { Codebook } from '../../../core/annotations/codebook/codebook';
import type { ArticleAnnotations } from '../../../core/annotations/store/annotationStore';
import type { Archive } from '../archives/archive';

/** An article that annotations can be made on. */
export interface AnnotatedPlace {
  readonly archive: Archive;
  /** Relative to the archive; undefined for annotations on sources. */
  readonly path: string | undefined;
}

/** The annotations of an open article and where they are in its text as it stood in `version`. */
export interface AnchoredDocument extends AnnotatedPlace {
  readonly path: string;
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly read: ArticleAnnotations;
  readonly anchored: AnchoredArticle;
  readonly codebook: Codebook;
  /** The person's own name, as far as it is known. */
  readonly me: string | undefined;
}

/** Where a passage stands in the document; undefined for an orphan and for what is on no passage. */
export function rangeOf(
  { document, anchored: { prepared } }: AnchoredDocument,
  { start, end }: Pick<AnchoredAnnotation, 'start' | 'end'>,
): vscode.Range | undefined {
  if (start === null || end === null || prepared === undefined) return undefined;
  const source = prepared.article.sourceOf({ start, end });
  return new vscode.Range(document.positionAt(source.start), document.positionAt(source.end));
}
