import * as vscode from 'vscode';

type Show = typeof vscode.window.showInformationMessage;

export const showInformation: Show = shower('showInformationMessage');
export const showWarning: Show = shower('showWarningMessage');
export const showError: Show = shower('showErrorMessage');

/**
 * Strangers' words are in what is told: VS Code makes a link of `[text](command:…)` in a notification, and a click would run
 * it. A sign without width between the brackets leaves the words as they are.
 */
function shower(kind: 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage'): Show {
  const show = (message: string, ...rest: readonly string[]): Thenable<string | undefined> =>
    vscode.window[kind](message.replaceAll('](', ']\u2060('), ...rest);
  return show as Show;
}
