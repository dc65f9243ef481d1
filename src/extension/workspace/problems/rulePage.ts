import * as vscode from 'vscode';
import { ruleScheme } from '../../contributions';

/** Where a rule is explained, as a page of its own: a link in a diagnostic may open a file but run no command. */
export function rulePage(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: ruleScheme, path: `/${rule}.md` });
}

/** The rule that such a page is about. */
export function ruleOfPage({ path }: vscode.Uri): string {
  return path.replace(/^\/|\.md$/g, '');
}
