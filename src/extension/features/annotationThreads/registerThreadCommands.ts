import * as vscode from 'vscode';
import { labelScopes } from '../../../core/annotations/codebook/codebook';
import type { Annotation, AnnotationContent, LabelUse } from '../../../core/annotations/model/annotation';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { showInformation } from '../../ui/notify';
import { askForLabels } from '../../workspace/annotations/askForLabels';
import { goToAnnotation } from '../../workspace/annotations/goToAnnotation';
import { annotateArticle } from './annotateArticle';
import { AnnotationComment } from './annotationComment';
import type { DocumentThreads, ShownThread } from './documentThreads';
import { isThread, shownThread, threadsInHand } from './threadInHand';

/** What a person does with annotations in the text editor. */
export function registerThreadCommands(threads: DocumentThreads, services: Services): vscode.Disposable {
  const { annotations, annotationTrees } = services;
  const { edits } = annotations;
  const shownOf = (value: unknown): ShownThread | undefined => shownThread(value, threads);
  const pendingReattach = (args: readonly unknown[]): ReturnType<typeof threadsInHand> =>
    threadsInHand(args, threads, services);
  const startNote = (shown: ShownThread | undefined, comment: AnnotationComment | undefined): void => {
    if (shown && comment) threads.setEditing(shown, comment, true);
  };
  const setResolved =
    (isResolved: boolean) =>
    async (...args: readonly unknown[]): Promise<void> => {
      for (const thread of await pendingReattach(args)) {
        await edits.setResolved(thread, [thread.annotation, ...thread.replies], isResolved);
      }
    };
  return vscode.Disposable.from(
    registerCommand('annotate', async (value) => {
      const editor = vscode.window.activeTextEditor;
      if (editor === undefined) return undefined;
      if (editor.selection.isEmpty) {
        void showInformation(vscode.l10n.t('Select the words to annotate first.'));
        return undefined;
      }
      const given = givenIn(value);
      const { annotate } = await import('./annotate');
      const added = await annotate({ document: editor.document, range: editor.selection, ...given }, services);
      if (added && given.note === undefined) threads.expand(added.id, true);
      return added?.id;
    }),
    registerCommand('annotateArticle', (...args) => annotateArticle(args, services)),
    registerCommand('answerAnnotation', async (value) => {
      const shown = isReply(value) ? threads.showing(value.thread) : undefined;
      if (!isReply(value) || shown === undefined || value.text.trim() === '') return;
      await edits.add(shown.found, { kind: 'reply', to: shown.annotation.id }, { note: value.text.trim() });
    }),
    registerCommand('editAnnotation', async (value) => {
      if (value instanceof AnnotationComment) startNote(shownOf(value), value);
      const listed = annotationTrees.listed(value);
      if (listed === undefined) return;
      await goToAnnotation(listed, services, {});
      threads.expand(listed.row.id, true);
    }),
    registerCommand('saveAnnotation', async (value) => {
      const shown = shownOf(value);
      if (!(value instanceof AnnotationComment) || shown === undefined) return;
      const note = value.body.trim();
      await edits.edit(shown.found, value.annotation, { note, ...motivationWith(value.annotation, note) });
      await annotations.documents.findNow(shown.found.document);
      const now = threads.of(value.annotation.id);
      if (now?.comments.includes(value)) threads.setEditing(now, value, false);
    }),
    registerCommand('cancelAnnotation', (value) => {
      const shown = shownOf(value);
      if (value instanceof AnnotationComment && shown) threads.setEditing(shown, value, false);
    }),
    registerCommand('labelAnnotation', async (...args) => {
      const [thread] = await pendingReattach(args);
      const own = thread && annotations.of(thread.archive);
      if (thread === undefined || own === undefined) return;
      const { annotation } = thread;
      const { kind } = annotation.target;
      const scope = labelScopes.find((known) => known === kind) ?? 'passage';
      const labels = await askForLabels(own, scope, annotation.labels);
      if (labels !== undefined) await edits.edit(thread, annotation, { labels });
    }),
    registerCommand('deleteAnnotation', async (...args) => {
      for (const thread of await pendingReattach(args)) {
        const { annotation, replies, called } = thread;
        const answers = called.id === annotation.id ? replies.filter(({ creator }) => creator === called.creator) : [];
        await edits.remove(thread, [called, ...answers]);
      }
    }),
    registerCommand('resolveAnnotation', setResolved(true)),
    registerCommand('reopenAnnotation', setResolved(false)),
    registerCommand('reattachAnnotation', async (value) => {
      const { reattachAnnotation } = await import('./reattachAnnotation');
      const isFromView = typeof value === 'object' && value !== null && 'from' in value;
      const listed = isFromView ? annotationTrees.selected : annotationTrees.listed(value);
      await reattachAnnotation(listed ?? shownOf(value), services);
    }),
  );
}

/** What a key binding of a person's own says: labels by their ids, and a note. Nothing is asked for that is said. */
function givenIn(value: unknown): { readonly labels?: readonly LabelUse[]; readonly note?: string } {
  if (typeof value !== 'object' || value === null) return {};
  const labels = 'labels' in value && Array.isArray(value.labels) ? value.labels : undefined;
  const note = 'note' in value && typeof value.note === 'string' ? value.note : undefined;
  return {
    ...(labels && { labels: labels.filter((label) => typeof label === 'string').map((label) => ({ label })) }),
    ...(note !== undefined && { note }),
  };
}

/** A highlight with a note is a comment. */
function motivationWith({ motivation }: Annotation, note: string): Pick<AnnotationContent, 'motivation'> {
  return note !== '' && (motivation === 'highlighting' || motivation === 'tagging') ? { motivation: 'commenting' } : {};
}

function isReply(value: unknown): value is vscode.CommentReply {
  return typeof value === 'object' && value !== null && 'thread' in value && 'text' in value && isThread(value.thread);
}
