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

/** What a page that shows one of them has to be told to show the other: of a long article a head is much less than all. */
export function changeOf(one: ShownArticle, other: ShownArticle): 'none' | 'head' | 'all' {
  if (one.prepared !== other.prepared) return 'all';
  const { version: _, html, head, ...rest } = one.message;
  const { version: __, html: otherHtml, head: otherHead, ...otherRest } = other.message;
  if (html !== otherHtml || JSON.stringify(rest) !== JSON.stringify(otherRest)) return 'all';
  return JSON.stringify(head) === JSON.stringify(otherHead) ? 'none' : 'head';
}
