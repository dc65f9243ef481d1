import * as vscode from 'vscode';
import { type ArticleChange, uriOf } from './articleChange';
import { withoutChangedMeanwhile } from './changedMeanwhile';
import { OpenedTabs } from './openedTabs';

/** What has become of changes. */
export interface AppliedChanges {
  readonly done: readonly ArticleChange[];
  /** Articles that were left alone because they had been edited or written meanwhile. */
  readonly skipped: number;
  /** Documents that are changed but not saved. */
  readonly unsaved: readonly vscode.TextDocument[];
}

/**
 * Does all changes in one step that can be undone; those of several articles only after a look at VS Code's preview.
 * Undefined where the person decides against it there. `more` joins what is to be done at the same time.
 */
export async function applyChanges(
  changes: readonly ArticleChange[],
  more?: (edit: vscode.WorkspaceEdit) => void,
): Promise<AppliedChanges | undefined> {
  const current = await withoutChangedMeanwhile(changes);
  const skipped = changes.length - current.length;
  if (current.length === 0) return { done: [], skipped, unsaved: [] };
  const edit = workspaceEdit(current);
  more?.(edit);
  const [first] = current;
  if (first !== undefined && current.length > 1) askForPreview(edit, first);

  const wanted = new Map(current.map((change) => [uriOf(change).toString(), change]));
  const done = new Set<ArticleChange>();
  const tabs = new OpenedTabs();
  const listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const change = contentChanges.length > 0 ? wanted.get(document.uri.toString()) : undefined;
    if (change !== undefined) done.add(change);
  });
  try {
    if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) {
      // With a preview that is what a person has chosen.
      if (current.length > 1) return undefined;
      throw new Error(vscode.l10n.t('VS Code could not change the file.'));
    }
  } finally {
    listening.dispose();
  }
  const unsaved = vscode.workspace.textDocuments.filter(
    (document) => document.isDirty && wanted.has(document.uri.toString()),
  );
  tabs.follow(new Set(edit.entries().map(([uri]) => uri.toString())));
  return { done: [...done], skipped, unsaved };
}

function workspaceEdit(changes: readonly ArticleChange[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  // All files before all texts: VS Code does what is of one kind in one go.
  // One that two articles point to is made once: VS Code looks whether it is there before it makes any.
  const made = new Set<string>();
  for (const change of changes) {
    for (const file of change.files) {
      const uri = change.archive.uri(file);
      if (made.has(uri.toString())) continue;
      made.add(uri.toString());
      const metadata = { label: change.label, needsConfirmation: false };
      edit.createFile(uri, { contents: file.bytes, ignoreIfExists: true }, metadata);
    }
  }
  for (const change of changes) {
    const uri = uriOf(change);
    for (const { start, end, text, label } of change.edits) {
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      edit.replace(uri, range, text, { label: label ?? change.label, needsConfirmation: false });
    }
  }
  return edit;
}

/**
 * VS Code shows its preview where any part needs confirmation, and that part then comes unticked: so it is one that does
 * nothing, and is not even listed, as the file is there.
 */
function askForPreview(edit: vscode.WorkspaceEdit, existing: ArticleChange): void {
  edit.createFile(uriOf(existing), { ignoreIfExists: true }, { label: existing.label, needsConfirmation: true });
}
