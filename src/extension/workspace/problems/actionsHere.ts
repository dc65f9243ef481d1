import * as vscode from 'vscode';
import type { Problem } from '../../../core/problems/problem';
import { LineIndex } from '../../../core/text/lineIndex';
import type { TextRange } from '../../../core/text/textRange';
import { type CommandId, commandName } from '../../contributions';
import type { Services } from '../../services';
import { rangeIn } from '../../ui/rangeIn';
import type { CheckedDocument } from './checkedDocument';
import { diagnosticOf } from './diagnosticOf';

/** Collects what the light bulb offers at one place of an open article. */
export class ActionsHere {
  readonly checked: CheckedDocument;
  readonly #lines: LineIndex;
  readonly #range: vscode.Range;
  readonly #actions: vscode.CodeAction[] = [];

  private constructor(checked: CheckedDocument, range: vscode.Range) {
    this.checked = checked;
    this.#lines = new LineIndex(checked.article.text);
    this.#range = range;
  }

  /** Undefined where the text is no article, or is another one by now. */
  static async at(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
    { problems }: Services,
  ): Promise<ActionsHere | undefined> {
    const checked = await problems.documents.checkNow(document);
    if (checked === undefined || checked.version !== document.version || token.isCancellationRequested)
      return undefined;
    return new ActionsHere(checked, range);
  }

  get all(): vscode.CodeAction[] {
    return [...this.#actions];
  }

  get problems(): readonly Problem[] {
    return this.checked.problems.filter(({ range }) => this.isHere(range));
  }

  isHere(place: TextRange): boolean {
    return rangeIn(this.#lines, place).intersection(this.#range) !== undefined;
  }

  /** `problem` is what the action is about. */
  add(action: vscode.CodeAction, problem?: Problem): void {
    if (problem !== undefined) action.diagnostics = [diagnosticOf(problem, this.#lines, this.checked.archive)];
    this.#actions.push(action);
  }

  addCommand(
    title: string,
    command: CommandId,
    args: readonly unknown[],
    problem?: Problem,
    kind = vscode.CodeActionKind.QuickFix,
  ): void {
    const action = new vscode.CodeAction(title, kind);
    action.command = { title, command: commandName(command), arguments: [...args] };
    this.add(action, problem);
  }
}
