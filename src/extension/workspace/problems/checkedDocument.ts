import type * as vscode from 'vscode';
import type { CheckedArticle } from '../../../core/problems/checkedArticle';
import type { Problem } from '../../../core/problems/problem';
import type { Archive } from '../archives/archive';

/** An open article with its problems, as its text was at one version. */
export interface CheckedDocument {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly archive: Archive;
  readonly path: string;
  readonly article: CheckedArticle;
  readonly problems: readonly Problem[];
}
