import type * as vscode from 'vscode';

/**
 * What a person means by Enter: the active item. VS Code tells which that is some moments late: whoever types and
 * presses Enter at once means the first item of the list that the typing leads to.
 */
export function acceptedItem<T extends vscode.QuickPickItem>(pick: vscode.QuickPick<T>): T | undefined {
  const [active] = pick.activeItems;
  return active !== undefined && pick.items.includes(active) ? active : pick.items[0];
}
