import { make } from '../page/make';
import { icon } from './icon';

/** Shows one image as large as the window allows; Escape or a click closes it. */
export class Zoom {
  readonly root = make('dialog', { class: 'zoom' });

  constructor() {
    this.root.addEventListener('click', () => this.root.close());
    this.root.addEventListener('close', () => this.root.replaceChildren());
  }

  open(image: HTMLImageElement, closeLabel: string): void {
    const large = make('img', { attributes: { alt: image.alt, referrerpolicy: 'no-referrer' } });
    large.src = image.currentSrc || image.src;
    const close = make('button', { class: 'tool', attributes: { type: 'button', 'aria-label': closeLabel } }, [
      icon('close'),
    ]);
    const caption = image.alt.trim() === '' ? undefined : make('figcaption', { text: image.alt });
    this.root.setAttribute('aria-label', image.alt.trim() || closeLabel);
    this.root.replaceChildren(close, make('figure', {}, [large, caption]));
    this.root.showModal();
  }
}
