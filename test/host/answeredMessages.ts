import * as vscode from 'vscode';

const kinds = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;

/** Stands in for the person whom VS Code's messages ask: none of them is shown, each is answered at once. */
export class AnsweredMessages implements vscode.Disposable {
  /** The button that is pressed where a message has it, or any of several; any other message is closed. */
  answer: string | readonly string[] | undefined;
  readonly #told: string[] = [];
  readonly #own = Object.fromEntries(kinds.map((kind) => [kind, vscode.window[kind]]));

  constructor() {
    const show = async (message: string, ...rest: readonly unknown[]): Promise<unknown> => {
      this.#told.push(message);
      return rest.find((button) => [this.answer].flat().includes(button as string));
    };
    Object.assign(vscode.window, Object.fromEntries(kinds.map((kind) => [kind, show])));
  }

  /** What was told since it was asked last. */
  taken(): readonly string[] {
    return this.#told.splice(0);
  }

  dispose(): void {
    Object.assign(vscode.window, this.#own);
  }
}
