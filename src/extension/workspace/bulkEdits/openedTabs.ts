import * as vscode from 'vscode';

/** VS Code opens a changed file that is not saved within a second, or a little later where there are many. */
const opensWithin = 5000;

/**
 * VS Code opens each changed file that is not saved at once, and leaves it open when it is. Closes the tabs that it has
 * opened so as soon as their files are saved; whatever was open before stays.
 */
export class OpenedTabs {
  readonly #before = new Set(allTabs().map(keyOf));
  readonly #opened = new Set<string>();
  #listening: vscode.Disposable | undefined;
  #isOver = false;

  /** Follows the tabs of files that have been changed. */
  follow(files: ReadonlySet<string>): void {
    const notice = (tab: vscode.Tab): void => {
      const key = keyOf(tab);
      if (key !== undefined && files.has(key) && !this.#before.has(key)) this.#opened.add(key);
    };
    for (const tab of allTabs()) notice(tab);
    this.#listening = vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      for (const tab of closed) this.#opened.delete(keyOf(tab) ?? '');
      // What is opened clean, or later, was opened by a person.
      if (!this.#isOver) for (const tab of opened) if (tab.isDirty) notice(tab);
      void this.#closeSaved();
    });
    setTimeout(() => {
      this.#isOver = true;
      void this.#closeSaved();
    }, opensWithin);
    void this.#closeSaved();
  }

  async #closeSaved(): Promise<void> {
    const saved = allTabs().filter((tab) => !tab.isDirty && this.#opened.has(keyOf(tab) ?? ''));
    if (saved.length > 0) await vscode.window.tabGroups.close(saved, true);
    if (this.#isOver && this.#opened.size === 0) this.#listening?.dispose();
  }
}

function allTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
}

function keyOf({ input }: vscode.Tab): string | undefined {
  return input instanceof vscode.TabInputText ? input.uri.toString() : undefined;
}
