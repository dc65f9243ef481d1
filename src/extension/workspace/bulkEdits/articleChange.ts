import type * as vscode from 'vscode';
import type { FileStamp } from '../../../core/host/archiveFiles';
import type { PlacedEdit } from '../../../core/problems/articleFixes';
import type { NewFile } from '../../../core/text/fix';
import type { Archive } from '../archives/archive';

/** What the edits of an article are of: an open document's text at one version, or a file's at one time. */
export type TextState =
  | { readonly kind: 'document'; readonly document: vscode.TextDocument; readonly version: number }
  | { readonly kind: 'file'; readonly stamp: FileStamp };

export interface LabelledEdit extends PlacedEdit {
  /** What it is of, as the preview of all changes names it, where that is not what the whole change is of. */
  readonly label?: string;
}

/** What is to change in one article. Holds no text but what is new. */
export interface ArticleChange {
  readonly archive: Archive;
  readonly path: string;
  readonly state: TextState;
  readonly edits: readonly LabelledEdit[];
  /** Files that the changed text points to. */
  readonly files: readonly NewFile[];
  /** What is done here, as the preview of all changes tells it. */
  readonly label: string;
  /** How many things are mended. */
  readonly count: number;
}

export function uriOf({ archive, path }: Pick<ArticleChange, 'archive' | 'path'>): vscode.Uri {
  return archive.uri({ path });
}
