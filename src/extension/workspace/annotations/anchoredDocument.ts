import * as vscode from 'vscode';
import type { AnchoredAnnotation, AnchoredArticle } from '../../../core/annotations/anchorAnnotations';
import type { Codebook } from '../../../core/annotations/codebook/codebook';
import type { ArticleAnnotations } from '../../../core/annotations/store/annotationStore';
import type { Archive } from '../archives/archive';
import type { Archives } from '../archives/archives';
import type { ArchiveAnnotations } from './archiveAnnotations';
import type { OpenAnnotations } from './openAnnotations';

/** An article that annotations can be made on. */
export interface AnnotatedPlace {
  readonly archive: Archive;
  /** Relative to the archive; undefined for annotations on sources. */
  readonly path: string | undefined;
}

/** The annotations of an open article and where they are in its text as it stood in `version`. */
export interface AnchoredDocument extends AnnotatedPlace {
  readonly path: string;
  readonly own: ArchiveAnnotations;
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly text: string;
  readonly read: ArticleAnnotations;
  readonly anchored: AnchoredArticle;
  readonly codebook: Codebook;
  /** The person's own name, as far as it is known. */
  readonly me: string | undefined;
}

/** The article of an archive that a URI stands for; undefined where it is none. */
export function articleAt(
  uri: vscode.Uri,
  archives: Archives,
  annotations: OpenAnnotations,
): Pick<AnchoredDocument, 'archive' | 'path' | 'own'> | undefined {
  const archive = archives.of(uri);
  const path = archive?.isArchive ? archive.articlePath(uri) : undefined;
  const own = archive && annotations.of(archive);
  return archive === undefined || path === undefined || own === undefined ? undefined : { archive, path, own };
}

/** Anchors the annotations of an open article in its text as it is by then. */
export async function anchorDocument(
  document: vscode.TextDocument,
  { archive, path, own }: Pick<AnchoredDocument, 'archive' | 'path' | 'own'>,
  { creator }: OpenAnnotations,
): Promise<AnchoredDocument> {
  const [read, codebook, me] = await Promise.all([
    own.store.read(path),
    own.codebook(),
    creator.known(archive.folder.uri),
  ]);
  const anchor = await own.anchoring(read);
  // From here on nothing waits: text and version belong together.
  const { version } = document;
  const text = document.getText();
  return { archive, path, own, document, version, text, read, anchored: anchor(text), codebook, me };
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
