import * as vscode from 'vscode';
import { eventually } from '../support/eventually';

/**
 * Does what opens VS Code's refactoring preview, and applies all that is ticked there. VS Code gives a preview up when it is
 * told, however late, of a change of its files, such as the test's own: then once more.
 */
export async function applyInPreview(
  change: () => Thenable<unknown>,
  isDone: () => Promise<boolean> | boolean,
): Promise<void> {
  await eventually('the change is done', async () => {
    await decide(change, 'refactorPreview.apply');
    return isDone();
  });
}

/** Does what opens VS Code's refactoring preview, and does none of it. */
export async function discardInPreview(change: () => Thenable<unknown>): Promise<void> {
  await decide(change, 'refactorPreview.discard');
}

async function decide(change: () => Thenable<unknown>, command: string): Promise<void> {
  let isOver = false;
  const changing = Promise.resolve(change()).finally(() => {
    isOver = true;
  });
  // Nothing tells when the preview is there; without one the command does nothing.
  await eventually('the preview is answered', async () => {
    if (!isOver) await vscode.commands.executeCommand(command);
    return isOver;
  });
  await changing;
}
