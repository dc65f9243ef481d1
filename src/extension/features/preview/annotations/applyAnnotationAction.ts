import * as vscode from 'vscode';
import { describePassage } from '../../../../core/annotations/anchoring/describePassage';
import type { Passage } from '../../../../core/annotations/anchoring/passage';
import type { PreparedText } from '../../../../core/annotations/anchoring/preparedText';
import { type LabelScope, labelScopes } from '../../../../core/annotations/codebook/codebook';
import type { Annotation, AnnotationTarget } from '../../../../core/annotations/model/annotation';
import { type AnnotationThread, threadsOf } from '../../../../core/annotations/model/threads';
import { reattach } from '../../../../core/annotations/model/writeAnnotation';
import type { TextRange } from '../../../../core/text/textRange';
import type { AnnotationAction, GivenLabel } from '../../../../protocol/annotationMessages';
import type { SeenPassage } from '../../../../protocol/seenPassage';
import type { Services } from '../../../services';
import { showInformation } from '../../../ui/notify';
import { setUpLabels } from '../../../workspace/annotations/setUpLabels';
import { revealInEditor } from '../revealInEditor';
import { type AnnotatedArticle, type AnnotatedPreview, annotatedArticle } from './annotatedArticle';
import { AnnotatedImages } from './annotatedImages';
import { acceptedLabels } from './labelChoices';
import { SeenArticle } from './seenArticle';

interface Content {
  readonly labels: readonly GivenLabel[];
  readonly note: string;
}

/** Does what a person wants of annotations in a preview; whether it was done. */
export async function applyAnnotationAction(
  action: AnnotationAction,
  preview: AnnotatedPreview,
  services: Services,
): Promise<boolean> {
  const article = await annotatedArticle(preview.article, services);
  if (article === undefined) {
    void showInformation(vscode.l10n.t('Only articles of an archive can be annotated.'));
    return false;
  }
  const edits = new PreviewEdits(article, preview, services);
  switch (action.kind) {
    case 'addToPassage':
      return edits.addToPassage(action.place, action);
    case 'addToArticle':
      return edits.add({ kind: 'article' }, action);
    case 'addToImage':
      return edits.addToImage(action.version, action.image, action);
    case 'undoDelete':
      return services.annotations.edits.undoRemove(action.id);
    case 'setUpLabels':
      return setUpLabels(article.own);
    default: {
      const found = edits.find(action.id);
      return found === undefined ? edits.sayGone() : edits.change(action, found);
    }
  }
}

type Change = Exclude<Extract<AnnotationAction, { readonly id: string }>, { readonly kind: 'undoDelete' }>;

interface FoundAnnotation {
  readonly annotation: Annotation;
  readonly thread: AnnotationThread;
}

class PreviewEdits {
  readonly #article: AnnotatedArticle;
  readonly #preview: AnnotatedPreview;
  readonly #services: Services;

  constructor(article: AnnotatedArticle, preview: AnnotatedPreview, services: Services) {
    this.#article = article;
    this.#preview = preview;
    this.#services = services;
  }

  async add(target: AnnotationTarget, content: Content, prepared?: PreparedText): Promise<boolean> {
    const { codebook } = this.#article;
    const labels = acceptedLabels(content.labels, scopeOf(target.kind), codebook);
    if (labels === undefined) return this.#sayOtherLabels();
    const note = content.note.trim();
    const { edits } = this.#services.annotations;
    return (await edits.add(this.#article, target, { labels, note }, prepared)) !== undefined;
  }

  async addToPassage(place: SeenPassage, content: Content): Promise<boolean> {
    const described = await this.#describe((article) => new SeenArticle(article).rangeOf(place));
    if (described === undefined) return this.#sayNotFound();
    return this.add({ kind: 'passage', passage: described.passage }, content, described.prepared);
  }

  async addToImage(version: number, image: number, content: Content): Promise<boolean> {
    const { shown } = this.#preview;
    const images = shown?.message.version === version ? shown.prepared.article.images : [];
    const url = new AnnotatedImages(this.#article.text, images).addressOf(image);
    if (url !== undefined) return this.add({ kind: 'image', url }, content);
    void showInformation(vscode.l10n.t('This image has no URL in the article by which an annotation could name it.'));
    return false;
  }

  find(id: string): FoundAnnotation | undefined {
    for (const thread of threadsOf(this.#article.read.annotations)) {
      const annotation = [thread.annotation, ...thread.replies].find((one) => one.id === id);
      if (annotation !== undefined) return { annotation, thread };
    }
    return undefined;
  }

  async change(action: Change, { annotation, thread }: FoundAnnotation): Promise<boolean> {
    const { edits } = this.#services.annotations;
    switch (action.kind) {
      case 'reply':
        if (action.note.trim() === '') return false;
        return this.add({ kind: 'reply', to: thread.annotation.id }, { labels: [], note: action.note });
      case 'resolve':
        await edits.setResolved(this.#article, [thread.annotation, ...thread.replies], action.isResolved);
        return true;
      case 'show':
        return this.#show(thread.annotation);
    }
    if (annotation.creator !== this.#article.me) return this.#sayForeign();
    switch (action.kind) {
      case 'edit':
        return this.#edit(annotation, action);
      case 'delete': {
        const answers = annotation === thread.annotation ? thread.replies : [];
        const own = answers.filter(({ creator }) => creator === annotation.creator);
        await edits.remove(this.#article, [annotation, ...own]);
        return true;
      }
      case 'reattachToText': {
        const anchored = this.#article.anchored.anchored.find((one) => one.annotation.id === annotation.id);
        const candidate = anchored?.candidates.find(({ text }) => text === action.text);
        return this.#reattach(annotation, () => candidate);
      }
      case 'reattachToPassage':
        return this.#reattach(annotation, (article) => new SeenArticle(article).rangeOf(action.place));
    }
  }

  sayGone(): boolean {
    void showInformation(vscode.l10n.t('This annotation is not there any more.'));
    return false;
  }

  async #edit(annotation: Annotation, content: Content): Promise<boolean> {
    const { target, labels: before, motivation } = annotation;
    const labels = acceptedLabels(content.labels, scopeOf(target.kind), this.#article.codebook, before);
    if (labels === undefined) return this.#sayOtherLabels();
    const note = content.note.trim();
    // A highlight with a note is a comment.
    const isComment = note !== '' && (motivation === 'highlighting' || motivation === 'tagging');
    await this.#services.annotations.edits.edit(this.#article, annotation, {
      labels,
      note,
      ...(isComment ? { motivation: 'commenting' } : {}),
    });
    return true;
  }

  async #reattach(
    annotation: Annotation,
    rangeIn: (article: PreparedText['article']) => TextRange | undefined,
  ): Promise<boolean> {
    const described = await this.#describe(rangeIn);
    if (described === undefined || annotation.target.kind !== 'passage') return this.#sayNotFound();
    const { passage, prepared } = described;
    const { edits } = this.#services.annotations;
    await edits.replace(this.#article, annotation, (now) => reattach(annotation, passage, now), prepared);
    return true;
  }

  async #describe(
    rangeIn: (article: PreparedText['article']) => TextRange | undefined,
  ): Promise<{ readonly passage: Passage; readonly prepared: PreparedText } | undefined> {
    const prepared = (await this.#services.annotations.anchors()).prepare(this.#article.text);
    const range = rangeIn(prepared.article);
    const passage = range && describePassage(prepared, range);
    return passage && { passage, prepared };
  }

  async #show({ id }: Annotation): Promise<boolean> {
    const { anchored } = this.#article;
    const place = anchored.anchored.find(({ annotation }) => annotation.id === id);
    const isPlaced = place !== undefined && place.start !== null && place.end !== null;
    const source = isPlaced
      ? anchored.prepared?.article.sourceOf({ start: place.start ?? 0, end: place.end ?? 0 })
      : undefined;
    await revealInEditor(this.#preview.article, source?.start ?? 0, this.#preview.column ?? vscode.ViewColumn.Active);
    this.#services.annotations.askFor(id);
    return true;
  }

  #sayNotFound(): boolean {
    void showInformation(
      vscode.l10n.t(
        'These words cannot be found for certain in the text of the article. Select some more of them, or annotate them in the text editor.',
      ),
    );
    return false;
  }

  #sayOtherLabels(): boolean {
    void showInformation(vscode.l10n.t('The labels of this archive have changed meanwhile. Choose among them again.'));
    return false;
  }

  #sayForeign(): boolean {
    void showInformation(
      vscode.l10n.t('This is what somebody else has said. Answer it, or say it your way in an annotation of your own.'),
    );
    return false;
  }
}

function scopeOf(kind: AnnotationTarget['kind']): LabelScope {
  return labelScopes.find((scope) => scope === kind) ?? 'passage';
}
