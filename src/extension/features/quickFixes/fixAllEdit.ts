import * as vscode from 'vscode';
import { ArticleChecks } from '../../../core/problems/articleChecks';
import { textChanges } from '../../../core/text/textChanges';
import type { CheckedDocument } from '../../workspace/problems/checkedDocument';
import { currentCheckSettings } from '../../workspace/problems/currentCheckSettings';
import { addArticleEdit } from '../../workspace/problems/fixEdit';

export interface FixAllEdit {
  readonly edit: vscode.WorkspaceEdit;
  /** How many problems it mends. */
  readonly fixed: number;
}

/** Mends what needs no guessing, of some rules or of all, in as few edits as there can be; undefined where there is nothing. */
export function fixAllEdit(
  { archive, path, article, problems }: CheckedDocument,
  rules?: readonly string[],
): FixAllEdit | undefined {
  if (!problems.some(({ safelyFixable }) => safelyFixable)) return undefined;
  const { text, fixed, files } = new ArticleChecks(currentCheckSettings(archive.checkSettings)).fix(
    article,
    rules && { rules },
  );
  if (text === article.text) return undefined;
  const edit = new vscode.WorkspaceEdit();
  addArticleEdit(edit, { archive, path, text: article.text, edits: textChanges(article.text, text), files });
  return { edit, fixed };
}
