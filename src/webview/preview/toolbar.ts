import type { PreviewSettings, StandingMessage } from '../../protocol/previewMessages';
import type { PreviewStrings } from '../../protocol/previewStrings';
import { make } from '../page/make';
import { displayPanel } from './displayPanel';
import { type IconName, icon } from './icon';

export interface ToolbarActions {
  readonly go: (to: 'previous' | 'next') => void;
  readonly markRead: (isRead: boolean) => void;
  readonly change: (settings: PreviewSettings) => void;
  readonly exportArticle: () => void;
}

/** The row of buttons at the top. */
export class Toolbar {
  readonly root = make('div', { class: 'toolbar', attributes: { role: 'toolbar' } });
  readonly #actions: ToolbarActions;

  constructor(actions: ToolbarActions) {
    this.#actions = actions;
  }

  show(strings: PreviewStrings, settings: PreviewSettings, { isRead, hasPrevious, hasNext }: StandingMessage): void {
    const wasOpen = this.root.querySelector('[popover]')?.matches(':popover-open') === true;
    const focused = this.root.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-tool')
      : null;
    const panel = displayPanel(strings, settings, this.#actions.change);
    const display = this.#button('display', 'display', strings.display);
    display.popoverTargetElement = panel;
    const previous = this.#button('previous', 'previous', strings.previous, 'p', () => this.#actions.go('previous'));
    const next = this.#button('next', 'next', strings.next, 'n', () => this.#actions.go('next'));
    previous.disabled = !hasPrevious;
    next.disabled = !hasNext;
    const markLabel = isRead ? strings.markUnread : strings.markRead;
    this.root.setAttribute('aria-label', strings.toolbar);
    this.root.replaceChildren(
      previous,
      next,
      this.#button('mark', isRead ? 'read' : 'unread', markLabel, 'm', () => this.#actions.markRead(!isRead)),
      make('span', { class: 'gap' }),
      display,
      this.#button('export', 'export', strings.export, undefined, () => this.#actions.exportArticle()),
      panel,
    );
    if (wasOpen) panel.showPopover();
    if (focused != null) this.root.querySelector<HTMLElement>(`[data-tool="${focused}"]`)?.focus();
  }

  #button(name: string, drawing: IconName, label: string, key?: string, onClick?: () => void): HTMLButtonElement {
    const title = key === undefined ? label : `${label} (${key.toUpperCase()})`;
    const keys = key === undefined ? {} : { 'aria-keyshortcuts': key };
    return make(
      'button',
      {
        class: 'tool',
        attributes: { type: 'button', 'aria-label': label, title, 'data-tool': name, ...keys },
        ...(onClick === undefined ? {} : { onClick }),
      },
      [icon(drawing)],
    );
  }
}
