import * as vscode from 'vscode';
import type { ToPreview } from '../../../../protocol/previewMessages';
import type { Services } from '../../../services';
import { type AnchoredDocument, anchorDocument, articleAt } from '../../../workspace/annotations/anchoredDocument';
import type { ShownArticle } from '../shownArticle';

/** The preview as far as its annotations need it. */
export interface AnnotatedPreview {
  readonly article: vscode.Uri;
  readonly shown: ShownArticle | undefined;
  readonly column: vscode.ViewColumn | undefined;
  readonly send: (message: ToPreview) => void;
}

/** An article that a preview shows with its annotations, whether an editor shows it too or not. */
export interface AnnotatedArticle extends AnchoredDocument {
  readonly hasCodebook: boolean;
}

/** Reads the annotations of an article and finds their passages; `undefined` for what is no article of an archive. */
export async function annotatedArticle(
  uri: vscode.Uri,
  { annotations, archives }: Services,
): Promise<AnnotatedArticle | undefined> {
  const place = articleAt(uri, archives, annotations);
  if (place === undefined) return undefined;
  const document = await vscode.workspace.openTextDocument(uri);
  const [hasCodebook, found] = await Promise.all([
    place.own.hasCodebook(),
    anchorDocument(document, place, annotations),
  ]);
  return { ...found, hasCodebook };
}
