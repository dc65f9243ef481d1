import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from '../eventually';
import { pictureFile } from '../evidence/resultsFolder';
import { ownWitnesses } from '../evidence/witnesses';
import type { Settings } from '../hosts/quietSettings';
import { QuickInput } from './quickInput';
import { chooseInMenu, closeMenus, type RowPath, TreeView } from './treeView';

/** What a workbench needs from whoever opened it. */
export interface WorkbenchOwner {
  readonly folder: string;
  /** Makes the files of the folder what they were when it was opened. */
  restoreFiles(): Promise<void>;
  changeSettings(settings: Settings): Promise<void>;
  close(): Promise<void>;
}

/** A part of the window, in its pixels from the top left. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Theme = 'light' | 'dark' | 'high contrast';

/** What VS Code calls them, in its settings and in its page. */
export const themes: Readonly<Record<Theme, { readonly name: string; readonly className: string }>> = {
  light: { name: 'Default Light Modern', className: 'vs' },
  dark: { name: 'Default Dark Modern', className: 'vs-dark' },
  'high contrast': { name: 'Default High Contrast', className: 'hc-black' },
};

/** The workbench of a real VS Code in a real browser, with the words of the person who uses it. */
export class Workbench {
  readonly page: Page;
  readonly quickInput: QuickInput;
  readonly #owner: WorkbenchOwner;

  constructor(page: Page, owner: WorkbenchOwner) {
    this.page = page;
    this.quickInput = new QuickInput(page);
    this.#owner = owner;
  }

  /** The opened folder: a copy that tests may write to. */
  get folder(): string {
    return this.#owner.folder;
  }

  async waitUntilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench .activitybar .action-item').first().waitFor();
    await this.page.locator('.statusbar-item').first().waitFor();
  }

  /** Runs a command through the palette: its title, with the category or without. */
  async runCommand(title: string): Promise<void> {
    await eventually(`the command ${title} in the palette`, async () => {
      await this.quickInput.open('F1');
      await this.quickInput.type(`>${title}`);
      const label = await eventually(
        title,
        async () => {
          const rows = await this.quickInput.rows();
          return rows.find((row) => row.label === title || row.label.endsWith(`: ${title}`))?.label;
        },
        3000,
      ).catch(async () => {
        // The list does not grow while it is open, and commands come with their extensions.
        await this.quickInput.cancel();
        return undefined;
      });
      if (label === undefined) return false;
      await this.quickInput.choose(label, 15_000);
      return true;
    });
  }

  /** Opens a container of the activity bar by its title. */
  async openContainer(title: string): Promise<void> {
    const item = this.page.locator('.activitybar .action-item', {
      has: this.page.locator(`a.action-label[aria-label^="${title}"]`),
    });
    await item.first().waitFor();
    await eventually(`the container ${title} is open`, async () => {
      if ((await item.first().getAttribute('class'))?.includes('checked')) return true;
      await item.first().click({ timeout: 5000 });
      return false;
    });
  }

  /** The number on a container's icon; empty without one. */
  async badge(container: string): Promise<string> {
    const item = this.page.locator('.activitybar .action-item', {
      has: this.page.locator(`a.action-label[aria-label^="${container}"]`),
    });
    return (await item.locator('.badge:visible .badge-content').allInnerTexts()).join('');
  }

  /** A tree view by its title. */
  view(title: string): TreeView {
    return new TreeView(this.page, title);
  }

  /** Opens a file by its path below the folder. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await eventually(`${path} opens`, async () => {
      await this.quickInput.open('ControlOrMeta+p');
      await this.quickInput.type(path);
      // A file that has just come is not among those of a list that is open: then it is opened again.
      await this.quickInput.waitForRows(`${name} comes first`, (rows) => rows[0]?.label === name, 5000);
      await this.quickInput.accept(5000);
      // A list that has just changed may take it for what it showed before: then once more.
      await this.waitForTab(name, 3000);
      return true;
    });
    // Its tab comes before its text, and until that is there commands find no active editor.
    const texts = this.page.locator('.editor-group-container.active .monaco-editor[data-uri]');
    await eventually(`${path} is shown`, async () => {
      const uris = await texts.evaluateAll((all) =>
        all.map((it) => decodeURIComponent(it.getAttribute('data-uri') ?? '')),
      );
      if (uris.length > 0) return uris.some((uri) => uri.endsWith(name));
      return (await this.page.locator('iframe.webview:visible').count()) > 0;
    });
  }

  /** The open tabs, by their labels. */
  async tabs(): Promise<readonly { readonly label: string; readonly active: boolean; readonly preview: boolean }[]> {
    return this.page.locator('.editor-group-container .tabs-container .tab').evaluateAll((tabs) =>
      tabs.map((tab) => ({
        label: ['name', 'suffix']
          .map((part) => tab.querySelector(`.monaco-icon-${part}-container`)?.textContent ?? '')
          .join(''),
        active: tab.classList.contains('active'),
        preview: tab.querySelector('.tab-label .italic, .italic') !== null,
      })),
    );
  }

  async waitForTab(label: string, milliseconds?: number): Promise<void> {
    const active = async () => (await this.tabs()).some((tab) => tab.active && tab.label === label);
    await eventually(`the tab ${label} is active`, active, milliseconds);
  }

  /** Clicks a row until its file is open: one that is drawn anew just then is selected and opens nothing. */
  async openRow(view: TreeView, path: RowPath, label: string): Promise<void> {
    await eventually(`${String(path)} opens ${label}`, async () => {
      await view.click(path);
      await this.waitForTab(label, 5000);
      return true;
    });
  }

  /** The lines in sight of the text editor that is active, joined by line feeds. */
  async editorText(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .editor-instance .view-lines').first();
    await lines.waitFor();
    return lines.evaluate((element) =>
      [...element.querySelectorAll<HTMLElement>('.view-line')]
        .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
        .map((line) => (line.textContent ?? '').replace(/\u00a0/g, ' '))
        .join('\n'),
    );
  }

  /** Types at the cursor of the active editor; `atEnd` goes to the end of the document first. */
  async typeInEditor(text: string, options: { readonly atEnd?: boolean } = {}): Promise<void> {
    await this.page.locator('.editor-group-container.active .editor-instance .view-lines').first().click();
    await this.page.keyboard.press(options.atEnd ? 'ControlOrMeta+End' : 'ControlOrMeta+Home');
    await this.page.keyboard.insertText(text);
  }

  /** Closes all editors, whatever was typed in them and not saved: what the next test finds is an empty window. */
  async closeEditors(): Promise<void> {
    // What a failed test showed is kept before it is gone.
    await ownWitnesses.explain();
    await closeMenus(this.page);
    await this.page.keyboard.press('Escape');
    await eventually('no editor is open', async () => {
      if ((await this.tabs()).length === 0) return true;
      await this.runCommand('View: Close All Editors');
      const discard = this.page.locator('.monaco-dialog-box .monaco-button', { hasText: /^Don.t Save$/ });
      if ((await discard.count()) > 0) await discard.click({ timeout: 5000 });
      return (await this.tabs()).length === 0;
    });
  }

  /** Leaves an empty window and the files as they were opened, for the next test: much cheaper than another window. */
  async restore(): Promise<void> {
    await this.closeEditors();
    await this.#owner.restoreFiles();
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s');
  }

  /** The document of the webview in sight. */
  webview(): FrameLocator {
    return this.page.locator('iframe.webview:visible').first().contentFrame().frameLocator('iframe#active-frame');
  }

  /** Chooses in the menu that is open. */
  async chooseInMenu(label: string): Promise<void> {
    await chooseInMenu(this.page, label);
  }

  /** What notifications say. Under the test driver VS Code shows none by itself, so they are read in its list of them. */
  async notifications(): Promise<readonly string[]> {
    const list = await this.#showNotifications(true);
    const messages = await list.locator('.notification-list-item-message').allInnerTexts();
    await this.#showNotifications(false);
    return messages;
  }

  async waitForNotification(text: string | RegExp): Promise<string> {
    return eventually(`a notification ${String(text)}`, async () =>
      (await this.notifications()).find((one) => (typeof text === 'string' ? one.includes(text) : text.test(one))),
    );
  }

  /** Presses a button of a notification. */
  async pressInNotification(button: string): Promise<void> {
    await eventually(`${button} is pressed`, async () => {
      const list = await this.#showNotifications(true);
      await list.locator('.monaco-button', { hasText: button }).first().click({ timeout: 5000 });
      return true;
    });
  }

  async #showNotifications(wanted: boolean): Promise<Locator> {
    const list = this.page.locator('.notifications-center.visible');
    await eventually(`the list of notifications ${wanted ? 'opens' : 'closes'}`, async () => {
      if ((await list.count()) > 0 === wanted) return true;
      await this.page.locator('.statusbar-item[id="status.notifications"]').click({ timeout: 2000 });
      return false;
    });
    return list;
  }

  async statusBar(): Promise<readonly string[]> {
    return this.page.locator('.statusbar-item:visible').allInnerTexts();
  }

  async clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /**
   * Sets these over the settings it was opened with, in place of what an earlier call has set. VS Code reads them a moment
   * later: wait for what they change. Settings of the whole application cannot be changed so.
   */
  async changeSettings(settings: Settings): Promise<void> {
    await this.#owner.changeSettings(settings);
  }

  /** Another theme, over the one it was opened with. */
  async changeTheme(theme: Theme): Promise<void> {
    await this.changeSettings({ 'workbench.colorTheme': themes[theme].name });
    await this.page.locator(`.monaco-workbench.${themes[theme].className}`).waitFor();
  }

  /** Keeps a picture to be looked at, of the whole window or of a part, and returns its path. */
  async screenshot(name: string, clip?: Clip): Promise<string> {
    const path = pictureFile(name);
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide', ...(clip ? { clip } : {}) });
    return path;
  }

  async close(): Promise<void> {
    await this.#owner.close();
  }
}
