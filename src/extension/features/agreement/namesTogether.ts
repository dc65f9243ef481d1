import * as vscode from 'vscode';

/** Names as people list them in the language of VS Code. */
export function namesTogether(names: readonly string[]): string {
  return new Intl.ListFormat(vscode.env.language, { type: 'conjunction' }).format(names);
}
