import type { ImageVerdict } from '../core/images/remote/imageVerdict';
import { remoteKnowledge } from '../core/images/remote/remoteKnowledge';
import type { ArticleKnowledge } from '../core/problems/knowledge';
import type { ListedImages } from '../core/problems/remoteImageLister';

/** An article, and what it is to know of its remote images: nothing where nothing is amiss. */
export interface LookedAt {
  readonly path: string;
  readonly knowledge: Pick<ArticleKnowledge, 'remoteImages'>;
}

interface Waiting extends ListedImages {
  missing: number;
}

/** Gives each article away as soon as all of its images have been looked at. */
export class LookedArticles {
  readonly #give: (article: LookedAt) => void;
  readonly #verdicts = new Map<string, ImageVerdict>();
  readonly #settled = new Set<string>();
  readonly #waiting = new Set<Waiting>();
  readonly #byImage = new Map<string, Waiting[]>();

  constructor(give: (article: LookedAt) => void) {
    this.#give = give;
  }

  add({ path, remoteImages }: ListedImages): void {
    const open = remoteImages.filter(({ url }) => !this.#settled.has(url));
    const article = { path, remoteImages, missing: open.length };
    this.#waiting.add(article);
    for (const { url } of open) {
      const others = this.#byImage.get(url);
      if (others === undefined) this.#byImage.set(url, [article]);
      else others.push(article);
    }
    if (article.missing === 0) this.#end(article);
  }

  take(url: string, verdict: ImageVerdict): void {
    this.#verdicts.set(url, verdict);
  }

  settle(url: string): void {
    this.#settled.add(url);
    for (const article of this.#byImage.get(url) ?? []) {
      if (--article.missing === 0) this.#end(article);
    }
    this.#byImage.delete(url);
  }

  /** Gives away the others, whose images nobody has looked at. */
  end(): void {
    for (const article of this.#waiting) this.#end(article);
  }

  #end(article: Waiting): void {
    this.#waiting.delete(article);
    const knowledge = remoteKnowledge(article.remoteImages, (url) => this.#verdicts.get(url));
    this.#give({ path: article.path, knowledge });
  }
}
