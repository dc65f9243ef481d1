import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually';

/** For one try of something that is tried again. */
const tryMilliseconds = 5000;

/** One row of a tree as a person sees it. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** From 1 on. */
  readonly level: number;
  /** undefined for a row that cannot be expanded. */
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
  /** Its place in the whole tree, from 0 on, also while only a part is scrolled into sight. */
  readonly index: number;
}

/** A label, or the labels from an outer row down to the one meant. */
export type RowPath = string | readonly string[];

/** A view of the side bar that shows a tree. Its container has to be open. */
export class TreeView {
  readonly #page: Page;
  readonly #pane: Locator;
  readonly title: string;

  constructor(page: Page, title: string) {
    this.#page = page;
    this.title = title;
    // A description stands between the two.
    this.#pane = page.locator(`.pane:has(> .pane-header[aria-label^="${title} "][aria-label$="Section"])`);
  }

  /** The element of the whole view, for what is not offered here. */
  get element(): Locator {
    return this.#pane;
  }

  /** Expands the view itself, as far as it is collapsed. */
  async open(): Promise<void> {
    const header = this.#pane.locator('> .pane-header');
    await eventually(`the view ${this.title} is open`, async () => {
      if ((await header.getAttribute('aria-expanded', { timeout: tryMilliseconds })) === 'true') return true;
      await header.click({ timeout: tryMilliseconds });
      return false;
    });
  }

  /** The rows scrolled into sight (about 30), from the top. */
  async rows(): Promise<readonly TreeRow[]> {
    const rows = await this.#pane.locator('.monaco-list-rows > .monaco-list-row').evaluateAll((elements) =>
      elements.map((element) => ({
        label: element.querySelector('.monaco-icon-name-container')?.textContent ?? element.textContent ?? '',
        description: element.querySelector('.label-description')?.textContent ?? '',
        level: Number(element.getAttribute('aria-level')),
        expanded: { true: true, false: false }[element.getAttribute('aria-expanded') ?? ''],
        selected: element.getAttribute('aria-selected') === 'true',
        index: Number(element.getAttribute('data-index')),
      })),
    );
    return rows.sort((a, b) => a.index - b.index);
  }

  /** All rows that are not inside a collapsed one, found by scrolling from the top to the end. */
  async allRows(): Promise<readonly TreeRow[]> {
    const all = new Map<number, TreeRow>();
    await this.#scroll((rows) => {
      for (const row of rows) all.set(row.index, row);
      return false;
    });
    return [...all.values()].sort((a, b) => a.index - b.index);
  }

  /** The rows in sight, once `wanted` holds for them. */
  async waitForRows(
    what: string,
    wanted: (rows: readonly TreeRow[]) => boolean = (rows) => rows.length > 0,
    milliseconds?: number,
  ): Promise<readonly TreeRow[]> {
    let last: readonly TreeRow[] = [];
    const look = async () => {
      last = await this.rows();
      return wanted(last) && last;
    };
    return eventually(what, look, milliseconds).catch((error: unknown) => {
      const seen = last.map((row) => `${'  '.repeat(row.level)}${row.label} | ${row.description}`).join('\n');
      throw new Error(`${String(error)}\nThe view ${this.title} shows:\n${seen || '(no rows)'}`);
    });
  }

  /** The element of a row, scrolled into sight. */
  async row(path: RowPath): Promise<Locator> {
    const name = typeof path === 'string' ? path : path.join(' > ');
    const index = await eventually(`the row ${name} in the view ${this.title}`, async () => {
      const here = find(await this.rows(), path);
      if (here !== undefined) return here;
      let found: number | undefined;
      const seen = new Map<number, TreeRow>();
      await this.#scroll((rows) => {
        for (const row of rows) seen.set(row.index, row);
        found = find(
          [...seen.values()].sort((a, b) => a.index - b.index),
          path,
        );
        return found !== undefined;
      });
      return found;
    });
    return this.#pane.locator(`.monaco-list-rows > .monaco-list-row[data-index="${index}"]`);
  }

  async click(path: RowPath, options: { readonly add?: boolean; readonly double?: boolean } = {}): Promise<void> {
    const modifiers = options.add ? (['ControlOrMeta'] as const) : [];
    // A row that is drawn anew between press and release takes no click: then it is not selected.
    await eventually(`${String(path)} takes a click`, async () => {
      await this.#clearTheWay();
      const row = await this.row(path);
      const name = row.locator('.label-name').first();
      await name.click({ modifiers: [...modifiers], clickCount: options.double ? 2 : 1, timeout: tryMilliseconds });
      return row.evaluate((element) => element.getAttribute('aria-selected') === 'true', undefined, { timeout: 1000 });
    });
  }

  async expand(path: RowPath): Promise<void> {
    await this.#turn(path, true);
  }

  async collapse(path: RowPath): Promise<void> {
    await this.#turn(path, false);
  }

  /** Opens the context menu of a row and chooses in it, or in the submenus that lead there. */
  async chooseInContextMenu(path: RowPath, item: string, submenu?: string): Promise<void> {
    // A menu closes when what it belongs to is drawn anew: then once more.
    await eventually(`${item} is chosen`, async () => {
      await this.#openContextMenu(path);
      if (submenu !== undefined) await menuItem(this.#page, submenu).click({ timeout: tryMilliseconds });
      await chooseInMenu(this.#page, item);
      return true;
    });
  }

  /** The items of a row's context menu; the menu is closed again. */
  async contextMenu(path: RowPath): Promise<readonly string[]> {
    return eventually(`the menu of ${String(path)}`, async () => {
      await this.#openContextMenu(path);
      return readMenu(this.#page);
    });
  }

  /** Clicks an action that shows on a row under the pointer. */
  async rowAction(path: RowPath, name: string): Promise<void> {
    await eventually(`${name} is clicked`, async () => {
      await this.#clearTheWay();
      const row = await this.row(path);
      await row.hover({ timeout: tryMilliseconds });
      await row.locator(`.actions .action-label[aria-label^="${name}"]`).click({ timeout: tryMilliseconds });
      return true;
    });
  }

  /** Clicks a button of the view's title; until it is done where that is told, as a title drawn anew just then takes no click. */
  async titleAction(name: string, isDone?: () => Promise<boolean>): Promise<void> {
    await eventually(`${name} is clicked`, async () => {
      if (await isDone?.()) return true;
      const own = this.#pane.locator('> .pane-header:not(.hidden)');
      const header = (await own.count()) > 0 ? own : this.#page.locator('.part.sidebar > .composite.title');
      await header.first().hover({ timeout: tryMilliseconds });
      await header.locator(`.action-label[aria-label^="${name}"]`).first().click({ timeout: tryMilliseconds });
      if (isDone) await eventually(`what ${name} does`, isDone, tryMilliseconds);
      return true;
    });
  }

  /** Shows all rows again. */
  async clearFilter(name = 'Clear Filter'): Promise<void> {
    await this.titleAction(name, async () => (await this.message()) === '');
  }

  /** Clicks a button of the view's title until its menu is open: one that is drawn anew just then takes no click. */
  async openTitleMenu(name: string): Promise<void> {
    const menu = this.#page.locator('.monaco-menu').first();
    await eventually(`the menu ${name} opens`, async () => {
      if (await menu.isVisible()) return true;
      await this.titleAction(name);
      await menu.waitFor({ timeout: 2000 });
      return true;
    });
  }

  /** Clicks a button of the view's title that opens a menu, and chooses in it. */
  async chooseInTitleMenu(name: string, item: string): Promise<void> {
    // A title that is drawn anew takes its open menu away with it.
    await eventually(`${item} is chosen`, async () => {
      await this.openTitleMenu(name);
      await chooseInMenu(this.#page, item);
      return true;
    });
  }

  /** The text of the tooltip that a row shows under the pointer. It stays open. */
  async tooltip(path: RowPath): Promise<string> {
    const hover = this.#page.locator('.monaco-hover:visible').last();
    // A row drawn anew under the pointer forgets that it was there: then point again.
    return eventually(`the tooltip of ${String(path)}`, async () => {
      await this.#page.mouse.move(0, 0);
      await this.#clearTheWay();
      await (await this.row(path)).locator('.label-name').first().hover({ timeout: tryMilliseconds });
      await hover.waitFor({ timeout: 3000 });
      const text = (await hover.allInnerTexts()).join('');
      return text.trim() === '' ? undefined : text;
    });
  }

  /** The line the view shows above its rows; empty without one. */
  async message(): Promise<string> {
    return (await this.#pane.locator('.tree-explorer-viewlet-tree-view > .message:not(.hide)').allInnerTexts()).join(
      '',
    );
  }

  /** The text of the welcome content, shown in place of rows; empty without one. */
  async welcome(): Promise<string> {
    return (await this.#pane.locator('.welcome-view-content:visible').allInnerTexts()).join('');
  }

  async #openContextMenu(path: RowPath): Promise<void> {
    await this.#clearTheWay();
    const name = (await this.row(path)).locator('.label-name').first();
    await name.click({ button: 'right', timeout: tryMilliseconds });
  }

  /** Closes what lies over the rows: a menu that an earlier try left open, and a tooltip. */
  async #clearTheWay(): Promise<void> {
    await closeMenus(this.#page);
    await this.#hideTooltip();
  }

  async #hideTooltip(): Promise<void> {
    const hover = this.#page.locator('.monaco-hover:visible');
    let tries = 0;
    await eventually('no tooltip is open', async () => {
      if ((await hover.count()) === 0) return true;
      // A pointer that is there already makes no move, and one that came before the tooltip leaves it open.
      await this.#page.mouse.move(200, 2);
      await this.#page.mouse.move(0, 0);
      // Over a menu it stays until both are closed. In a list the key would take back what is selected: so not at once.
      if (tries++ > 2) await this.#page.keyboard.press('Escape');
      await hover.first().waitFor({ state: 'hidden', timeout: 1000 });
      return false;
    });
  }

  async #turn(path: RowPath, expanded: boolean): Promise<void> {
    await eventually(`${String(path)} is ${expanded ? 'expanded' : 'collapsed'}`, async () => {
      const row = await this.row(path);
      if ((await row.getAttribute('aria-expanded')) !== String(expanded)) {
        await row.locator('.monaco-tl-twistie').click({ timeout: 2000 });
        return false;
      }
      return !expanded || this.#showsWhatIsIn(Number(await row.getAttribute('data-index')));
    });
  }

  /** What is in an expanded row comes a moment after it says that it is expanded. */
  async #showsWhatIsIn(index: number): Promise<boolean> {
    const rows = await this.rows();
    const at = rows.findIndex((row) => row.index === index);
    const [row, next] = [rows[at], rows[at + 1]];
    if (row === undefined) return false;
    return next === undefined ? this.#goesOnBelow() : next.level > row.level;
  }

  /** Whether there are rows below the last that is drawn. */
  async #goesOnBelow(): Promise<boolean> {
    return this.#pane
      .locator('.monaco-list-rows')
      .first()
      .evaluate((all) => {
        const ends = [...all.querySelectorAll<HTMLElement>('.monaco-list-row')].map(
          ({ style }) => Number.parseFloat(style.top) + Number.parseFloat(style.height),
        );
        return all.getBoundingClientRect().height > Math.max(0, ...ends);
      });
  }

  /** Shows the tree part by part from the top, until `stop` says so or it ends. */
  async #scroll(stop: (rows: readonly TreeRow[]) => boolean): Promise<void> {
    const box = await this.#pane.locator('.monaco-list').first().boundingBox();
    if (!box) return;
    await this.#page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    while ((await this.rows())[0]?.index !== 0 && (await this.#wheel(-box.height * 3)));
    while (!stop(await this.rows()) && (await this.#wheel(box.height / 2)));
  }

  /** Turns the wheel; whether other rows came into sight. */
  async #wheel(pixels: number): Promise<boolean> {
    const shown = async () => (await this.rows()).map((row) => row.index).join();
    const before = await shown();
    await this.#page.mouse.wheel(0, pixels);
    const frames = 15;
    for (let frame = 0; frame < frames; frame++) {
      await this.#page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      if ((await shown()) !== before) return true;
    }
    return false;
  }
}

/**
 * Chooses in the open menu, by key: in the first moment after it has opened a menu takes no click, and a second one may come
 * when the first was taken after all.
 */
export async function chooseInMenu(page: Page, label: string): Promise<void> {
  const item = menuItem(page, label);
  const focused = item.locator(':focus');
  try {
    await item.waitFor({ timeout: tryMilliseconds });
    await eventually(
      `${label} has the focus`,
      async () => {
        await item.hover({ timeout: 2000 });
        return (await focused.count()) > 0;
      },
      tryMilliseconds,
    );
    await focused.press('Enter', { timeout: 2000 });
    await item.waitFor({ state: 'detached', timeout: tryMilliseconds });
  } catch (error) {
    // Another menu may be open, or the tooltip of a row may lie over this one: whoever tries again finds both closed.
    await closeMenus(page);
    throw error;
  }
}

/** A menu takes every click beside it. */
export async function closeMenus(page: Page): Promise<void> {
  const menu = page.locator('.monaco-menu-container:visible, .context-view-block:visible');
  await eventually('no menu is open', async () => {
    if ((await menu.count()) === 0) return true;
    await page.keyboard.press('Escape');
    await menu.first().waitFor({ state: 'detached', timeout: 1000 });
    return false;
  });
}

function menuItem(page: Page, label: string): Locator {
  const exact = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
  return (
    page
      .locator('.monaco-menu .action-item')
      .filter({ has: page.locator('.action-label', { hasText: exact }) })
      // A submenu is a part of the entry that opens it, so that both hold the label.
      .last()
  );
}

/** The items of the open menu, which is closed. */
export async function readMenu(page: Page): Promise<readonly string[]> {
  const labels = page.locator('.monaco-menu .action-item:not(.disabled) .action-label:not(.separator)');
  await labels.first().waitFor({ timeout: tryMilliseconds });
  const texts = await labels.allInnerTexts();
  await closeMenus(page);
  return texts.map((text) => text.trim());
}

function find(rows: readonly TreeRow[], path: RowPath): number | undefined {
  const labels = typeof path === 'string' ? [path] : path;
  let inside = rows;
  let found: TreeRow | undefined;
  for (const label of labels) {
    const position = inside.findIndex((row) => row.label === label);
    found = inside[position];
    if (!found) return undefined;
    const { level } = found;
    const rest = inside.slice(position + 1);
    const end = rest.findIndex((row) => row.level <= level);
    inside = end < 0 ? rest : rest.slice(0, end);
  }
  return found?.index;
}
