import type * as vscode from 'vscode';
import type { NewFile } from '../../../core/text/fix';
import { LineIndex } from '../../../core/text/lineIndex';
import type { TextEdit } from '../../../core/text/textEdit';
import { rangeIn } from '../../ui/rangeIn';
import type { Archive } from '../archives/archive';

/** One article's part of an edit: what changes in its text, and the files that the changed text points to. */
export interface ArticleEdit {
  readonly archive: Archive;
  readonly path: string;
  /** The text that the edits are of, as an editor has it. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly files?: readonly NewFile[];
}

/** Adds the edits of an article to those of others, so that all are done and undone in one step. */
export function addArticleEdit(
  edit: vscode.WorkspaceEdit,
  { archive, path, text, edits, files = [] }: ArticleEdit,
  metadata?: vscode.WorkspaceEditEntryMetadata,
): void {
  for (const file of files) {
    edit.createFile(archive.uri(file), { contents: file.bytes, ignoreIfExists: true }, metadata);
  }
  const uri = archive.uri({ path });
  const lines = new LineIndex(text);
  for (const { range, text: replacement } of edits) {
    edit.replace(uri, rangeIn(lines, range), replacement, metadata);
  }
}
