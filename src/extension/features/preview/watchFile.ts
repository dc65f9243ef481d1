import * as vscode from 'vscode';

/** Tells of a file that has come, changed or gone, whether anybody has it open or not. */
export function watchFile(uri: vscode.Uri, onChange: (isThere: boolean) => void): vscode.Disposable {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  // What stands for other names in a pattern stands for itself in brackets.
  const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name.replace(/[[\]{}*?!]/g, '[$&]'));
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(() => onChange(true)),
    watcher.onDidChange(() => onChange(true)),
    watcher.onDidDelete(() => onChange(false)),
  );
}
