import type { AnnotationThread } from '../../../protocol/annotationMessages';
import type { AnnotationStrings } from '../../../protocol/annotationStrings';
import { filled, make } from '../../page/make';
import { icon } from '../icon';

export interface ImageActions {
  readonly annotate: (image: number, anchor: HTMLElement) => void;
  readonly open: (ids: readonly string[], anchor: HTMLElement) => void;
}

/**
 * Buttons over the images of an article, and over what stands in their place: how many annotations there are, and one to annotate
 * that a person looks at.
 */
export class ImageMarks {
  readonly root = make('div', { class: 'image-marks' });
  readonly #article: HTMLElement;
  readonly #actions: ImageActions;
  readonly #annotate: HTMLButtonElement;
  /** The images with annotations, by their buttons. */
  #marks: readonly { readonly button: HTMLElement; readonly image: number }[] = [];
  #looked: number | undefined;
  #isOn = false;

  constructor(article: HTMLElement, actions: ImageActions) {
    this.#article = article;
    this.#actions = actions;
    this.#annotate = make('button', { class: 'image-mark', attributes: { type: 'button' } }, [icon('annotation')]);
    this.#annotate.hidden = true;
    this.#annotate.addEventListener('click', () => {
      if (this.#looked !== undefined) this.#actions.annotate(this.#looked, this.#annotate);
    });
    const look = ({ target }: Event): void => this.#look(target);
    article.addEventListener('pointerover', look);
    article.addEventListener('focusin', look);
    new ResizeObserver(() => this.place()).observe(article);
  }

  show(threads: readonly AnnotationThread[], isOn: boolean, strings: AnnotationStrings): void {
    this.#isOn = isOn;
    this.#annotate.setAttribute('aria-label', strings.annotateImage);
    this.#annotate.title = strings.annotateImage;
    const byImage = new Map<number, string[]>();
    for (const { id, images } of threads) {
      for (const image of images) byImage.set(image, [...(byImage.get(image) ?? []), id]);
    }
    this.#marks = [...byImage].map(([image, ids]) => {
      const title = filled(strings.count, ids.length);
      const button = make(
        'button',
        { class: 'image-mark count', attributes: { type: 'button', 'aria-label': title, title } },
        [icon('annotation'), String(ids.length)],
      );
      button.addEventListener('click', () => this.#actions.open(ids, button));
      return { button, image };
    });
    if (!isOn) this.#annotate.hidden = true;
    else
      this.#look(
        this.#article.querySelector(
          'img[data-image]:hover, button.enlarge:focus, [data-note]:is(:hover, :focus-within)',
        ),
      );
    this.root.replaceChildren(this.#annotate, ...this.#marks.map(({ button }) => button));
    this.place();
  }

  /** Annotates the image that has the focus; whether there is one. */
  annotateFocused(): boolean {
    const { activeElement } = document;
    const image = this.#isOn ? imageOf(activeElement) : undefined;
    if (image === undefined || !(activeElement instanceof HTMLElement)) return false;
    this.#actions.annotate(image, activeElement);
    return true;
  }

  /** Puts the buttons where the images are by now. */
  place(): void {
    for (const { button, image } of this.#marks) this.#put(button, image, 'left');
    if (this.#looked !== undefined && !this.#annotate.hidden) this.#put(this.#annotate, this.#looked, 'right');
  }

  #look(target: EventTarget | null): void {
    const image = this.#isOn ? imageOf(target) : undefined;
    if (image === undefined) return;
    this.#looked = image;
    this.#annotate.hidden = false;
    this.#put(this.#annotate, image, 'right');
  }

  #put(button: HTMLElement, image: number, side: 'left' | 'right'): void {
    const shown = imagePlace(this.#article, image);
    const box = shown?.getBoundingClientRect();
    button.classList.toggle('away', box === undefined || box.width === 0);
    if (box === undefined) return;
    const origin = this.#article.getBoundingClientRect();
    const left = side === 'left' ? box.left + 6 : box.right - 34;
    button.style.setProperty('left', `${left - origin.left}px`);
    // A note is all words: the buttons stand on its edge.
    const down = shown?.matches('img') === true ? 6 : -13;
    button.style.setProperty('top', `${box.top + down - origin.top}px`);
  }
}

/** Where an image is shown, or what stands in its place. */
export function imagePlace(article: Element, image: number): Element | null {
  return article.querySelector(`img[data-image="${image}"], [data-note="${image}"]`);
}

function imageOf(target: unknown): number | undefined {
  if (!(target instanceof Element)) return undefined;
  const image = target.matches('img[data-image]') ? target : target.closest('button.enlarge')?.querySelector('img');
  const id = image?.getAttribute('data-image') ?? target.closest('[data-note]')?.getAttribute('data-note');
  return id != null && /^\d{1,9}$/.test(id) ? Number(id) : undefined;
}
