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
import { AnnotationForm, type FormContent, type FormSetting } from './annotationForm';
import { Floating, floatingHead } from './floating';
import { cardTitle, threadCard } from './threadCard';

/** What a new annotation is to be on. */
export type NewTarget =
  | { readonly on: 'passage'; readonly place: SeenPassage }
  | { readonly on: 'article' }
  | { readonly on: 'image'; readonly image: number; readonly version: number; readonly src: string };

export interface CardsAround {
  readonly strings: () => AnnotationStrings;
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

  constructor(around: CardsAround) {
    this.#around = around;
    this.root.classList.add('cards');
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
      this.#newForm({ title, scope: target.on, before, now }, (said) => this.#add(target, said));
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
    this.#ids = this.#ids.filter((id) => known.has(id));
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

  close(): void {
    this.#ids = [];
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
    const threads = this.#ids.map((id) => this.#thread(id));
    return JSON.stringify([this.#around.strings(), threads, this.#form?.labels, this.#form?.thread, this.#form?.of]);
  }

  #draw(): void {
    const strings = this.#around.strings();
    const threads = this.#ids.flatMap((id) => this.#thread(id) ?? []);
    this.#drawn = this.#drawing();
    const focused = this.root.contains(document.activeElement) ? document.activeElement : undefined;
    const name = focused?.getAttribute('data-action');
    const of = focused?.closest('[data-annotation]')?.getAttribute('data-annotation');
    const title = this.#ids.length === 0 ? this.#title : strings.annotations;
    this.root.setAttribute('aria-label', title);
    this.root.replaceChildren(
      floatingHead(title, strings.close, () => this.#giveUp()),
      ...threads.map((thread) => this.#card(thread, strings)),
      ...(this.#form !== undefined && this.#form.thread === undefined ? [this.#form.form.root] : []),
    );
    this.#floating.place();
    if (focused === undefined) return;
    const same = focused instanceof HTMLElement && focused.isConnected ? focused : undefined;
    const card = of == null ? null : this.root.querySelector(`[data-annotation="${CSS.escape(of)}"]`);
    const again = name == null ? null : card?.querySelector<HTMLElement>(`[data-action="${name}"]`);
    (same ?? again ?? this.root.querySelector<HTMLElement>('.floating-head button'))?.focus();
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
        remove: (comment) => ask({ kind: 'delete', id: comment.id }),
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
    const title = cardTitle(thread, this.#around.strings());
    const given = labels.map(({ label, value }) => (value === undefined ? { label } : { label, value }));
    const before = { labels: given, note };
    const make = (now: FormContent | undefined): AnnotationForm =>
      this.#newForm({ title, scope, before, now }, (said) => this.#around.ask({ kind: 'edit', id, ...said }));
    const form = make(content);
    this.#start({ form, on: { kind: 'edit', id }, thread: thread.id, of: id, make, labels: this.#labelKey() });
  }

  #answer({ id }: AnnotationThread, content?: FormContent): void {
    const title = this.#around.strings().answer;
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
      this.#around.strings(),
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

  #add(target: NewTarget, content: FormContent): Promise<boolean> {
    switch (target.on) {
      case 'passage':
        return this.#around.ask({ kind: 'addToPassage', place: target.place, ...content });
      case 'article':
        return this.#around.ask({ kind: 'addToArticle', ...content });
      case 'image': {
        const { image, version } = target;
        return this.#around.ask({ kind: 'addToImage', image, version, ...content });
      }
    }
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

function draftTarget(target: NewTarget): DraftTarget {
  switch (target.on) {
    case 'passage':
      return { kind: 'passage', place: target.place };
    case 'article':
      return { kind: 'article' };
    case 'image':
      return { kind: 'image', image: target.image, src: target.src };
  }
}
