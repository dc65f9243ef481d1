import * as vscode from 'vscode';

/** A count as people write it in the language of VS Code. */
export function showNumber(number: number): string {
  return number.toLocaleString(vscode.env.language);
}
