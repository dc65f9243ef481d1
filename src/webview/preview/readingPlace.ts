import type { LayingOut } from './layingOut';
import type { ScrollSync } from './scrollSync';
import type { Outside } from './vsCodeApi';

/** Tells where a person reads, keeps it for the next time, and notices the end. */
export class ReadingPlace {
  readonly #scroll: ScrollSync;
  readonly #layingOut: LayingOut;
  readonly #end: Element;
  readonly #outside: Outside;
  #article: string | undefined;
  #version = 0;
  #endReached: string | undefined;
  #isPending = false;
  #isMoved = false;

  /** `end`: what stands below the text. */
  constructor(scroll: ScrollSync, layingOut: LayingOut, end: Element, outside: Outside) {
    this.#scroll = scroll;
    this.#layingOut = layingOut;
    this.#end = end;
    this.#outside = outside;
  }

  /** Whether a person has scrolled in this page: then what was kept from before is out of date. */
  get isMoved(): boolean {
    return this.#isMoved;
  }

  listen(): void {
    window.addEventListener(
      'scroll',
      () => {
        if (this.#isPending) return;
        this.#isPending = true;
        requestAnimationFrame(() => {
          this.#isPending = false;
          this.tell();
        });
      },
      { passive: true },
    );
    new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#atEnd();
    }).observe(this.#end);
  }

  /** Another render: the places are those of its version. */
  set(article: string, version: number): void {
    const isOther = this.#article !== article;
    this.#article = article;
    this.#version = version;
    if (isOther) {
      this.#endReached = undefined;
      this.#outside.keep({ article, offset: this.#scroll.offsetAtTop() });
    }
    this.noticeEnd();
  }

  /** Notices the end where all of the article is in sight. */
  noticeEnd(): void {
    const { top } = this.#end.getBoundingClientRect();
    if (top < window.innerHeight) this.#atEnd();
  }

  tell(): void {
    if (this.#article === undefined) return;
    const offset = this.#scroll.offsetAtTop();
    this.#outside.keep({ article: this.#article, offset });
    if (this.#scroll.isOwn) return;
    this.#isMoved = true;
    this.#outside.send({ kind: 'didScroll', version: this.#version, offset });
  }

  #atEnd(): void {
    // What stands below the text now may be above the rest of it soon.
    if (this.#layingOut.isOn || this.#article === undefined || this.#endReached === this.#article) return;
    this.#endReached = this.#article;
    this.#outside.send({ kind: 'didReachEnd', version: this.#version });
  }
}
