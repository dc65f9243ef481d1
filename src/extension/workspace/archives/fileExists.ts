import * as vscode from 'vscode';

/** Whether there is a file. One that cannot be looked at counts as none: making it will say what is wrong. */
export async function fileExists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
