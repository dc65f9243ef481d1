import type { AnnotationThread, ShownComment } from '../../../protocol/annotationMessages';
import type { AnnotationStrings } from '../../../protocol/annotationStrings';
import { filled, make } from '../../page/make';
import { labelChip } from './labelChip';

/** What a person can do on a card. */
export interface CardActions {
  readonly edit: (comment: ShownComment) => void;
  readonly answer: () => void;
  readonly resolve: (isResolved: boolean) => void;
  readonly remove: (comment: ShownComment) => void;
  readonly show: () => void;
  readonly reattachToText: (text: string) => void;
  readonly reattachToSelection: () => void;
}

/** One annotation with its answers. `form` stands in the place of the comment that is being edited, or below all. */
export function threadCard(
  thread: AnnotationThread,
  strings: AnnotationStrings,
  actions: CardActions,
  form: { readonly of: string | undefined; readonly root: HTMLElement } | undefined,
): HTMLElement {
  const { comments, isResolved } = thread;
  const [head, ...replies] = comments;
  const title = cardTitle(thread, strings);
  const parts = (comment: ShownComment): HTMLElement =>
    form?.of === comment.id ? form.root : commentView(comment, strings, actions);
  const answering = form !== undefined && form.of === undefined;
  return make('article', { class: 'annotation', attributes: { 'aria-label': title, 'data-annotation': thread.id } }, [
    make('p', { class: 'annotation-title' }, [
      make('span', { text: title }),
      isResolved ? make('span', { class: 'badge', text: strings.resolved }) : undefined,
    ]),
    quoteOf(thread),
    ...(head === undefined ? [] : [parts(head)]),
    ...(replies.length === 0 ? [] : [make('div', { class: 'answers' }, replies.map(parts))]),
    ...candidatesOf(thread, strings, actions),
    answering
      ? form.root
      : make('div', { class: 'actions' }, [
          action(strings.answer, 'answer', () => actions.answer()),
          isResolved
            ? action(strings.reopen, 'reopen', () => actions.resolve(false))
            : action(strings.resolve, 'resolve', () => actions.resolve(true)),
          action(strings.show, 'show', () => actions.show()),
        ]),
  ]);
}

/** What stands in the place of an annotation, or of an answer, that is deleted. */
export function deletedCard(strings: AnnotationStrings, undo: () => void): HTMLElement {
  return make('div', { class: 'annotation deleted', attributes: { role: 'status' } }, [
    make('span', { text: strings.deleted }),
    action(strings.undo, 'undo', undo),
  ]);
}

export function cardTitle({ on, state }: AnnotationThread, strings: AnnotationStrings): string {
  switch (on) {
    case 'article':
      return strings.onArticle;
    case 'image':
      return state === 'orphan' ? strings.lostImage : strings.onImage;
    case 'passage':
      if (state === 'orphan') return strings.lostPassage;
      return state === 'approximate' ? strings.changed : strings.onPassage;
    default:
      return strings.lostPassage;
  }
}

function quoteOf({ on, state, subject }: AnnotationThread): HTMLElement | undefined {
  // What is there can be seen where it is.
  const isNeeded = (on === 'passage' && state !== 'exact' && state !== 'moved') || on === 'image';
  return isNeeded ? make('blockquote', { class: 'annotation-quote', text: subject }) : undefined;
}

function commentView(comment: ShownComment, strings: AnnotationStrings, actions: CardActions): HTMLElement {
  const { id, creator, date, isOwn, labels, note, state } = comment;
  const said = state === undefined ? note : state === 'resolved' ? strings.didResolve : strings.didReopen;
  return make('div', { class: 'comment', attributes: { 'data-comment': id } }, [
    make('p', { class: 'comment-head' }, [
      make('span', { class: 'creator', text: creator || strings.unknownPerson }),
      date === '' ? undefined : make('span', { class: 'date', text: date }),
    ]),
    labels.length === 0
      ? undefined
      : make(
          'p',
          { class: 'given-labels' },
          labels.map(({ text, colour }) => labelChip(text, colour)),
        ),
    said === '' && labels.length > 0
      ? undefined
      : make('p', { class: said === '' ? 'comment-note quiet' : 'comment-note', text: said || strings.noNote }),
    isOwn
      ? make('div', { class: 'actions' }, [
          action(strings.edit, 'edit', () => actions.edit(comment)),
          action(strings.remove, 'delete', () => actions.remove(comment)),
        ])
      : undefined,
  ]);
}

function candidatesOf(
  { on, state, candidates, comments }: AnnotationThread,
  strings: AnnotationStrings,
  actions: CardActions,
): readonly HTMLElement[] {
  if (on !== 'passage' || state !== 'orphan' || comments[0]?.isOwn !== true) return [];
  const items = candidates.map(({ text, percent }) =>
    make('li', {}, [
      make('span', { class: 'candidate', text }),
      make('span', { class: 'date', text: filled(strings.alike, percent) }),
      action(strings.reattach, 'reattach', () => actions.reattachToText(text)),
    ]),
  );
  const list = [
    make('p', { class: 'field-name', text: strings.candidates }),
    make('ul', { class: 'candidate-items' }, items),
  ];
  return [
    make('div', { class: 'candidates' }, [
      ...(items.length === 0 ? [] : list),
      action(strings.reattachToSelection, 'reattach-selection', () => actions.reattachToSelection()),
    ]),
  ];
}

function action(text: string, name: string, onClick: () => void): HTMLButtonElement {
  return make('button', {
    class: 'link-button',
    text,
    attributes: { type: 'button', 'data-action': name },
    onClick,
  });
}
