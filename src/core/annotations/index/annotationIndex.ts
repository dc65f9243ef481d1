import { Emitter } from '../../host/emitter';
import type { AnchorState } from '../anchoring/passage';
import type { Annotation } from '../model/annotation';
import { threadsOf } from '../model/threads';
import type { AnnotatedArticle, AnnotationStore, ArticleAnnotations, BrokenFile } from '../store/annotationStore';
import { type AnnotationRow, rowOf } from './annotationRow';

/** All annotations of an archive as rows, kept up to date article by article. */
export class AnnotationIndex {
  readonly #store: AnnotationStore;
  readonly #rows = new Map<AnnotatedArticle, readonly AnnotationRow[]>();
  readonly #states = new Map<AnnotatedArticle, ReadonlyMap<string, AnchorState>>();
  readonly #broken = new Map<AnnotatedArticle, readonly BrokenFile[]>();
  readonly #names = new Map<string, string>();
  readonly #versions = new Map<AnnotatedArticle, number>();
  readonly #changed = new Emitter<readonly AnnotatedArticle[]>();
  /** Tells of articles whose rows or states are other ones now. */
  readonly onDidChange = this.#changed.listen;

  constructor(store: AnnotationStore) {
    this.#store = store;
  }

  /** Reads all annotations there are. */
  async load(signal: AbortSignal): Promise<void> {
    const found = new Set<AnnotatedArticle>();
    const versions = new Map(this.#versions);
    for await (const read of this.#store.readAll()) {
      signal.throwIfAborted();
      found.add(read.article);
      // What was read by itself meanwhile is newer.
      if (versions.get(read.article) === this.#versions.get(read.article)) this.#set(read.article, read);
    }
    for (const known of [...this.#rows.keys()])
      if (!found.has(known) && !this.#versions.has(known)) this.#forget(known);
    this.#changed.fire([...found]);
  }

  /** Reads the annotations of these articles again: their files changed. */
  async update(articles: readonly AnnotatedArticle[]): Promise<void> {
    await Promise.all(articles.map((article) => this.#read(article)));
    this.#changed.fire(articles);
  }

  get rows(): Iterable<AnnotationRow> {
    return allOf(this.#rows);
  }

  get broken(): Iterable<BrokenFile> {
    return allOf(this.#broken);
  }

  get size(): number {
    let size = 0;
    for (const rows of this.#rows.values()) size += rows.length;
    return size;
  }

  rowsOf(article: AnnotatedArticle): readonly AnnotationRow[] {
    return this.#rows.get(article) ?? [];
  }

  /** What came of looking for the passages of an article; kept until the article's annotations are set anew. */
  setStates(article: AnnotatedArticle, states: ReadonlyMap<string, AnchorState>): void {
    this.#states.set(article, states);
    this.#changed.fire([article]);
  }

  /** Undefined where nobody looked yet. */
  stateOf({ article, id }: AnnotationRow): AnchorState | undefined {
    return this.#states.get(article)?.get(id);
  }

  async #read(article: AnnotatedArticle): Promise<void> {
    const version = (this.#versions.get(article) ?? 0) + 1;
    this.#versions.set(article, version);
    const read = await this.#store.read(article);
    // Somebody asked again while this was read: theirs is newer.
    if (this.#versions.get(article) === version) this.#set(article, read);
  }

  #set(article: AnnotatedArticle, { annotations, broken }: ArticleAnnotations): void {
    if (annotations.length === 0 && broken.length === 0) {
      this.#forget(article);
      return;
    }
    this.#rows.set(
      article,
      threadsOf(annotations).map(({ annotation, replies, isResolved }) =>
        rowOf(article, this.#shared(annotation), replies.length, isResolved),
      ),
    );
    if (broken.length > 0) this.#broken.set(article, broken);
    else this.#broken.delete(article);
  }

  #forget(article: AnnotatedArticle): void {
    this.#rows.delete(article);
    this.#states.delete(article);
    this.#broken.delete(article);
  }

  /** Names and labels are the same over and over: one copy of each will do. */
  #shared(annotation: Annotation): Annotation {
    return {
      ...annotation,
      creator: this.#one(annotation.creator),
      labels: annotation.labels.map((use) => ({ ...use, label: this.#one(use.label) })),
      modified: annotation.modified === annotation.created ? annotation.created : annotation.modified,
    };
  }

  #one(text: string): string {
    const known = this.#names.get(text);
    if (known === undefined) this.#names.set(text, text);
    return known ?? text;
  }
}

function* allOf<T>(lists: ReadonlyMap<unknown, readonly T[]>): Generator<T, void> {
  for (const list of lists.values()) yield* list;
}
