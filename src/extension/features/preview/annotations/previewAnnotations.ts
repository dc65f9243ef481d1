import * as vscode from 'vscode';
import type { Codebook } from '../../../../core/annotations/codebook/codebook';
import type { AnnotationsMessage } from '../../../../protocol/annotationMessages';
import type { FromPreview } from '../../../../protocol/previewMessages';
import { readAnnotationAction } from '../../../../protocol/readAnnotationMessage';
import type { Services } from '../../../services';
import { onDidChangeSetting } from '../../../ui/contribute';
import type { ShownArticle } from '../shownArticle';
import { type AnnotatedArticle, type AnnotatedPreview, annotatedArticle } from './annotatedArticle';
import { AnnotatedImages } from './annotatedImages';
import { applyAnnotationAction } from './applyAnnotationAction';
import { labelChoices } from './labelChoices';
import { shownThreads } from './shownThreads';

/** Long enough that a run of keys is one search, short enough to seem at once. */
const pause = 150;

/** Keeps a preview current with the annotations of its article, and does what a person wants of them there. */
export class PreviewAnnotations implements vscode.Disposable {
  readonly #preview: AnnotatedPreview;
  readonly #services: Services;
  readonly #listening: vscode.Disposable;
  #sent = '';
  #sentOf = '';
  #wantsForm = false;
  #codebook: Codebook | undefined;
  /** Counts the looks at the annotations: only the last one's result is wanted. */
  #looks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(preview: AnnotatedPreview, services: Services) {
    this.#preview = preview;
    this.#services = services;
    const { annotations, archives } = services;
    this.#listening = vscode.Disposable.from(
      annotations.onDidChange(({ archive, articles, onlyStates }) => {
        const uri = preview.article;
        if (onlyStates || archives.of(uri) !== archive) return;
        void this.#follow(articles.includes(archive.articlePath(uri)));
      }),
      onDidChangeSetting('annotations.creator', () => void this.refresh()),
      annotations.onDidAskFor((id) => this.#goTo(id)),
    );
  }

  /** The page has just come up and knows nothing: it is told with its article. */
  begin(): void {
    this.#sent = '';
    this.#sentOf = '';
  }

  /** The article was shown, maybe with another text. */
  followText(): void {
    clearTimeout(this.#timer);
    const isOther = this.#sentOf !== this.#preview.article.toString();
    this.#timer = setTimeout(() => void this.refresh(), isOther ? 0 : pause);
  }

  /** Opens the form for the whole article, now or once the page knows what can be said of it. */
  annotateArticle(): void {
    this.#wantsForm = this.#sentOf !== this.#preview.article.toString();
    if (!this.#wantsForm) this.#preview.send({ kind: 'annotateArticle' });
  }

  async refresh(): Promise<void> {
    const look = ++this.#looks;
    const { article, shown } = this.#preview;
    if (shown === undefined) return;
    try {
      const found = await annotatedArticle(article, this.#services);
      if (look !== this.#looks || this.#preview.article.toString() !== article.toString()) return;
      this.#codebook = found?.codebook;
      const message = messageOf(article, found, shown);
      const text = JSON.stringify(message);
      if (text === this.#sent) return;
      this.#sent = text;
      this.#sentOf = message.article;
      this.#preview.send(message);
      if (this.#wantsForm) this.annotateArticle();
      const { expected } = this.#services.annotations;
      if (message.threads.some(({ id }) => id === expected)) this.#goTo(expected);
    } catch (error) {
      // What is shown of them stays; the next change looks again.
      this.#services.log.warn(`${article}: ${error}`);
    }
  }

  async answer({ request, action: asked }: Extract<FromPreview, { kind: 'annotation' }>): Promise<void> {
    const action = readAnnotationAction(asked);
    if (action === undefined) {
      this.#services.log.warn('What the preview asks of annotations is nothing it can ask, and was passed over.');
      this.#preview.send({ kind: 'annotated', request, isDone: false });
      return;
    }
    let isDone = false;
    try {
      isDone = await applyAnnotationAction(action, this.#preview, this.#services);
      await this.refresh();
    } finally {
      this.#preview.send({ kind: 'annotated', request, isDone });
    }
  }

  dispose(): void {
    this.#looks++;
    clearTimeout(this.#timer);
    this.#listening.dispose();
  }

  /** A page that does not know its annotations yet is told of it after them. */
  #goTo(id: string | undefined): void {
    if (id === undefined || this.#sentOf !== this.#preview.article.toString()) return;
    this.#services.annotations.expected = undefined;
    this.#preview.send({ kind: 'goToAnnotation', id });
  }

  /** Annotations have changed, or the labels of the archive may have. */
  async #follow(isConcerned: boolean): Promise<void> {
    const archive = this.#services.archives.of(this.#preview.article);
    const own = archive && this.#services.annotations.of(archive);
    if (isConcerned || (await own?.codebook()) !== this.#codebook) await this.refresh();
  }
}

function messageOf(
  uri: vscode.Uri,
  found: AnnotatedArticle | undefined,
  { prepared }: ShownArticle,
): AnnotationsMessage {
  const base = { kind: 'annotations', article: uri.toString() } as const;
  if (found === undefined) return { ...base, mayAnnotate: false, hasLabels: false, labels: [], threads: [] };
  const hasImages = found.read.annotations.some(({ target }) => target.kind === 'image');
  const images = new AnnotatedImages(found.text, hasImages ? prepared.article.images : []);
  return {
    ...base,
    mayAnnotate: true,
    hasLabels: found.hasCodebook,
    labels: labelChoices(found.codebook),
    threads: shownThreads(found, images),
  };
}
