import * as vscode from 'vscode';
import type { PreparedText } from '../../../core/annotations/anchoring/preparedText';
import type { Annotation, AnnotationContent, AnnotationTarget } from '../../../core/annotations/model/annotation';
import { editAnnotation, newAnnotation } from '../../../core/annotations/model/writeAnnotation';
import type { AnnotationChange } from '../../../core/annotations/store/applyChanges';
import { errorText } from '../../../core/text/errorText';
import { setContextKey } from '../../ui/contribute';
import { showError, showInformation, showWarning } from '../../ui/notify';
import type { AnnotatedPlace } from './anchoredDocument';
import type { OpenAnnotations } from './openAnnotations';

interface Removed extends AnnotatedPlace {
  readonly creator: string;
  readonly annotations: readonly Annotation[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Every change that a person makes to annotations. What is said is theirs: each writes a file of their own. */
export class AnnotationEdits {
  readonly #annotations: OpenAnnotations;
  #removed: Removed[] = [];

  constructor(annotations: OpenAnnotations) {
    this.#annotations = annotations;
  }

  /** Undefined where the person gives no name, or gives up saving. */
  async add(
    place: AnnotatedPlace,
    target: AnnotationTarget,
    content: AnnotationContent,
    prepared?: PreparedText,
  ): Promise<Annotation | undefined> {
    const creator = await this.#annotations.creator.ask(place.archive.folder.uri);
    if (creator === undefined) return undefined;
    const origin = { uuid: crypto.randomUUID(), creator, now: now(), article: place.path };
    const after = newAnnotation(origin, target, content);
    return (await this.save(place, creator, [{ after, ...textOf(prepared) }])) ? after : undefined;
  }

  async edit(place: AnnotatedPlace, before: Annotation, content: AnnotationContent): Promise<void> {
    await this.save(place, before.creator, [{ before, after: editAnnotation(before, content, now()) }]);
  }

  async replace(
    place: AnnotatedPlace,
    before: Annotation,
    after: (time: string) => Annotation,
    prepared: PreparedText,
  ): Promise<void> {
    await this.save(place, before.creator, [{ before, after: after(now()), ...textOf(prepared) }]);
  }

  /** Says of a thread that it is settled, or not any more: in the annotation where that is the last word, else as an answer. */
  async setResolved(place: AnnotatedPlace, thread: readonly Annotation[], isResolved: boolean): Promise<void> {
    const [head, ...replies] = thread;
    const me = await this.#annotations.creator.ask(place.archive.folder.uri);
    if (head === undefined || me === undefined) return;
    const state = isResolved ? 'resolved' : 'open';
    if (head.creator === me && replies.every((reply) => reply.state === undefined)) {
      await this.edit(place, head, { state });
    } else {
      await this.add(place, { kind: 'reply', to: head.id }, { state, motivation: 'replying' });
    }
  }

  /** Takes away annotations of one person on one article, and offers to bring them back. */
  async remove(place: AnnotatedPlace, annotations: readonly Annotation[]): Promise<void> {
    const [first] = annotations;
    const own = this.#annotations.of(place.archive);
    if (first === undefined || own === undefined) return;
    const { texts } = await own.store.read(place.path);
    const changes = annotations.map((before) => ({ before }));
    if (!(await this.save(place, first.creator, changes))) return;
    this.#removed.push({ ...place, creator: first.creator, annotations, texts });
    setContextKey('annotationDeleted', true);
    void this.#offerUndo(first.id);
  }

  /** Brings back what was removed last, or with the annotation `id`; whether anything is. */
  async undoRemove(id?: string): Promise<boolean> {
    const removed = this.#removed.findLast(
      ({ annotations }) => id === undefined || annotations.some((annotation) => annotation.id === id),
    );
    this.#removed = this.#removed.filter((other) => other !== removed);
    setContextKey('annotationDeleted', this.#removed.length > 0);
    if (removed === undefined) return false;
    const changes = removed.annotations.map((after): AnnotationChange => {
      const name = after.target.kind === 'passage' ? after.target.passage.trace?.text : undefined;
      const fingerprint = name === undefined ? undefined : removed.texts.get(name);
      return { after, ...(name === undefined || fingerprint === undefined ? {} : { text: [name, fingerprint] }) };
    });
    const isDone = await this.save(removed, removed.creator, changes);
    if (!isDone) this.#removed.push(removed);
    return isDone;
  }

  /** Whether the changes are saved. Where they cannot be, the person says whether to try again. */
  async save(place: AnnotatedPlace, creator: string, changes: readonly AnnotationChange[]): Promise<boolean> {
    const store = this.#annotations.of(place.archive)?.store;
    if (store === undefined) return false;
    const again = vscode.l10n.t('Try Again');
    for (;;) {
      try {
        const { keptBeside } = await store.save(place.path, creator, changes);
        if (keptBeside !== undefined) {
          void showWarning(
            vscode.l10n.t('Your annotations on this article could not be read. They are kept in {0}.', keptBeside),
          );
        }
        return true;
      } catch (error) {
        const chosen = await showError(
          vscode.l10n.t('The annotation could not be saved. Is the folder writable? ({0})', errorText(error)),
          again,
        );
        if (chosen !== again) return false;
      }
    }
  }

  async #offerUndo(id: string): Promise<void> {
    const undo = vscode.l10n.t('Undo');
    if ((await showInformation(vscode.l10n.t('The annotation is deleted.'), undo)) === undo) {
      await this.undoRemove(id);
    }
  }
}

function now(): string {
  return new Date().toISOString();
}

function textOf(prepared: PreparedText | undefined): Pick<AnnotationChange, 'text'> {
  return prepared === undefined ? {} : { text: [prepared.name, prepared.fingerprint] };
}
