import type { ImageReason, ShownImage } from '../../protocol/previewMessages';
import type { PreviewStrings } from '../../protocol/previewStrings';
import { filled, make } from '../page/make';
import { icon } from './icon';

type ReasonString = `image${Capitalize<ImageReason>}`;

const mostSizes = 2000;

/** Fills the places of images: with the image, or with why there is none. */
export class ArticleImages {
  #images: ReadonlyMap<number, ShownImage> = new Map();
  /** Addresses that were asked for and did not come. */
  readonly #failed = new Set<string>();
  /** What was learnt of sizes, so that boxes are reserved the next time. */
  readonly #sizes = new Map<string, { readonly width: number; readonly height: number }>();

  set(images: readonly ShownImage[]): void {
    this.#images = new Map(images.map((image) => [image.id, image]));
  }

  get(id: number): ShownImage | undefined {
    return this.#images.get(id);
  }

  /** Whether the body shows the same image. */
  isRepeated(id: number, html: string): boolean {
    const src = this.#images.get(id)?.src;
    return (
      src !== undefined &&
      [...this.#images.values()].some(
        (other) => other.id !== id && other.src === src && html.includes(`data-mg-image="${other.id}"`),
      )
    );
  }

  /** What stands for an image: itself, in a button that enlarges it, or a note. */
  shown(id: number, image: HTMLImageElement, isInControl: boolean, strings: PreviewStrings): HTMLElement {
    const found = this.#images.get(id);
    const alt = image.alt.trim();
    const { src } = found ?? {};
    if (src === undefined) return this.note(id, alt, found?.reason ?? 'empty', isInControl, strings);
    if (this.#failed.has(src)) return this.note(id, alt, 'failed', isInControl, strings);
    this.#load(image, src);
    image.setAttribute('data-image', String(id));
    if (isInControl) return image;
    const label = alt === '' ? strings.enlarge : filled(strings.enlargeNamed, alt);
    return make('button', { class: 'enlarge', attributes: { type: 'button', 'aria-label': label } }, [image]);
  }

  note(id: number, alt: string, reason: ImageReason, isInControl: boolean, strings: PreviewStrings): HTMLElement {
    const name: ReasonString = `image${(reason.charAt(0).toUpperCase() + reason.slice(1)) as Capitalize<ImageReason>}`;
    const said = [
      alt === '' ? undefined : make('span', { class: 'note-alt', text: alt }),
      make('span', { class: 'note-reason', text: strings[name] }),
    ];
    const words =
      reason === 'remoteAsk' && !isInControl
        ? make('button', { class: 'link-button note-words', attributes: loadRemote(strings) }, said)
        : make('span', { class: 'note-words' }, said);
    const open = make('button', {
      class: 'link-button',
      text: strings.openProblem,
      attributes: { type: 'button', 'data-open-image': String(id) },
    });
    return make('span', { class: 'note', attributes: { 'data-note': String(id) } }, [
      icon('image'),
      words,
      // What waits for permission is no problem of the article.
      isInControl || reason.startsWith('remote') ? undefined : open,
    ]);
  }

  /** Remembers how large an image is, now that it has come. */
  didLoad(image: HTMLImageElement): void {
    const { naturalWidth: width, naturalHeight: height } = image;
    const src = image.getAttribute('src');
    if (src === null || width === 0 || height === 0 || src.startsWith('data:')) return;
    if (this.#sizes.size >= mostSizes) this.#sizes.clear();
    this.#sizes.set(src, { width, height });
    this.#reserve(image, src);
  }

  didFail(image: HTMLImageElement): void {
    const src = image.getAttribute('src');
    if (src !== null) this.#failed.add(src);
  }

  #load(image: HTMLImageElement, src: string): void {
    this.#reserve(image, src);
    image.setAttribute('referrerpolicy', 'no-referrer');
    image.setAttribute('decoding', 'async');
    image.setAttribute('loading', 'lazy');
    image.setAttribute('src', src);
  }

  #reserve(image: HTMLImageElement, src: string): void {
    const isSized = image.hasAttribute('width') && image.hasAttribute('height');
    const size = this.#sizes.get(src);
    if (!isSized && size !== undefined) {
      image.setAttribute('width', String(size.width));
      image.setAttribute('height', String(size.height));
    }
    image.classList.toggle('unsized', !isSized && size === undefined && !src.startsWith('data:'));
    if (image.className === '') image.removeAttribute('class');
  }
}

function loadRemote({ loadRemote: title }: PreviewStrings): Readonly<Record<string, string>> {
  return { type: 'button', title, 'data-load-remote': '' };
}
