import type { AnnotationDraft } from '../../../protocol/annotationMessages';

const mostKept = 20;

/** What is being written on articles: one draft for each, also when another article is shown or the page is made anew. */
export class Drafts {
  readonly #keep: (drafts: readonly AnnotationDraft[]) => void;
  #drafts: readonly AnnotationDraft[];

  constructor(kept: readonly AnnotationDraft[], keep: (drafts: readonly AnnotationDraft[]) => void) {
    this.#drafts = kept;
    this.#keep = keep;
  }

  of(article: string): AnnotationDraft | undefined {
    return this.#drafts.find((draft) => draft.article === article);
  }

  set(article: string, draft: Omit<AnnotationDraft, 'article'> | undefined): void {
    const others = this.#drafts.filter((other) => other.article !== article);
    if (draft === undefined && others.length === this.#drafts.length) return;
    this.#drafts = draft === undefined ? others : [{ article, ...draft }, ...others].slice(0, mostKept);
    this.#keep(this.#drafts);
  }
}
