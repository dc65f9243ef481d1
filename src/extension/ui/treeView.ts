import * as vscode from 'vscode';
import type { TreeTypes } from '../../core/tree/treeRow';
import type { DetailRow, TreeProvider, ViewRow } from './treeProvider';

/** While an archive is being read or checked its batches come faster than a person can look. */
const pauseWhileBusy = 250;

/** What is around the rows of a view. */
export interface TreeViewParts<T extends TreeTypes, D extends DetailRow> {
  readonly id: string;
  readonly provider: TreeProvider<T, D>;
  /** Reads what the view shows, when it is first seen. */
  readonly start: () => Promise<unknown>;
  /** Whether changes come so fast that they are shown together. */
  readonly isBusy: () => boolean;
  /** Whether a bar runs along the top of the view; all the time that it is busy where this is not said. */
  readonly showsProgress?: () => boolean;
  /** The line above the rows. */
  readonly message: () => string | undefined;
  /** What is beside the title. */
  readonly description: () => string;
  readonly badge?: () => vscode.ViewBadge | undefined;
  /** What else is to be kept current with the rows. */
  readonly onRefresh?: () => void;
  readonly onSelect?: (rows: readonly ViewRow<T, D>[]) => void;
  /** It is kept current also before anybody has seen it: its badge, say. */
  readonly refreshesUnseen?: true;
}

/** A tree in the side bar, refreshed together with its message, description, badge and progress bar. */
export class SideBarTree<T extends TreeTypes, D extends DetailRow = never> implements vscode.Disposable {
  readonly view: vscode.TreeView<ViewRow<T, D>>;
  readonly #parts: TreeViewParts<T, D>;
  readonly #refreshed = new vscode.EventEmitter<void>();
  readonly #listening: vscode.Disposable;
  #isStarted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #endProgress: (() => void) | undefined;

  readonly onDidRefresh = this.#refreshed.event;

  constructor(parts: TreeViewParts<T, D>) {
    const { id, provider, onSelect } = parts;
    this.#parts = parts;
    this.view = vscode.window.createTreeView<ViewRow<T, D>>(id, {
      treeDataProvider: provider,
      canSelectMany: true,
      showCollapseAll: true,
    });
    const setOpen = (row: ViewRow<T, D>, isOpen: boolean): void => {
      if (row.type === 'group' || row.type === 'leaf') provider.setOpen(row, isOpen);
    };
    this.#listening = vscode.Disposable.from(
      this.view,
      provider,
      this.#refreshed,
      this.view.onDidChangeVisibility(() => this.#start()),
      this.view.onDidChangeSelection(({ selection }) => onSelect?.(selection)),
      this.view.onDidExpandElement(({ element }) => setOpen(element, true)),
      this.view.onDidCollapseElement(({ element }) => setOpen(element, false)),
    );
    this.#start();
  }

  /** Shows what has changed, together with what else changes meanwhile. */
  refreshSoon(): void {
    const { isBusy, refreshesUnseen } = this.#parts;
    if (!this.#isStarted && !refreshesUnseen) return;
    this.#timer ??= setTimeout(() => this.#refresh(), isBusy() ? pauseWhileBusy : 0);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#endProgress?.();
    this.#listening.dispose();
  }

  /** Nothing is read before the view is first seen. */
  #start(): void {
    if (!this.view.visible) return;
    this.#isStarted = true;
    void this.#parts.start().then(() => this.refreshSoon());
  }

  #refresh(): void {
    const { provider, message, description, badge, onRefresh } = this.#parts;
    this.#timer = undefined;
    this.view.message = message() ?? '';
    this.view.description = description();
    const shown = badge?.();
    if (shown?.value !== this.view.badge?.value) this.view.badge = shown;
    this.#showProgress();
    onRefresh?.();
    provider.refresh();
    this.#refreshed.fire();
  }

  #showProgress(): void {
    const { id, isBusy, showsProgress = isBusy } = this.#parts;
    if (!showsProgress()) {
      this.#endProgress?.();
      this.#endProgress = undefined;
    } else if (this.#endProgress === undefined) {
      // VS Code calls back some time later, when all may be over already.
      const ended = new Promise<void>((resolve) => {
        this.#endProgress = resolve;
      });
      void vscode.window.withProgress({ location: { viewId: id } }, () => ended);
    }
  }
}
