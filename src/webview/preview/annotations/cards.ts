import type {
  AnnotationAction,
  AnnotationsMessage,
  AnnotationThread,
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
  | { readonly on: 'image'; readonly image: number; readonly version: number };

export interface CardsAround {
  readonly strings: () => AnnotationStrings;
  readonly message: () => AnnotationsMessage | undefined;
  readonly ask: (action: AnnotationAction) => Promise<boolean>;
  /** The passage that is selected. */
  readonly selected: () => SeenPassage | undefined;
  readonly say: (text: string) => void;
  readonly closed: () => void;
}

interface OpenForm {
  readonly form: AnnotationForm;
  /** The card it is in, and the comment it stands in the place of: of a new annotation neither, of an answer no comment. */
  readonly thread?: string;
  readonly of?: string;
  readonly make: (content: FormContent) => AnnotationForm;
  /** The labels it was made with. */
  readonly labels: string;
}

/** The cards of annotations, and the forms in which they are written. */
export class Cards {
  readonly #floating = new Floating(() => this.close());
  readonly #around: CardsAround;
  #ids: readonly string[] = [];
  #form: OpenForm | undefined;
  #title = '';
  #drawn = '';

  constructor(around: CardsAround) {
    this.#around = around;
    this.root.classList.add('cards');
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
  write(target: NewTarget, anchor: DOMRect, title: string, focus: 'labels' | 'note' = 'labels'): void {
    if (this.#keepsDraft()) return;
    this.#ids = [];
    this.#title = title;
    const make = (before: FormContent): AnnotationForm =>
      this.#newForm(title, target.on, before, (content) => this.#add(target, content));
    this.#form = { form: make({ labels: [], note: '' }), make, labels: this.#labelKey() };
    this.#draw();
    this.#floating.open(anchor);
    this.#floating.place();
    if (focus === 'note') this.#form.form.focusNote();
    else this.#form.form.focus();
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
      floatingHead(title, strings.close, () => this.close()),
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

  #edit(thread: AnnotationThread, { id, labels, note }: ShownComment): void {
    const { on } = thread;
    const isHead = thread.comments[0]?.id === id;
    const scope = isHead && on !== 'lost' ? on : undefined;
    const make = (before: FormContent): AnnotationForm =>
      this.#newForm(cardTitle(thread, this.#around.strings()), scope, before, (content) =>
        this.#around.ask({ kind: 'edit', id, ...content }),
      );
    const before = labels.map(({ label, value }) => (value === undefined ? { label } : { label, value }));
    this.#start({ form: make({ labels: before, note }), thread: thread.id, of: id, make, labels: this.#labelKey() });
  }

  #answer(thread: AnnotationThread): void {
    const make = (before: FormContent): AnnotationForm =>
      this.#newForm(this.#around.strings().answer, undefined, before, ({ note }) =>
        this.#around.ask({ kind: 'reply', id: thread.id, note }),
      );
    this.#start({ form: make({ labels: [], note: '' }), thread: thread.id, make, labels: this.#labelKey() });
  }

  #start(form: OpenForm): void {
    if (this.#keepsDraft()) return;
    this.#form = form;
    this.#draw();
    form.form.focusNote();
  }

  #newForm(
    title: string,
    scope: 'passage' | 'article' | 'image' | undefined,
    before: FormContent,
    save: FormSetting['save'],
  ): AnnotationForm {
    const message = this.#around.message();
    return new AnnotationForm(
      {
        title,
        labels: labelsFor(message, scope),
        hasLabels: scope !== undefined,
        ...(message?.hasLabels === false ? { setUpLabels: () => void this.#around.ask({ kind: 'setUpLabels' }) } : {}),
        before,
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
