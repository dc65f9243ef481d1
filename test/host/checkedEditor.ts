import * as vscode from 'vscode';
import { eventually } from '../support/eventually';

/** The problems that Marginalia shows in a document. */
export function diagnosticsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Marginalia');
}

/** Their rules, in their order. */
export function rulesIn(uri: vscode.Uri): readonly string[] {
  return diagnosticsOf(uri).map(ruleOf);
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** Waits for the one problem of a rule. */
export async function diagnosticFor(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`${rule} in ${uri.path}`, () =>
    diagnosticsOf(uri).find((diagnostic) => ruleOf(diagnostic) === rule),
  );
}

export async function withoutRule(uri: vscode.Uri, rule: string): Promise<void> {
  await eventually(`no ${rule} in ${uri.path}`, () => !rulesIn(uri).includes(rule));
}

/** The place of a text that stands once in a document. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start === -1) throw new Error(`There is no ${text}.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

export async function replaceText(editor: vscode.TextEditor, text: string, replacement: string): Promise<void> {
  const place = placeOf(editor.document, text);
  if (!(await editor.edit((edit) => edit.replace(place, replacement)))) throw new Error('The edit was refused.');
}

/** What VS Code offers at a place, each with its edit. */
export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind = vscode.CodeActionKind.QuickFix.value,
): Promise<readonly vscode.CodeAction[]> {
  const most = 20;
  const command = 'vscode.executeCodeActionProvider';
  return vscode.commands.executeCommand<readonly vscode.CodeAction[]>(command, uri, range, kind, most);
}

/** Actions where there are some: the first request in a window that has just opened may be answered before all is set up. */
export async function offeredAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: string,
): Promise<readonly vscode.CodeAction[]> {
  return eventually('actions are offered', async () => {
    const actions = await actionsAt(uri, range, kind);
    return actions.length > 0 && actions;
  });
}

export async function actionNamed(uri: vscode.Uri, range: vscode.Range, title: string): Promise<vscode.CodeAction> {
  const actions = await offeredAt(uri, range);
  const action = actions.find((one) => one.title === title);
  if (action === undefined)
    throw new Error(`There is no “${title}” among ${actions.map((one) => one.title).join(' | ')}`);
  return action;
}

/** Does what an action does, as VS Code would. */
export async function perform({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit !== undefined && !(await vscode.workspace.applyEdit(edit))) throw new Error('The edit was refused.');
  if (command !== undefined) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}
