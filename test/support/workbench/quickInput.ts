import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually';

/** An entry of a quick pick as a person sees it. */
export interface QuickRow {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** The box at the top of the window that asks for text or lets choose. */
export class QuickInput {
  readonly #page: Page;
  readonly #box: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#box = page.locator('.quick-input-widget:visible');
    this.#input = this.#box.locator('.quick-input-box input');
  }

  async waitUntilOpen(): Promise<void> {
    await this.#box.waitFor();
  }

  /** Does what opens it until it lists this: a click may be lost, and an editor that comes up closes it again. */
  async openBy(
    act: () => Promise<unknown>,
    wanted: (rows: readonly QuickRow[]) => boolean = (rows) => rows.length > 0,
  ): Promise<void> {
    await eventually('the quick input lists what is asked for', async () => {
      if (await this.#box.isHidden()) await act();
      await this.waitForRows('what it lists', wanted, 5000);
      return true;
    });
  }

  /** Opens it by a key, which a page inside the window may have taken for itself. */
  async open(key: string): Promise<void> {
    await eventually(`${key} opens the quick input`, async () => {
      await this.#page.keyboard.press(key);
      try {
        await this.#box.waitFor({ timeout: 3000 });
        return true;
      } catch {
        // The focus goes to the window itself.
        await this.#page.locator('.part.titlebar').click({ position: { x: 200, y: 10 }, timeout: 3000 });
        return false;
      }
    });
  }

  /** Replaces what is typed. */
  async type(text: string): Promise<void> {
    // A box that has closed meanwhile is not waited for: who opened it opens it again.
    await this.#input.fill(text, { timeout: 10_000 });
  }

  async value(): Promise<string> {
    return this.#input.inputValue();
  }

  async title(): Promise<string> {
    return (await this.#box.locator('.quick-input-title').allInnerTexts()).join('');
  }

  async placeholder(): Promise<string> {
    return (await this.#input.getAttribute('placeholder')) ?? '';
  }

  /** What it says below the box: a prompt, or why a text will not do. */
  async message(): Promise<string> {
    return (await this.#box.locator('.quick-input-message').allInnerTexts()).join('');
  }

  /** The entries in sight. */
  async rows(): Promise<readonly QuickRow[]> {
    return this.#box.locator('.quick-input-list .monaco-list-row').evaluateAll((elements) => {
      const text = (element: Element, selector: string) => element.querySelector(selector)?.textContent?.trim() ?? '';
      return elements.map((element) => ({
        label: text(element, '.quick-input-list-label .label-name, .label-name'),
        description: text(element, '.label-description'),
        detail: text(element, '.quick-input-list-label-meta'),
      }));
    });
  }

  async waitForRows(
    what: string,
    wanted: (rows: readonly QuickRow[]) => boolean,
    milliseconds?: number,
  ): Promise<readonly QuickRow[]> {
    const look = async () => {
      const rows = await this.rows();
      return wanted(rows) && rows;
    };
    return eventually(what, look, milliseconds);
  }

  /** Clicks the first entry with exactly this label. */
  async choose(label: string, milliseconds?: number): Promise<void> {
    const exact = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
    await this.#box
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: this.#page.locator('.label-name', { hasText: exact }) })
      .first()
      .click(milliseconds === undefined ? {} : { timeout: milliseconds });
  }

  async accept(milliseconds?: number): Promise<void> {
    await this.#input.press('Enter', milliseconds === undefined ? {} : { timeout: milliseconds });
  }

  /** Accepts what a dialog for files proposes, which takes no key as long as it reads the folder. */
  async acceptFile(): Promise<void> {
    await this.waitUntilOpen();
    await eventually('the dialog takes what it proposes', async () => {
      if (await this.#box.isHidden()) return true;
      await this.#input.press('Enter', { timeout: 3000 });
      await this.#box.waitFor({ state: 'hidden', timeout: 3000 });
      return true;
    });
  }

  async cancel(): Promise<void> {
    await eventually('the quick input is closed', async () => {
      if (await this.#box.isHidden()) return true;
      await this.#input.press('Escape', { timeout: 3000 });
      await this.#box.waitFor({ state: 'hidden', timeout: 3000 });
      return true;
    });
  }
}
