import type * as vscode from 'vscode';
import type { PreparedArticle } from '../../../core/preview/preparedArticle';
import type { RenderMessage } from '../../../protocol/previewMessages';
import type { ArticlePlace } from './articlePlace';
import type { LocalImages } from './localImages';

/** An article prepared for the preview, as its text was at one version of its document. */
export interface PreparedDocument {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly article: PreparedArticle;
  /** What it was prepared by, as text. */
  readonly options: string;
}

/** What a preview shows now. */
export interface ShownArticle {
  readonly place: ArticlePlace;
  readonly prepared: PreparedDocument;
  readonly images: LocalImages;
  readonly message: RenderMessage;
}
