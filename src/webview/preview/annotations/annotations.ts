import type {
  AnnotatedMessage,
  AnnotationAction,
  AnnotationsMessage,
  LabelChoice,
} from '../../../protocol/annotationMessages';
import type { AnnotationStrings } from '../../../protocol/annotationStrings';
import type { FromPreview, RenderMessage } from '../../../protocol/previewMessages';
import { findSeen, type SeenPassage } from '../../../protocol/seenPassage';
import { filled, make } from '../../page/make';
import { isInDialog, isSingleKey } from '../singleKey';
import type { FormContent } from './annotationForm';
import { AnnotationList } from './annotationList';
import { Cards } from './cards';
import type { Drafts } from './drafts';
import { startOf } from './highlights';
import { ImageMarks, imagePlace } from './imageMarks';
import { PageText } from './pageText';
import { PassageSelection } from './passageSelection';
import { Requests } from './requests';
import { SelectionToolbar } from './selectionToolbar';
import { ShownPassages } from './shownPassages';
import { cardTitle } from './threadCard';

export interface AnnotationsAround {
  /** The whole article, and the part of it that is its text. */
  readonly article: HTMLElement;
  readonly body: HTMLElement;
  readonly strings: AnnotationStrings;
  readonly send: (message: FromPreview) => void;
  readonly drafts: Drafts;
  /** Gives everything its place on the screen. */
  readonly layOut: () => void;
}

/** The annotations of the article in the page: shown in its text, written beside it. */
export class Annotations {
  readonly list = new AnnotationList({
    annotateArticle: (anchor) => this.annotateArticle(anchor),
    open: (ids, anchor) => this.#openItem(ids, anchor),
  });
  readonly #around: AnnotationsAround;
  readonly #strings: AnnotationStrings;
  readonly #requests: Requests;
  readonly #passages: ShownPassages;
  readonly #selection: PassageSelection;
  readonly #status = make('p', { class: 'said', attributes: { role: 'status' } });
  readonly #toolbar: SelectionToolbar;
  readonly #cards: Cards;
  readonly #marks: ImageMarks;
  #message: AnnotationsMessage | undefined;
  #shown: RenderMessage | undefined;
  #text: PageText | undefined;
  /** Whether what was being written on the article is still to be brought back. */
  #mayResume = false;

  constructor(around: AnnotationsAround) {
    this.#around = around;
    this.#strings = around.strings;
    this.#requests = new Requests(around.send);
    this.#passages = new ShownPassages(around.body);
    this.#selection = new PassageSelection(around.body, () => this.#pageText);
    this.#toolbar = new SelectionToolbar({
      label: (label) => void this.#label(label),
      note: () => this.#write('note'),
      more: () => this.#write('labels'),
      setUpLabels: () => void this.#requests.ask({ kind: 'setUpLabels' }),
    });
    this.#cards = new Cards({
      strings: around.strings,
      message: () => this.#own,
      ask: (action) => this.#ask(action),
      selected: () => this.#selection.place,
      say: (text) => this.#say(text),
      closed: () => this.#passages.mark([]),
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
    // A click into what is selected ends the selection only after both events.
    this.#around.body.addEventListener('click', (event) => setTimeout(() => this.#click(event)));
    document.addEventListener('pointerup', ({ target }) => {
      if (!(target instanceof Element) || target.closest('dialog, button') === null) setTimeout(() => this.#offer());
    });
    document.addEventListener('keyup', ({ shiftKey, key }) => {
      if (shiftKey || key === 'Shift') this.#offer();
    });
    document.addEventListener('selectionchange', () => {
      if (this.#own?.mayAnnotate === true && this.#selection.follow()) this.#toolbar.close();
    });
    document.addEventListener('keydown', (event) => this.#key(event));
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
      this.#passages.leave();
      this.#selection.clear();
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
    this.#show(id);
  }

  /** Brings an annotation into sight; where it is then. */
  #show(id: string): DOMRect | undefined {
    this.#around.layOut();
    return this.#passages.goTo(id);
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
    this.#passages.show(threads, () => this.#pageText);
    if (!this.#cards.isOpen) this.#passages.markAgain();
    this.list.show(message, this.#passages.ids, this.#strings);
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
    this.#around.layOut();
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
        if (this.#srcOf(on.image) === on.src)
          this.#annotateImage(on.image, imagePlace(this.#around.article, on.image), content);
        break;
      default:
        this.#cards.resume(draft, anchor);
    }
  }

  #openItem(ids: readonly string[], anchor: HTMLElement): void {
    const [id] = ids;
    const at = ids.length === 1 && id !== undefined ? this.#show(id) : undefined;
    this.#cards.open(ids, at ?? anchor.getBoundingClientRect());
  }

  #click(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.target.closest('a, button, summary') !== null) return;
    if (document.getSelection()?.isCollapsed === false) return;
    const hits = this.#passages.visit(event.clientX, event.clientY);
    const [first] = hits;
    if (first === undefined) return;
    const ids = hits.map(({ thread }) => thread.id);
    this.#cards.open(ids, startOf(first.ranges));
  }

  /** Shows the labels beside what is selected; whether something is. */
  #offer(): boolean {
    const message = this.#own;
    if (message?.mayAnnotate !== true) return false;
    this.#selection.follow();
    const { range, place } = this.#selection;
    if (range === undefined || place === undefined) return false;
    const labels = message.labels.filter(({ scopes }) => scopes.includes('passage'));
    this.#toolbar.open(range.getBoundingClientRect(), labels, message.hasLabels, this.#strings);
    return true;
  }

  async #label({ id }: LabelChoice): Promise<void> {
    const { place } = this.#selection;
    if (place === undefined) return;
    this.#toolbar.close();
    await this.#ask({ kind: 'addToPassage', place, labels: [{ label: id }], note: '' });
  }

  async #ask(action: AnnotationAction): Promise<boolean> {
    const isDone = await this.#requests.ask(action);
    const isAnnotated = isDone && action.kind === 'addToPassage' && this.#selection.place === action.place;
    // The selection would cover the highlight.
    if (isAnnotated) document.getSelection()?.removeAllRanges();
    return isDone;
  }

  #write(focus: 'labels' | 'note'): void {
    const { place } = this.#selection;
    if (place !== undefined) this.#writeOn(place, focus);
  }

  #writeOn(place: SeenPassage, focus: 'labels' | 'note', content?: FormContent): void {
    const found = findSeen(this.#pageText.text, place);
    const ranges = found === undefined ? [] : this.#pageText.rangesOf(found);
    this.#toolbar.close();
    // The selection goes when something is written.
    this.#passages.mark(ranges);
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
    const found = this.#shown?.images.find(({ id }) => id === image);
    const blocked = this.#shown?.blocked.find(({ kind, start }) => kind === 'remoteImage' && start === found?.start);
    return found?.src ?? blocked?.detail ?? '';
  }

  /** Single keys, as long as nobody types or wants something of VS Code. */
  #key(event: KeyboardEvent): void {
    if (!isSingleKey(event) || isInDialog(event) || event.defaultPrevented) return;
    const { target, key } = event;
    if (this.#own?.mayAnnotate !== true) return;
    const isInControl = target instanceof Element && target.closest('button, a, summary') !== null;
    if (key === 'a') this.#annotate();
    else if (key === 'j' || key === 'k') this.#step(key === 'j' ? 1 : -1);
    else if (key === 'Escape' && this.#toolbar.isOpen) this.#toolbar.close();
    else if (key === 'Tab' && !event.shiftKey && this.#toolbar.isOpen) this.#toolbar.focus();
    else if (this.#cards.press(key)) event.preventDefault();
    else if (!(key === 'Enter' && !isInControl && this.#openCurrent()) && !this.#toolbar.press(key)) return;
    event.preventDefault();
  }

  #annotate(): void {
    if (this.#offer()) this.#toolbar.focus();
    else if (!this.#marks.annotateFocused()) this.#say(this.#strings.selectFirst);
  }

  /** Opens the annotation that a person is at; whether there is one. */
  #openCurrent(): boolean {
    const { current } = this.#passages;
    const at = current === undefined ? undefined : this.#show(current);
    if (current === undefined || at === undefined) return false;
    this.#cards.open([current], at);
    return true;
  }

  #step(by: 1 | -1): void {
    const found = this.#passages.beside(by);
    if (found === undefined) return;
    const { thread, number, of } = found;
    // What had the focus would take the Enter that opens it.
    if (!this.#cards.isOpen) this.#around.body.focus({ preventScroll: true });
    this.#show(thread.id);
    if (this.#cards.isOpen) this.#openCurrent();
    const [head] = thread.comments;
    const words = [...(head?.labels.map(({ text }) => text) ?? []), head?.note || thread.subject].join(' · ');
    this.#say(filled(this.#strings.position, number, of, words || cardTitle(thread, this.#strings)));
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }
}
