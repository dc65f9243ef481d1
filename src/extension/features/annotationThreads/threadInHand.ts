import type * as vscode from 'vscode';
import type { Annotation } from '../../../core/annotations/model/annotation';
import { threadsOf } from '../../../core/annotations/model/threads';
import type { Services } from '../../services';
import type { AnnotatedPlace } from '../../workspace/annotations/anchoredDocument';
import { AnnotationComment } from './annotationComment';
import type { DocumentThreads, ShownThread } from './documentThreads';

/** A thread that a command is about, shown in an editor or not. */
export interface ThreadInHand extends AnnotatedPlace {
  readonly annotation: Annotation;
  readonly replies: readonly Annotation[];
  /** The annotation or answer in it that the command was called on. */
  readonly called: Annotation;
}

/** The threads a command is about: of a comment, of a thread, or of rows in a list. */
export async function threadsInHand(
  args: readonly unknown[],
  threads: DocumentThreads,
  { annotations, annotationTrees }: Services,
): Promise<readonly ThreadInHand[]> {
  const [value] = args;
  const listed = annotationTrees.listedIn(args);
  if (listed.length === 0) {
    const shown = shownThread(value, threads);
    if (shown === undefined) return [];
    const { found, annotation, replies } = shown;
    const called = value instanceof AnnotationComment ? value.annotation : annotation;
    return [{ archive: found.archive, path: found.path, annotation, replies, called }];
  }
  const found: ThreadInHand[] = [];
  for (const { archive, row } of listed) {
    const read = await annotations.of(archive)?.store.read(row.article);
    const own = threadsOf(read?.annotations ?? []).find(({ annotation }) => annotation.id === row.id);
    if (own) found.push({ archive, path: row.article, ...own, called: own.annotation });
  }
  return found;
}

/** The thread in an editor that a comment or a thread of VS Code stands for. */
export function shownThread(value: unknown, threads: DocumentThreads): ShownThread | undefined {
  if (value instanceof AnnotationComment) return threads.of(value.annotation.id);
  return isThread(value) ? threads.showing(value) : undefined;
}

export function isThread(value: unknown): value is vscode.CommentThread {
  return typeof value === 'object' && value !== null && 'comments' in value && 'uri' in value;
}
