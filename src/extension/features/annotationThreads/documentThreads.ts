import * as vscode from 'vscode';
import type { AnchoredAnnotation } from '../../../core/annotations/anchorAnnotations';
import type { Annotation } from '../../../core/annotations/model/annotation';
import { type AnnotationThread, threadsOf } from '../../../core/annotations/model/threads';
import { type AnchoredDocument, rangeOf } from '../../workspace/annotations/anchoredDocument';
import { AnnotationComment } from './annotationComment';
import { threadTitle } from './threadTitle';

/** A thread in an editor with what it shows. */
export interface ShownThread {
  readonly thread: vscode.CommentThread;
  readonly found: AnchoredDocument;
  readonly annotation: Annotation;
  readonly replies: readonly Annotation[];
  readonly anchored: AnchoredAnnotation;
  readonly comments: readonly AnnotationComment[];
}

/** VS Code draws all threads of a window anew for each that comes: hundreds at once would hold up everything for a minute. */
const mostAtOnce = 30;
/** Long enough that a turn of the wheel is one look, short enough to seem at once. */
const pause = 150;

/**
 * The threads of all open articles, changed in place as their annotations and texts change. Of an article with many they come as
 * a person gets to them, and stay then: something may be being written in them.
 */
export class DocumentThreads implements vscode.Disposable {
  readonly #controller: vscode.CommentController;
  /** By document, then by the annotation they start with. */
  readonly #shown = new Map<string, Map<string, ShownThread>>();
  /** What was last found in each document. */
  readonly #found = new Map<string, AnchoredDocument>();
  readonly #looking = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listening = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
    this.#look(document.uri.toString());
  });
  #wanted: { readonly id: string; readonly isToWrite: boolean } | undefined;

  constructor(controller: vscode.CommentController) {
    this.#controller = controller;
  }

  /** The thread of an annotation, or of an answer in it. */
  of(id: string): ShownThread | undefined {
    for (const threads of this.#shown.values()) {
      const own =
        threads.get(id) ?? [...threads.values()].find(({ replies }) => replies.some((reply) => reply.id === id));
      if (own) return own;
    }
    return undefined;
  }

  showing(thread: vscode.CommentThread): ShownThread | undefined {
    for (const threads of this.#shown.values()) {
      for (const shown of threads.values()) if (shown.thread === thread) return shown;
    }
    return undefined;
  }

  /** Opens a thread, to write its note where that is wanted: now, or once it is there. */
  expand(id: string, isToWrite = false): void {
    const shown = this.of(id);
    this.#wanted = shown === undefined ? { id, isToWrite } : undefined;
    if (shown === undefined) {
      const found = [...this.#found.values()].find(({ read }) => read.annotations.some((one) => one.id === id));
      if (found !== undefined) this.show(found);
      return;
    }
    const [comment] = shown.comments;
    if (isToWrite && comment) this.setEditing(shown, comment, true);
    else shown.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  /** Shows what was found. Of a text that has changed since, the next finding is on its way. */
  show(found: AnchoredDocument): void {
    if (found.document.version !== found.version) return;
    const key = found.document.uri.toString();
    this.#found.set(key, found);
    const before = this.#shown.get(key) ?? new Map<string, ShownThread>();
    const now = new Map<string, ShownThread>();
    const anchored = new Map(found.anchored.anchored.map((one) => [one.annotation.id, one]));
    const places = threadsOf(found.read.annotations).flatMap((thread): readonly ThreadPlace[] => {
      const place = anchored.get(thread.annotation.id);
      if (place === undefined || thread.annotation.target.kind === 'other') return [];
      return [{ thread, place, range: rangeOf(found, place) ?? new vscode.Range(0, 0, 0, 0) }];
    });
    const coming = places.length <= mostAtOnce ? places : this.#coming(found, places, before);
    for (const { thread, place, range } of places) {
      const { id } = thread.annotation;
      const known = before.get(id);
      if (known === undefined && !coming.some((one) => one.thread === thread)) continue;
      now.set(id, this.#showThread(known, found, thread, place, range));
    }
    for (const [id, { thread }] of before) if (!now.has(id)) thread.dispose();
    if (now.size > 0) this.#shown.set(key, now);
    else this.#shown.delete(key);
    if (this.#wanted !== undefined && this.of(this.#wanted.id)) this.expand(this.#wanted.id, this.#wanted.isToWrite);
  }

  close(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#found.delete(key);
    for (const { thread } of this.#shown.get(key)?.values() ?? []) thread.dispose();
    this.#shown.delete(key);
  }

  /** Lets the person write in a comment, or shows what it says again. */
  setEditing(shown: ShownThread, comment: AnnotationComment, isEditing: boolean): void {
    if (isEditing) comment.startEditing();
    else comment.stopEditing();
    shown.thread.comments = [...shown.comments];
    if (isEditing) shown.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  dispose(): void {
    this.#listening.dispose();
    for (const timer of this.#looking.values()) clearTimeout(timer);
    for (const threads of this.#shown.values()) for (const { thread } of threads.values()) thread.dispose();
    this.#shown.clear();
  }

  /** What is in sight and has no thread yet, from the top, and what somebody asks for. */
  #coming(
    { document, read }: AnchoredDocument,
    places: readonly ThreadPlace[],
    before: ReadonlyMap<string, ShownThread>,
  ): readonly ThreadPlace[] {
    const inSight = vscode.window.visibleTextEditors.flatMap((editor) =>
      editor.document === document ? editor.visibleRanges : [],
    );
    const coming = places
      .filter(({ thread, range }) => {
        const isInSight = inSight.some((seen) => seen.intersection(range) !== undefined);
        return isInSight && !before.has(thread.annotation.id);
      })
      .sort((one, other) => one.range.start.compareTo(other.range.start))
      .slice(0, mostAtOnce);
    const wanted = this.#wanted?.id;
    const isWanted = wanted !== undefined && read.annotations.some(({ id }) => id === wanted);
    const asked = ({ thread: { annotation, replies } }: ThreadPlace): boolean =>
      annotation.id === wanted || replies.some(({ id }) => id === wanted);
    return isWanted ? [...coming, ...places.filter(asked)] : coming;
  }

  /** What has come into sight. */
  #look(key: string): void {
    if (!this.#found.has(key)) return;
    clearTimeout(this.#looking.get(key));
    const look = (): void => {
      this.#looking.delete(key);
      const found = this.#found.get(key);
      if (found !== undefined) this.show(found);
    };
    this.#looking.set(key, setTimeout(look, pause));
  }

  #showThread(
    before: ShownThread | undefined,
    found: AnchoredDocument,
    { annotation, replies, isResolved }: AnnotationThread,
    anchored: AnchoredAnnotation,
    range: vscode.Range,
  ): ShownThread {
    const comments = [annotation, ...replies].map((own) => commentOf(own, found, before));
    const thread = before?.thread ?? this.#controller.createCommentThread(found.document.uri, range, comments);
    if (thread.range === undefined || !thread.range.isEqual(range)) thread.range = range;
    if (before !== undefined && !isSame(before.comments, comments)) thread.comments = comments;
    const label = threadTitle(anchored, found.codebook);
    if (thread.label !== label) thread.label = label;
    const contextValue = [
      anchored.state === 'orphan' ? 'orphan' : 'placed',
      annotation.creator === found.me ? 'own' : 'foreign',
      isResolved ? 'resolved' : 'open',
    ].join(' ');
    if (thread.contextValue !== contextValue) thread.contextValue = contextValue;
    const state = isResolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    if (thread.state !== state) thread.state = state;
    return { thread, found, annotation, replies, anchored, comments };
  }
}

interface ThreadPlace {
  readonly thread: AnnotationThread;
  readonly place: AnchoredAnnotation;
  readonly range: vscode.Range;
}

/** The same object as before where it says the same: what a person is writing in it stays. */
function commentOf(
  annotation: Annotation,
  found: AnchoredDocument,
  before: ShownThread | undefined,
): AnnotationComment {
  const known = before?.comments.find((comment) => comment.annotation.id === annotation.id);
  const fresh = new AnnotationComment(annotation, found);
  if (known === undefined) return fresh;
  const isEditing = known.mode === vscode.CommentMode.Editing;
  const isSameText = JSON.stringify(known.annotation.json) === JSON.stringify(annotation.json);
  const isSameLook = known.label === fresh.label && known.contextValue === fresh.contextValue;
  return isSameText && (isEditing || isSameLook) ? known : fresh;
}

function isSame(one: readonly AnnotationComment[], other: readonly AnnotationComment[]): boolean {
  return one.length === other.length && one.every((comment, index) => comment === other[index]);
}
