import type { LinkTarget, RenderMessage } from '../../protocol/previewMessages';
import type { PreviewStrings } from '../../protocol/previewStrings';
import { filled, make } from '../page/make';
import type { ArticleImages } from './articleImages';
import { icon } from './icon';
import type { LayingOut } from './layingOut';
import { patchChildren } from './patch';
import { count, type Places } from './places';
import { setSafeStyle } from './safeStyle';
import { namePrefix, sanitise } from './sanitise';

/** What is inside of one of these is part of a control already. */
const controls = 'a, button, summary';

/** Says what stands in the place of an image. */
export type BodyImages = Pick<ArticleImages, 'shown'>;

/** The body of the article in the page. */
export class ArticleBody {
  readonly root = make('div', { class: 'body' });
  readonly #places: Places;
  readonly #images: BodyImages;
  readonly #layingOut: LayingOut;
  readonly #links = new WeakMap<Element, LinkTarget>();

  constructor(places: Places, images: BodyImages, layingOut: LayingOut) {
    this.#places = places;
    this.#images = images;
    this.#layingOut = layingOut;
  }

  /** `isOther`: nothing of what is in the page now is expected to stay. */
  show({ html, links, language }: RenderMessage, strings: PreviewStrings, isOther: boolean): void {
    const next = sanitise(html);
    for (const element of next.querySelectorAll('*')) this.#places.take(element);
    for (const element of next.querySelectorAll<HTMLElement>('[data-mg-css]')) {
      setSafeStyle(element, element.getAttribute('data-mg-css') ?? '');
      element.removeAttribute('data-mg-css');
    }
    this.#nameImages(next, strings);
    this.#nameLinks(next, links);
    for (const element of next.querySelectorAll('[data-mg-embed]')) this.#fillEmbed(element, strings);
    for (const table of next.querySelectorAll('table')) this.#wrapTable(table, strings);
    for (const pre of next.querySelectorAll('pre')) pre.tabIndex = 0;
    if (language === undefined) this.root.removeAttribute('lang');
    else this.root.lang = language;
    this.#layingOut.finish();
    if (isOther) {
      this.root.replaceChildren();
      this.#layingOut.begin(next);
    }
    patchChildren(this.root, next, (live, kept) => {
      this.#places.copy(kept, live);
      const target = this.#links.get(kept);
      if (target === undefined) this.#links.delete(live);
      else this.#links.set(live, target);
    });
  }

  /** Where a link of the article leads. */
  targetOf(link: Element): LinkTarget | undefined {
    return this.#links.get(link);
  }

  /** The element that an anchor of the article names. */
  anchor(fragment: string): Element | undefined {
    for (const name of new Set([fragment, decoded(fragment)])) {
      if (name === '') continue;
      const value = CSS.escape(namePrefix + name);
      const found = this.root.querySelector(`#${value}, a[name="${value}"]`);
      if (found !== null) return found;
    }
    return undefined;
  }

  #nameImages(next: DocumentFragment, strings: PreviewStrings): void {
    for (const image of next.querySelectorAll('img')) {
      const id = count(image.getAttribute('data-mg-image'));
      image.removeAttribute('data-mg-image');
      if (id === undefined) {
        image.remove();
        continue;
      }
      if (!image.hasAttribute('alt')) image.alt = '';
      const before = document.createComment('');
      image.replaceWith(before);
      const shown = this.#images.shown(id, image, before.parentElement?.closest(controls) != null, strings);
      if (shown !== image) this.#places.copy(image, shown);
      before.replaceWith(shown);
    }
  }

  #nameLinks(next: DocumentFragment, links: readonly LinkTarget[]): void {
    for (const link of next.querySelectorAll('a')) {
      const index = count(link.getAttribute('data-mg-link'));
      link.removeAttribute('data-mg-link');
      const target = index === undefined ? undefined : links[index];
      if (target !== undefined) this.#links.set(link, target);
      if (target?.kind === 'local' && !link.title) link.title = target.candidates[0] ?? '';
    }
  }

  #fillEmbed(element: Element, strings: PreviewStrings): void {
    const kind = element.getAttribute('data-mg-embed');
    const address = element.getAttribute('data-mg-address');
    element.removeAttribute('data-mg-embed');
    element.removeAttribute('data-mg-address');
    const words = { frame: strings.embedFrame, plugin: strings.embedPlugin, media: strings.embedMedia };
    if (kind !== 'frame' && kind !== 'plugin' && kind !== 'media') return;
    element.className = 'note';
    element.replaceChildren(
      icon('frame'),
      make('span', { class: 'note-words' }, [make('span', { class: 'note-reason', text: words[kind] })]),
    );
    const host = address === null ? undefined : hostOf(address);
    if (address === null || host === undefined || element.closest(controls) !== null) return;
    const link = make('a', { text: filled(strings.openOutside, host), attributes: { href: address } });
    this.#links.set(link, { kind: 'web', url: address });
    element.append(link);
  }

  /** A wide table scrolls by itself, with the keyboard too. */
  #wrapTable(table: HTMLTableElement, strings: PreviewStrings): void {
    if (table.parentElement?.closest('table') != null) return;
    const wrap = make('div', {
      class: 'table',
      attributes: { role: 'region', tabindex: '0', 'aria-label': table.caption?.textContent?.trim() || strings.table },
    });
    table.replaceWith(wrap);
    wrap.append(table);
  }
}

function hostOf(address: string): string | undefined {
  try {
    const { protocol, host } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? host : undefined;
  } catch {
    // No address that could be opened.
    return undefined;
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A lone percent sign stands for itself.
    return fragment;
  }
}
