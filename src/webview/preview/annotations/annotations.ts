import type { AnnotatedMessage, AnnotationsMessage, LabelChoice } from '../../../protocol/annotationMessages';
import { type AnnotationStrings, annotationStrings } from '../../../protocol/annotationStrings';
import type { FromPreview, RenderMessage } from '../../../protocol/previewMessages';
import { findSeen, type SeenPassage, seenPassage } from '../../../protocol/seenPassage';
import { filled, make } from '../make';
import type { FormContent } from './annotationForm';
import { AnnotationList } from './annotationList';
import { Cards } from './cards';
import type { Drafts } from './drafts';
import { Highlights, type PlacedThread, placedAt, startOf } from './highlights';
import { ImageMarks } from './imageMarks';
import { PageText } from './pageText';
import { Requests } from './requests';
import { SelectionToolbar } from './selectionToolbar';
import { cardTitle } from './threadCard';

export interface AnnotationsAround {
  /** The whole article, and the part of it that is its text. */
  readonly article: HTMLElement;
  readonly body: HTMLElement;
  readonly send: (message: FromPreview) => void;
  readonly drafts: Drafts;
}

/** More of them take too long to look at while the pointer moves. */
const mostPointed = 500;

/** The annotations of the article in the page: shown in its text, written beside it. */
export class Annotations {
  readonly list = new AnnotationList({
    annotateArticle: (anchor) => this.annotateArticle(anchor),
    open: (ids, anchor) => this.#openItem(ids, anchor),
  });
  readonly #around: AnnotationsAround;
  readonly #requests: Requests;
  readonly #highlights = new Highlights();
  readonly #status = make('p', { class: 'said', attributes: { role: 'status' } });
  readonly #toolbar: SelectionToolbar;
  readonly #cards: Cards;
  readonly #marks: ImageMarks;
  #strings: AnnotationStrings = annotationStrings;
  #message: AnnotationsMessage | undefined;
  #shown: RenderMessage | undefined;
  #text: PageText | undefined;
  #placed: readonly PlacedThread[] = [];
  #current: string | undefined;
  #selected: SeenPassage | undefined;
  #isPointing = false;
  /** Whether what was being written on the article is still to be brought back. */
  #mayResume = false;

  constructor(around: AnnotationsAround) {
    this.#around = around;
    this.#requests = new Requests(around.send);
    this.#toolbar = new SelectionToolbar({
      label: (label) => void this.#label(label),
      note: () => this.#write('note'),
      more: () => this.#write('labels'),
      setUpLabels: () => void this.#requests.ask({ kind: 'setUpLabels' }),
    });
    this.#cards = new Cards({
      strings: () => this.#strings,
      message: () => this.#own,
      ask: (action) => this.#requests.ask(action),
      selected: () => this.#selected,
      say: (text) => this.#say(text),
      closed: () => this.#highlights.mark([]),
      drafted: (draft) => {
        if (this.#shown !== undefined) around.drafts.set(this.#shown.article, draft);
      },
    });
    this.#marks = new ImageMarks(around.article, {
      annotate: (image, anchor) => this.#annotateImage(image, anchor),
      open: (ids, anchor) => this.#cards.open(ids, anchor.getBoundingClientRect()),
    });
  }

  start(): void {
    this.#around.body.tabIndex = -1;
    this.#around.article.append(this.#marks.root, this.#status);
    document.body.append(this.#toolbar.root, this.#cards.root);
    this.#around.body.addEventListener('click', (event) => this.#click(event));
    this.#around.body.addEventListener('pointermove', (event) => this.#point(event));
    document.addEventListener('pointerup', ({ target }) => {
      if (!(target instanceof Element) || target.closest('dialog, button') === null) this.#offer();
    });
    document.addEventListener('keyup', ({ shiftKey, key }) => {
      if (shiftKey || key === 'Shift') this.#offer();
    });
    document.addEventListener('selectionchange', () => this.#select());
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  setStrings(strings: AnnotationStrings): void {
    this.#strings = strings;
    this.#draw();
  }

  take(message: AnnotationsMessage): void {
    this.#message = message;
    this.#draw();
  }

  answered(message: AnnotatedMessage): void {
    this.#requests.take(message);
  }

  /** The article is in the page, maybe with another text; `undefined` when none is. */
  rendered(shown: RenderMessage | undefined): void {
    const isOther = shown?.article !== this.#shown?.article;
    this.#shown = shown;
    this.#text = undefined;
    if (isOther) {
      this.#mayResume = true;
      this.#current = undefined;
      this.#selected = undefined;
      this.#toolbar.close();
      this.#cards.close();
    }
    this.#draw();
  }

  /** Opens the form for an annotation on the whole article. */
  annotateArticle(anchor: HTMLElement | undefined = this.list.annotateButton): void {
    if (anchor === undefined) return;
    this.#cards.write({ on: 'article' }, anchor.getBoundingClientRect(), this.#strings.annotateArticle);
  }

  /** Shows where an annotation is. */
  goTo(id: string): void {
    const ranges = this.#rangesOf(id);
    if (ranges.length > 0) this.#goTo(id, ranges, false);
  }

  /** What was sent of the article that is shown. */
  get #own(): AnnotationsMessage | undefined {
    return this.#message !== undefined && this.#message.article === this.#shown?.article ? this.#message : undefined;
  }

  get #pageText(): PageText {
    this.#text ??= new PageText(this.#around.body);
    return this.#text;
  }

  #draw(): void {
    const message = this.#own;
    const threads = message?.threads ?? [];
    const hasPassages = threads.some(({ place }) => place !== undefined);
    this.#placed = hasPassages ? this.#place(threads) : [];
    this.#highlights.show(this.#placed);
    if (!this.#cards.isOpen) this.#highlights.mark(this.#rangesOf(this.#current));
    this.list.show(message, new Set(this.#placed.map(({ thread }) => thread.id)), this.#strings);
    this.#marks.show(threads, message?.mayAnnotate === true, this.#strings);
    this.#cards.update();
    if (this.#toolbar.isOpen) this.#offer();
    if (message !== undefined && this.#mayResume) this.#resume(message);
  }

  /** Goes on with what was being written when the page went, or another article came. */
  #resume({ article }: AnnotationsMessage): void {
    this.#mayResume = false;
    const draft = this.#around.drafts.of(article);
    const anchor = this.list.annotateButton?.getBoundingClientRect();
    if (draft === undefined || anchor === undefined || this.#cards.isOpen) return;
    const { on, labels, note } = draft;
    const content = { labels, note };
    switch (on.kind) {
      case 'passage':
        this.#writeOn(on.place, 'note', content);
        break;
      case 'article':
        this.#cards.write({ on: 'article' }, anchor, this.#strings.annotateArticle, 'note', content);
        break;
      case 'image':
        if (this.#srcOf(on.image) === on.src) this.#annotateImage(on.image, this.#imageOf(on.image), content);
        break;
      default:
        this.#cards.resume(draft, anchor);
    }
  }

  /** In the order of the text. */
  #place(threads: AnnotationsMessage['threads']): readonly PlacedThread[] {
    const text = this.#pageText;
    return threads
      .flatMap((thread) => {
        const found = thread.place && findSeen(text.text, thread.place);
        const ranges = found === undefined ? [] : text.rangesOf(found);
        return found === undefined || ranges.length === 0 ? [] : [{ thread, ranges, start: found.start }];
      })
      .sort((one, other) => one.start - other.start);
  }

  #rangesOf(id: string | undefined): readonly Range[] {
    return this.#placed.find(({ thread }) => thread.id === id)?.ranges ?? [];
  }

  #openItem(ids: readonly string[], anchor: HTMLElement): void {
    const [id] = ids;
    const ranges = ids.length === 1 ? this.#rangesOf(id) : [];
    if (ranges.length === 0) this.#cards.open(ids, anchor.getBoundingClientRect());
    else this.#goTo(id, ranges, true);
  }

  #goTo(id: string | undefined, ranges: readonly Range[], isOpened: boolean): void {
    this.#current = id;
    const { top, bottom } = startOf(ranges);
    if (top < 60 || bottom > window.innerHeight - 40) {
      window.scrollTo({ top: window.scrollY + top - window.innerHeight / 3, behavior: 'instant' });
    }
    this.#highlights.mark(ranges);
    if (isOpened && id !== undefined) this.#cards.open([id], startOf(ranges));
  }

  #click(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.target.closest('a, button, summary') !== null) return;
    if (document.getSelection()?.isCollapsed === false) return;
    const hits = placedAt(this.#placed, event.clientX, event.clientY);
    const [first] = hits;
    if (first === undefined) return;
    this.#current = first.thread.id;
    this.#highlights.mark(first.ranges);
    this.#cards.open(
      hits.map(({ thread }) => thread.id),
      startOf(first.ranges),
    );
  }

  /** Shows that a highlight can be clicked. */
  #point({ clientX, clientY }: PointerEvent): void {
    if (this.#isPointing) return;
    this.#isPointing = true;
    requestAnimationFrame(() => {
      this.#isPointing = false;
      const isOver = this.#placed.length <= mostPointed && placedAt(this.#placed, clientX, clientY).length > 0;
      this.#around.body.classList.toggle('on-annotation', isOver);
    });
  }

  /** Keeps in mind what is selected in the text; a selection elsewhere does not change that. */
  #select(): void {
    const range = this.#selectedRange();
    if (range === undefined) {
      const anchor = document.getSelection()?.anchorNode;
      if (anchor && this.#around.body.contains(anchor)) {
        this.#selected = undefined;
        this.#toolbar.close();
      }
      return;
    }
    const seen = this.#own?.mayAnnotate === true ? this.#pageText.seenIn(range) : undefined;
    this.#selected = seen && seenPassage(this.#pageText.text, seen);
  }

  #selectedRange(): Range | undefined {
    const selection = document.getSelection();
    if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
    const range = selection.getRangeAt(0);
    return range.intersectsNode(this.#around.body) ? range : undefined;
  }

  /** Shows the labels beside what is selected; whether something is. */
  #offer(): boolean {
    const message = this.#own;
    const range = this.#selectedRange();
    this.#select();
    if (message?.mayAnnotate !== true || range === undefined || this.#selected === undefined) return false;
    const labels = message.labels.filter(({ scopes }) => scopes.includes('passage'));
    this.#toolbar.open(range.getBoundingClientRect(), labels, message.hasLabels, this.#strings);
    return true;
  }

  async #label({ id }: LabelChoice): Promise<void> {
    const place = this.#selected;
    if (place === undefined) return;
    this.#toolbar.close();
    const isDone = await this.#requests.ask({ kind: 'addToPassage', place, labels: [{ label: id }], note: '' });
    if (isDone && this.#selected === place) document.getSelection()?.removeAllRanges();
  }

  #write(focus: 'labels' | 'note'): void {
    if (this.#selected !== undefined) this.#writeOn(this.#selected, focus);
  }

  #writeOn(place: SeenPassage, focus: 'labels' | 'note', content?: FormContent): void {
    const found = findSeen(this.#pageText.text, place);
    const ranges = found === undefined ? [] : this.#pageText.rangesOf(found);
    this.#toolbar.close();
    // The selection goes when something is written.
    this.#highlights.mark(ranges);
    const anchor = ranges.length > 0 ? startOf(ranges) : this.list.annotateButton?.getBoundingClientRect();
    if (anchor !== undefined)
      this.#cards.write({ on: 'passage', place }, anchor, this.#strings.annotate, focus, content);
  }

  #annotateImage(image: number, anchor: Element | null, content?: FormContent): void {
    const version = this.#shown?.version;
    if (version === undefined || anchor === null) return;
    const target = { on: 'image', image, version, src: this.#srcOf(image) } as const;
    this.#cards.write(target, anchor.getBoundingClientRect(), this.#strings.annotateImage, 'labels', content);
  }

  #srcOf(image: number): string {
    return this.#shown?.images.find(({ id }) => id === image)?.src ?? '';
  }

  #imageOf(image: number): Element | null {
    return this.#around.article.querySelector(`img[data-image="${image}"]`);
  }

  /** Single keys, as long as nobody types or wants something of VS Code. */
  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const { target, key } = event;
    if (this.#own?.mayAnnotate !== true) return;
    if (target instanceof Element && target.closest('input, textarea, select, dialog') !== null) return;
    const isInControl = target instanceof Element && target.closest('button, a, summary') !== null;
    if (key === 'a') this.#annotate();
    else if (key === 'j' || key === 'k') this.#step(key === 'j' ? 1 : -1);
    else if (key === 'Escape' && this.#toolbar.isOpen) this.#toolbar.close();
    else if (key === 'Enter' && !isInControl && this.#rangesOf(this.#current).length > 0) this.#openCurrent();
    else if (!this.#toolbar.press(key)) return;
    event.preventDefault();
  }

  #annotate(): void {
    if (this.#marks.annotateFocused()) return;
    if (this.#offer()) this.#toolbar.focus();
    else this.#say(this.#strings.selectFirst);
  }

  #openCurrent(): void {
    this.#goTo(this.#current, this.#rangesOf(this.#current), true);
  }

  #step(by: 1 | -1): void {
    const placed = this.#placed;
    if (placed.length === 0) return;
    const now = placed.findIndex(({ thread }) => thread.id === this.#current);
    const next = now < 0 ? (by > 0 ? 0 : placed.length - 1) : (now + by + placed.length) % placed.length;
    const found = placed[next];
    if (found === undefined) return;
    const { thread, ranges } = found;
    // What had the focus would take the Enter that opens it.
    if (!this.#cards.isOpen) this.#around.body.focus({ preventScroll: true });
    this.#goTo(thread.id, ranges, this.#cards.isOpen);
    const [head] = thread.comments;
    const words = [...(head?.labels.map(({ text }) => text) ?? []), head?.note || thread.subject].join(' · ');
    this.#say(filled(this.#strings.position, next + 1, placed.length, words || cardTitle(thread, this.#strings)));
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }
}
