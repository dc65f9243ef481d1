import type { AnnotationsMessage, AnnotationThread } from '../../../protocol/annotationMessages';
import type { AnnotationStrings } from '../../../protocol/annotationStrings';
import { filled, make } from '../../page/make';
import { icon } from '../icon';
import { labelChip, labelDot } from './labelChip';
import { cardTitle } from './threadCard';

const longest = 140;

export interface ListActions {
  readonly annotateArticle: (anchor: HTMLElement) => void;
  readonly open: (ids: readonly string[], anchor: HTMLElement) => void;
}

/** All annotations of the article, above its text: what is lost in sight, the others on demand. */
export class AnnotationList {
  readonly root = make('section', { class: 'annotations' });
  readonly #actions: ListActions;
  /** All that what is drawn depends on. */
  #drawn: readonly unknown[] = [];

  constructor(actions: ListActions) {
    this.#actions = actions;
  }

  /** `placed`: the annotations that are shown in the text, in its order. */
  show(message: AnnotationsMessage | undefined, placed: ReadonlySet<string>, strings: AnnotationStrings): void {
    const drawn = [message, strings, [...placed].join('\n')] as const;
    if (drawn.every((part, index) => part === this.#drawn[index])) return;
    this.#drawn = drawn;
    const isOpen = this.root.querySelector('details.all')?.hasAttribute('open') === true;
    const focused = this.#focused();
    this.root.setAttribute('aria-label', strings.annotations);
    if (message?.mayAnnotate !== true) {
      this.root.replaceChildren();
      return;
    }
    const { threads } = message;
    const lost = threads.filter(({ state, on }) => state === 'orphan' || on === 'lost');
    const others = threads.filter((thread) => !lost.includes(thread));
    this.root.replaceChildren(
      ...(lost.length === 0 ? [] : [this.#lost(lost, strings)]),
      this.#row(others, strings),
      ...(others.length === 0 ? [] : [this.#all(others, placed, isOpen, strings)]),
    );
    if (focused !== undefined) this.root.querySelector<HTMLElement>(`[data-item="${CSS.escape(focused)}"]`)?.focus();
  }

  /** The button that opens an annotation's card. */
  itemOf(id: string): HTMLElement | undefined {
    return this.root.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`) ?? undefined;
  }

  get annotateButton(): HTMLElement | undefined {
    return this.root.querySelector<HTMLElement>('[data-item="annotate"]') ?? undefined;
  }

  #focused(): string | undefined {
    const { activeElement } = document;
    return this.root.contains(activeElement) ? (activeElement?.getAttribute('data-item') ?? undefined) : undefined;
  }

  #row(threads: readonly AnnotationThread[], strings: AnnotationStrings): HTMLElement {
    const own = threads.filter(({ on }) => on === 'article');
    const annotate = make('button', {
      class: 'button',
      text: strings.annotateArticle,
      attributes: { type: 'button', 'data-item': 'annotate' },
    });
    annotate.addEventListener('click', () => this.#actions.annotateArticle(annotate));
    const show = make('button', {
      class: 'button',
      text: filled(strings.onArticleCount, own.length),
      attributes: { type: 'button', 'data-item': 'article' },
    });
    show.addEventListener('click', () =>
      this.#actions.open(
        own.map(({ id }) => id),
        show,
      ),
    );
    return make('div', { class: 'annotations-row' }, [annotate, own.length === 0 ? undefined : show]);
  }

  #lost(threads: readonly AnnotationThread[], strings: AnnotationStrings): HTMLElement {
    return make('details', { class: 'fold lost', attributes: { open: '' } }, [
      make('summary', {}, [icon('problem'), filled(strings.lost, threads.length)]),
      make(
        'ul',
        { class: 'annotation-items' },
        threads.map((thread) => this.#item(thread, undefined)),
      ),
    ]);
  }

  #all(
    threads: readonly AnnotationThread[],
    placed: ReadonlySet<string>,
    isOpen: boolean,
    strings: AnnotationStrings,
  ): HTMLElement {
    const inText = threads.filter(({ on }) => on === 'passage');
    const groups: readonly (readonly [title: string, threads: readonly AnnotationThread[]])[] = [
      [strings.onArticle, threads.filter(({ on }) => on === 'article')],
      [strings.onImage, threads.filter(({ on }) => on === 'image')],
      [strings.onPassage, inOrder(inText, placed)],
      [strings.notShown, inText.filter(({ id }) => !placed.has(id))],
    ];
    return make('details', { class: 'fold all', attributes: isOpen ? { open: '' } : {} }, [
      make('summary', {}, [icon('annotation'), filled(strings.count, threads.length)]),
      ...groups.flatMap(([title, own]) =>
        own.length === 0
          ? []
          : [
              make('p', { class: 'field-name', text: title }),
              make(
                'ul',
                { class: 'annotation-items' },
                own.map((thread) => this.#item(thread, title === strings.onPassage ? undefined : strings)),
              ),
            ],
      ),
    ]);
  }

  #item(thread: AnnotationThread, strings: AnnotationStrings | undefined): HTMLElement {
    const [head] = thread.comments;
    const isLost = thread.state === 'orphan' && thread.subject !== '';
    const text = isLost ? `“${cut(thread.subject)}” ${cut(head?.note ?? '')}` : cut(head?.note || thread.subject);
    const labels = head?.labels ?? [];
    const dot = labels.length === 0 ? [labelDot(thread.colour)] : labels.map((one) => labelChip(one.text, one.colour));
    const button = make(
      'button',
      { class: 'annotation-item', attributes: { type: 'button', 'data-item': thread.id } },
      [
        ...dot,
        make('span', { class: 'annotation-words', text: text || (strings ? cardTitle(thread, strings) : thread.id) }),
        make('span', { class: 'date', text: head?.creator ?? '' }),
      ],
    );
    button.addEventListener('click', () => this.#actions.open([thread.id], button));
    return make('li', {}, [button]);
  }
}

function inOrder(threads: readonly AnnotationThread[], placed: ReadonlySet<string>): readonly AnnotationThread[] {
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  return [...placed].flatMap((id) => byId.get(id) ?? []);
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line.slice(0, 2 * longest)];
  return characters.length <= longest ? line : `${characters.slice(0, longest).join('')}…`;
}
