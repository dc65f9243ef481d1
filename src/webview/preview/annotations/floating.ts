import { make } from '../../page/make';
import { icon } from '../icon';

const gap = 8;
const margin = 12;

/** A small window of the page that stands beside what it is about and scrolls with it. */
export class Floating {
  readonly root = make('dialog', { class: 'floating' });
  #side: 'above' | 'below' = 'below';
  #opener: HTMLElement | undefined;
  #anchor: { readonly left: number; readonly top: number; readonly bottom: number } | undefined;

  /** `onClose`: a person has closed it. */
  constructor(onClose: () => void) {
    this.root.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      onClose();
    });
  }

  get isOpen(): boolean {
    return this.root.open;
  }

  /** Opens it beside a part of the window, on the wanted side where there is room, without taking the focus. */
  open(anchor: DOMRect, side: 'above' | 'below' = 'below'): void {
    this.#side = side;
    const { activeElement } = document;
    if (!this.root.open) this.#opener = activeElement instanceof HTMLElement ? activeElement : undefined;
    const { scrollX, scrollY } = window;
    this.#anchor = { left: anchor.left + scrollX, top: anchor.top + scrollY, bottom: anchor.bottom + scrollY };
    this.root.open = true;
    this.place();
  }

  /** To be called when what is in it has changed. */
  place(): void {
    if (this.#anchor === undefined || !this.root.open) return;
    const { left, top, bottom } = this.#anchor;
    const { offsetWidth: width, offsetHeight: height } = this.root;
    const right = document.documentElement.clientWidth - width - margin;
    const below = bottom + gap;
    const { scrollY, innerHeight } = window;
    const hasRoomBelow = below + height + margin <= scrollY + innerHeight;
    const hasRoomAbove = top - gap - height >= scrollY + covered();
    const isBelow = this.#side === 'below' ? hasRoomBelow || !hasRoomAbove : !hasRoomAbove;
    this.root.style.setProperty('left', `${Math.max(margin, Math.min(left, right))}px`);
    this.root.style.setProperty('top', `${isBelow ? below : top - gap - height}px`);
  }

  close(): void {
    if (!this.root.open) return;
    const hadFocus = this.root.contains(document.activeElement);
    this.root.open = false;
    this.root.replaceChildren();
    if (hadFocus && this.#opener?.isConnected) this.#opener.focus({ preventScroll: true });
    this.#opener = undefined;
  }
}

/** How much of the window's top the row of buttons covers. */
function covered(): number {
  return document.querySelector('header.top')?.getBoundingClientRect().bottom ?? 0;
}

export function floatingHead(title: string, close: string, onClose: () => void): HTMLElement {
  return make('div', { class: 'floating-head' }, [
    make('h2', { text: title }),
    make(
      'button',
      { class: 'tool', attributes: { type: 'button', 'aria-label': close, title: close }, onClick: onClose },
      [icon('close')],
    ),
  ]);
}
