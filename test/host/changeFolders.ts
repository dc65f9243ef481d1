import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Replaces folders of the workspace, and resolves when VS Code has done so: before, it takes no other change. */
export async function changeFolders(
  start: number,
  remove: number,
  ...added: readonly { readonly uri: vscode.Uri; readonly name: string }[]
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const listening = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      listening.dispose();
      resolve();
    });
    if (vscode.workspace.updateWorkspaceFolders(start, remove, ...added)) return;
    listening.dispose();
    reject(new assert.AssertionError({ message: 'VS Code does not take the change of folders.' }));
  });
}
