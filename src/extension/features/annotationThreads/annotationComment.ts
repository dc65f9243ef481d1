import * as vscode from 'vscode';
import type { Annotation } from '../../../core/annotations/model/annotation';
import { isolated } from '../../../core/text/isolated';
import type { AnchoredDocument } from '../../workspace/annotations/anchoredDocument';
import { labelsText } from '../../workspace/annotations/labelNames';

/** What one annotation, or one answer, says in a thread. Its text is shown as text, never as Markdown. */
export class AnnotationComment implements vscode.Comment {
  readonly annotation: Annotation;
  readonly author: vscode.CommentAuthorInformation;
  readonly contextValue: string;
  readonly label?: string;
  readonly timestamp?: Date;
  body: string;
  mode = vscode.CommentMode.Preview;
  readonly #labels: string;

  constructor(annotation: Annotation, { me, codebook }: Pick<AnchoredDocument, 'me' | 'codebook'>) {
    this.annotation = annotation;
    this.author = { name: isolated(annotation.creator) || vscode.l10n.t('Unknown person') };
    this.contextValue = annotation.creator === me ? 'own' : 'foreign';
    this.#labels = labelsText(annotation.labels, codebook);
    this.body = bodyOf(annotation, this.#labels);
    // The Comments panel shows nothing but the text: where there is no note, the labels are that.
    if (this.#labels !== '' && annotation.note !== '') this.label = this.#labels;
    const time = new Date(annotation.created);
    if (!Number.isNaN(time.getTime())) this.timestamp = time;
  }

  startEditing(): void {
    this.body = this.annotation.note;
    this.mode = vscode.CommentMode.Editing;
  }

  stopEditing(): void {
    this.body = bodyOf(this.annotation, this.#labels);
    this.mode = vscode.CommentMode.Preview;
  }
}

function bodyOf({ note, state, target }: Annotation, labels: string): string {
  if (note !== '') return isolated(note);
  if (target.kind === 'reply' && state !== undefined)
    return state === 'resolved' ? vscode.l10n.t('Resolved.') : vscode.l10n.t('Reopened.');
  return labels || vscode.l10n.t('(no note)');
}
