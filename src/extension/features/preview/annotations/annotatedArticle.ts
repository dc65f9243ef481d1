import * as vscode from 'vscode';
import { type AnchoredArticle, anchorAnnotations } from '../../../../core/annotations/anchorAnnotations';
import type { AnchorState } from '../../../../core/annotations/anchoring/passage';
import type { Codebook } from '../../../../core/annotations/codebook/codebook';
import type { ArticleAnnotations } from '../../../../core/annotations/store/annotationStore';
import type { ToPreview } from '../../../../protocol/previewMessages';
import type { Services } from '../../../services';
import type { AnnotatedPlace } from '../../../workspace/annotations/anchoredDocument';
import type { ArchiveAnnotations } from '../../../workspace/annotations/archiveAnnotations';
import type { ShownArticle } from '../shownArticle';

/** The preview as far as its annotations need it. */
export interface AnnotatedPreview {
  readonly article: vscode.Uri;
  readonly shown: ShownArticle | undefined;
  readonly column: vscode.ViewColumn | undefined;
  readonly send: (message: ToPreview) => void;
}

/** An article that a preview shows with its annotations, whether an editor shows it too or not. */
export interface AnnotatedArticle extends AnnotatedPlace {
  readonly path: string;
  readonly own: ArchiveAnnotations;
  readonly document: vscode.TextDocument;
  /** Of the document as it was looked at. */
  readonly text: string;
  readonly read: ArticleAnnotations;
  readonly anchored: AnchoredArticle;
  readonly codebook: Codebook;
  readonly hasCodebook: boolean;
  readonly me: string | undefined;
}

/** Reads the annotations of an article and finds their passages; `undefined` for what is no article of an archive. */
export async function annotatedArticle(
  uri: vscode.Uri,
  { annotations, archives }: Services,
): Promise<AnnotatedArticle | undefined> {
  const archive = archives.of(uri);
  const path = archive?.isArchive ? archive.articlePath(uri) : undefined;
  const own = archive && annotations.of(archive);
  if (archive === undefined || path === undefined || own === undefined) return undefined;
  const [document, read, codebook, hasCodebook, me] = await Promise.all([
    vscode.workspace.openTextDocument(uri),
    own.store.read(path),
    own.codebook(),
    own.hasCodebook(),
    annotations.creator.known(archive.folder.uri),
  ]);
  const text = document.getText();
  const isEmpty = read.annotations.length === 0;
  const anchored = isEmpty ? { article: path, anchored: [], prepared: undefined } : anchorAnnotations(read, text);
  own.setStates(
    path,
    new Map(anchored.anchored.map(({ annotation, state }): [string, AnchorState] => [annotation.id, state])),
  );
  return { archive, path, own, document, text, read, anchored, codebook, hasCodebook, me };
}
