import { CodeActionKind } from 'vscode';

/** What VS Code asks for when a document is saved by somebody who wants its problems fixed then. */
export const fixAllKind = CodeActionKind.SourceFixAll.append('marginalia');
