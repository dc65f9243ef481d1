import type {
  AnnotationAction,
  AnnotationDraft,
  AnnotationsMessage,
  AnnotationThread,
  DraftTarget,
  LabelChoice,
  ShownComment,
} from '../../../protocol/annotationMessages';
import type { AnnotationStrings } from '../../../protocol/annotationStrings';
import type { SeenPassage } from '../../../protocol/seenPassage';
import { isSingleKey } from '../singleKey';
import { AnnotationForm, type FormContent, type FormSetting } from './annotationForm';
import { DeletedComment } from './deletedComment';
import { Floating, floatingHead } from './floating';
import { addAction, draftTarget, type NewTarget } from './newTarget';
import { cardTitle, deletedCard, threadCard } from './threadCard';

export interface CardsAround {
  readonly strings: AnnotationStrings;
  readonly message: () => AnnotationsMessage | undefined;
  readonly ask: (action: AnnotationAction) => Promise<boolean>;
  /** The passage that is selected. */
  readonly selected: () => SeenPassage | undefined;
  readonly say: (text: string) => void;
  readonly closed: () => void;
  /** What is being written has changed, or is saved or given up. */
  readonly drafted: (draft: Omit<AnnotationDraft, 'article'> | undefined) => void;
}

interface OpenForm {
  readonly form: AnnotationForm;
  /** The card it is in, and the comment it stands in the place of: of a new annotation neither, of an answer no comment. */
  readonly thread?: string;
  readonly of?: string;
  readonly on: DraftTarget;
  readonly make: (content: FormContent | undefined) => AnnotationForm;
  /** The labels it was made with. */
  readonly labels: string;
}

interface FormOrigin {
  readonly title: string;
  /** Undefined where there are no labels to give. */
  readonly scope: NewTarget['on'] | undefined;
  readonly before: FormContent;
  readonly now: FormContent | undefined;
}

/** The cards of annotations, and the forms in which they are written. */
export class Cards {
  readonly #floating = new Floating(() => this.#giveUp());
  readonly #around: CardsAround;
  #ids: readonly string[] = [];
  #form: OpenForm | undefined;
  #title = '';
  #drawn = '';
  readonly #deleted: DeletedComment;

  constructor(around: CardsAround) {
    this.#around = around;
    this.#deleted = new DeletedComment(around.ask, () => this.update());
    this.root.classList.add('cards');
    this.root.addEventListener('keydown', (event) => {
      if (isSingleKey(event) && this.press(event.key)) event.preventDefault();
    });
    for (const type of ['input', 'change', 'click']) this.root.addEventListener(type, () => this.#tellDraft());
  }

  get root(): HTMLDialogElement {
    return this.#floating.root;
  }

  get isOpen(): boolean {
    return this.#floating.isOpen;
  }

  /** Shows annotations. */
  open(ids: readonly string[], anchor: DOMRect): void {
    if (this.#keepsDraft()) return;
    this.#ids = ids;
    this.#form = undefined;
    this.#draw();
    this.#floating.open(anchor);
    this.#floating.place();
    this.root.querySelector<HTMLElement>('.floating-head button')?.focus();
  }

  /** Opens the form for a new annotation. */
  write(
    target: NewTarget,
    anchor: DOMRect,
    title: string,
    focus: 'labels' | 'note' = 'labels',
    content?: FormContent,
  ): void {
    if (this.#keepsDraft()) return;
    this.#ids = [];
    this.#title = title;
    const before = { labels: [], note: '' };
    const make = (now: FormContent | undefined): AnnotationForm =>
      this.#newForm({ title, scope: target.on, before, now }, (said) => this.#around.ask(addAction(target, said)));
    this.#form = { form: make(content), on: draftTarget(target), make, labels: this.#labelKey() };
    this.#draw();
    this.#floating.open(anchor);
    this.#floating.place();
    if (focus === 'note') this.#form.form.focusNote();
    else this.#form.form.focus();
  }

  /** Goes on with what was being written in a card. */
  resume({ on, labels, note }: AnnotationDraft, anchor: DOMRect): void {
    if (on.kind !== 'edit' && on.kind !== 'answer') return;
    const thread = this.#around.message()?.threads.find(({ comments }) => comments.some(({ id }) => id === on.id));
    const comment = thread?.comments.find(({ id }) => id === on.id);
    if (thread === undefined || comment === undefined) return;
    this.open([thread.id], anchor);
    if (on.kind === 'edit') this.#edit(thread, comment, { labels, note });
    else this.#answer(thread, { labels, note });
  }

  /** Annotations or labels are other ones now. */
  update(): void {
    if (!this.isOpen) return;
    const known = new Set(this.#around.message()?.threads.map(({ id }) => id));
    this.#ids = this.#ids.filter((id) => known.has(id) || id === this.#deleted.thread);
    const open = this.#form;
    if (open !== undefined && open.labels !== this.#labelKey()) {
      this.#form = { ...open, form: open.make(open.form.content), labels: this.#labelKey() };
    }
    if (open?.thread !== undefined && !known.has(open.thread)) this.#form = undefined;
    if (this.#ids.length === 0 && this.#form === undefined) this.close();
    // What is drawn anew takes away the focus for a moment, and what an input method is composing.
    else if (this.#drawn === this.#drawing()) this.#floating.place();
    else this.#draw();
  }

  /** Gives the label that a key stands for in the form that is open; whether there is one. */
  press(key: string): boolean {
    return this.isOpen && this.#form?.form.press(key) === true;
  }

  close(): void {
    this.#ids = [];
    this.#deleted.forget();
    this.#form = undefined;
    this.#floating.close();
    this.#around.closed();
  }

  /** A person closes it, and with it what is being written. */
  #giveUp(): void {
    this.close();
    this.#around.drafted(undefined);
  }

  #tellDraft(): void {
    const open = this.#form;
    if (open !== undefined)
      this.#around.drafted(open.form.isChanged ? { on: open.on, ...open.form.content } : undefined);
  }

  /** Leads back to what is being written, which is given up only by its own buttons; whether something is. */
  #keepsDraft(): boolean {
    const form = this.isOpen ? this.#form?.form : undefined;
    if (form?.isChanged !== true) return false;
    form.focusNote();
    return true;
  }

  /** All that what is drawn depends on. */
  #drawing(): string {
    const threads = this.#ids.map((id) => this.#thread(id) ?? id);
    const { labels, thread, of } = this.#form ?? {};
    return JSON.stringify([this.#around.strings, threads, labels, thread, of, this.#deleted.id]);
  }

  #draw(): void {
    const strings = this.#around.strings;
    this.#drawn = this.#drawing();
    const focused = this.root.contains(document.activeElement) ? document.activeElement : undefined;
    const name = focused?.getAttribute('data-action');
    const of = focused?.closest<HTMLElement>('[data-comment], [data-annotation]')?.dataset;
    const title = this.#ids.length === 0 ? this.#title : strings.annotations;
    this.root.setAttribute('aria-label', title);
    this.root.replaceChildren(
      floatingHead(title, strings.close, () => this.#giveUp()),
      ...this.#ids.flatMap((id) => this.#cardOf(id, strings)),
      ...(this.#form !== undefined && this.#form.thread === undefined ? [this.#form.form.root] : []),
    );
    this.#floating.place();
    if (focused === undefined) return;
    const same = focused instanceof HTMLElement && focused.isConnected ? focused : undefined;
    // Of the same comment: a button of another one that has taken its place is not what a person is at.
    const place = [...this.root.querySelectorAll<HTMLElement>('[data-comment], [data-annotation]')].find(
      ({ dataset }) => dataset.comment === of?.comment && dataset.annotation === of?.annotation,
    );
    const again = name == null ? null : place?.querySelector<HTMLElement>(`[data-action="${name}"]`);
    const undo = this.root.querySelector<HTMLElement>('[data-action="undo"]');
    (same ?? again ?? undo ?? this.root.querySelector<HTMLElement>('.floating-head button'))?.focus();
  }

  #cardOf(id: string, strings: AnnotationStrings): readonly HTMLElement[] {
    const thread = this.#thread(id);
    const isGone = this.#deleted.thread === id && !thread?.comments.some((comment) => comment.id === this.#deleted.id);
    return [
      ...(thread === undefined ? [] : [this.#card(thread, strings)]),
      ...(isGone ? [deletedCard(strings, () => this.#deleted.undo())] : []),
    ];
  }

  #card(thread: AnnotationThread, strings: AnnotationStrings): HTMLElement {
    const { id } = thread;
    const ask = (action: AnnotationAction): void => void this.#around.ask(action);
    const open = this.#form?.thread === id ? { of: this.#form.of, root: this.#form.form.root } : undefined;
    return threadCard(
      thread,
      strings,
      {
        edit: (comment) => this.#edit(thread, comment),
        answer: () => this.#answer(thread),
        resolve: (isResolved) => ask({ kind: 'resolve', id, isResolved }),
        remove: (comment) => void this.#deleted.remove(id, comment.id),
        show: () => ask({ kind: 'show', id }),
        reattachToText: (text) => ask({ kind: 'reattachToText', id, text }),
        reattachToSelection: () => {
          const place = this.#around.selected();
          if (place === undefined) this.#around.say(strings.selectFirst);
          else ask({ kind: 'reattachToPassage', id, place });
        },
      },
      open,
    );
  }

  #edit(thread: AnnotationThread, { id, labels, note }: ShownComment, content?: FormContent): void {
    const { on } = thread;
    const scope = thread.comments[0]?.id === id && on !== 'lost' ? on : undefined;
    const title = cardTitle(thread, this.#around.strings);
    const given = labels.map(({ label, value }) => (value === undefined ? { label } : { label, value }));
    const before = { labels: given, note };
    const make = (now: FormContent | undefined): AnnotationForm =>
      this.#newForm({ title, scope, before, now }, (said) => this.#around.ask({ kind: 'edit', id, ...said }));
    const form = make(content);
    this.#start({ form, on: { kind: 'edit', id }, thread: thread.id, of: id, make, labels: this.#labelKey() });
  }

  #answer({ id }: AnnotationThread, content?: FormContent): void {
    const title = this.#around.strings.answer;
    const before = { labels: [], note: '' };
    const make = (now: FormContent | undefined): AnnotationForm =>
      this.#newForm({ title, scope: undefined, before, now }, ({ note }) =>
        this.#around.ask({ kind: 'reply', id, note }),
      );
    this.#start({ form: make(content), on: { kind: 'answer', id }, thread: id, make, labels: this.#labelKey() });
  }

  #start(form: OpenForm): void {
    if (this.#keepsDraft()) return;
    this.#form = form;
    this.#draw();
    form.form.focusNote();
  }

  #newForm({ title, scope, before, now }: FormOrigin, save: FormSetting['save']): AnnotationForm {
    const message = this.#around.message();
    return new AnnotationForm(
      {
        title,
        labels: labelsFor(message, scope),
        hasLabels: scope !== undefined,
        ...(message?.hasLabels === false ? { setUpLabels: () => void this.#around.ask({ kind: 'setUpLabels' }) } : {}),
        before,
        ...(now === undefined ? {} : { content: now }),
        save: async (content) => {
          const isDone = await save(content);
          if (isDone) this.#end();
          return isDone;
        },
        cancel: () => this.#end(),
      },
      this.#around.strings,
    );
  }

  /** What is written is saved, or given up. */
  #end(): void {
    this.#form = undefined;
    this.#around.drafted(undefined);
    if (this.#ids.length === 0) {
      this.close();
      return;
    }
    this.#draw();
    this.root.querySelector<HTMLElement>('.floating-head button')?.focus();
  }

  #thread(id: string): AnnotationThread | undefined {
    return this.#around.message()?.threads.find((thread) => thread.id === id);
  }

  #labelKey(): string {
    const { labels, hasLabels } = this.#around.message() ?? {};
    return JSON.stringify([hasLabels, labels]);
  }
}

function labelsFor(message: AnnotationsMessage | undefined, scope: string | undefined): readonly LabelChoice[] {
  return message?.labels.filter(({ scopes }) => scopes.some((one) => one === scope)) ?? [];
}
