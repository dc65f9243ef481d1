import type {
  FromPreview,
  PreviewHead,
  PreviewSettings,
  RenderMessage,
  StandingMessage,
  ToPreview,
} from '../../protocol/previewMessages';
import type { PreviewStrings } from '../../protocol/previewStrings';
import { readAnnotationDrafts } from '../../protocol/readAnnotationMessage';
import { make } from '../page/make';
import { Annotations } from './annotations/annotations';
import { Drafts } from './annotations/drafts';
import { ArticleBody } from './articleBody';
import { ArticleFooter } from './articleFooter';
import { ArticleHeader } from './articleHeader';
import { ArticleImages } from './articleImages';
import { BlockedList } from './blockedList';
import { exportedBody } from './exportedBody';
import { LayingOut } from './layingOut';
import { listenToArticle } from './listenToArticle';
import { listenToKeys } from './listenToKeys';
import { Places } from './places';
import { ReadingPlace } from './readingPlace';
import { ScrollSync } from './scrollSync';
import { Toolbar } from './toolbar';
import type { Outside } from './vsCodeApi';
import { Zoom } from './zoom';

/** Until the first message, which is there from the start. */
const usualSettings: PreviewSettings = {
  textOnly: false,
  textSize: 100,
  width: 'medium',
  typeface: 'sans',
  scrollSync: 'both',
};

/** The whole of the page: takes messages, shows the article, tells what a person does. */
export class PreviewPage {
  readonly #outside: Outside;
  readonly #strings: PreviewStrings;
  readonly #places = new Places();
  readonly #images = new ArticleImages();
  readonly #layingOut = new LayingOut(() => this.#reading.noticeEnd());
  readonly #body = new ArticleBody(this.#places, this.#images, this.#layingOut);
  readonly #zoom = new Zoom();
  readonly #footer = new ArticleFooter();
  readonly #notice = make('p', { class: 'notice', attributes: { role: 'status' } });
  readonly #article = make('main', { class: 'article' });
  readonly #top = make('header', { class: 'top' });
  readonly #toolbar: Toolbar;
  readonly #annotations: Annotations;
  readonly #header: ArticleHeader;
  readonly #blocked: BlockedList;
  readonly #scroll = new ScrollSync(this.#places, this.#layingOut, () => this.#top.getBoundingClientRect().bottom);
  readonly #reading: ReadingPlace;

  #settings: PreviewSettings = usualSettings;
  #standing: StandingMessage = { kind: 'standing', isRead: false, hasPrevious: false, hasNext: false };
  #shown: RenderMessage | undefined;
  #version = -1;

  constructor(outside: Outside) {
    this.#outside = outside;
    this.#strings = outside.strings.page;
    this.#reading = new ReadingPlace(this.#scroll, this.#layingOut, this.#footer.root, outside);
    this.#annotations = new Annotations({
      article: this.#article,
      body: this.#body.root,
      strings: outside.strings.annotations,
      send: (message) => this.#send(message),
      layOut: () => this.#layingOut.finish(),
      drafts: new Drafts(readAnnotationDrafts(outside.kept?.drafts), (drafts) => outside.keepDrafts(drafts)),
    });
    this.#toolbar = new Toolbar({
      go: (to) => this.#send({ kind: 'go', to }),
      markRead: (isRead) => this.#send({ kind: 'markRead', isRead }),
      change: (settings) => this.#change(settings),
      exportArticle: () => this.#send({ kind: 'export' }),
    });
    this.#header = new ArticleHeader(this.#images, {
      openLink: (url) => this.#send({ kind: 'openLink', url }),
      openSource: () => this.#send({ kind: 'openSource' }),
      openProblem: (start, end) => this.#send({ kind: 'openProblem', version: this.#version, start, end }),
    });
    this.#blocked = new BlockedList({
      reveal: (start, end) => this.#send({ kind: 'reveal', version: this.#version, start, end }),
    });
  }

  start(): void {
    this.#top.append(this.#toolbar.root);
    const { list } = this.#annotations;
    const parts = [this.#header, list, this.#blocked, this.#body, this.#footer].map(({ root }) => root);
    this.#article.append(...parts);
    this.#body.root.before(this.#notice);
    this.#article.hidden = true;
    document.body.append(this.#top, this.#article, this.#zoom.root);
    this.#annotations.start();
    this.#reading.listen();
    this.#listen();
    this.#outside.listen((message) => this.#take(message));
    this.#send({ kind: 'ready' });
  }

  #take(message: ToPreview): void {
    switch (message.kind) {
      case 'settings':
        this.#settings = message.settings;
        this.#dress();
        break;
      case 'standing':
        this.#standing = message;
        this.#dress();
        break;
      case 'render':
        this.#render(message);
        break;
      case 'head':
        this.#showHead(message.version, message.head);
        break;
      case 'scrollTo':
        this.#scroll.scrollTo(message.offset);
        break;
      case 'goToFragment':
        this.#goTo(message.fragment);
        break;
      case 'fault':
        this.#fault(message.version, message.message);
        break;
      case 'collect':
        this.#send({ kind: 'collected', request: message.request, html: exportedBody(message.article, this.#strings) });
        break;
      case 'annotations':
        this.#annotations.take(message);
        break;
      case 'annotated':
        this.#annotations.answered(message);
        break;
      case 'annotateArticle':
        this.#annotations.annotateArticle();
        break;
      case 'goToAnnotation':
        this.#annotations.goTo(message.id);
        break;
    }
  }

  #render(message: RenderMessage): void {
    // Messages come in order, renders do not have to be finished in order.
    if (message.version <= this.#version) return;
    const start = performance.now();
    const isOther = this.#shown?.article !== message.article;
    this.#version = message.version;
    this.#shown = message;
    this.#images.set(message.images);
    this.#header.show(message, this.#strings);
    this.#blocked.show(message, this.#strings);
    this.#body.show(message, this.#strings, isOther);
    this.#footer.show(message, this.#strings);
    this.#places.order(this.#body.root);
    this.#annotations.rendered(message);
    this.#notice.textContent = this.#noticeOf(message);
    this.#article.hidden = false;
    this.#body.root.hidden = false;
    if (isOther) {
      this.#zoom.root.close();
      const { kept } = this.#outside;
      if (kept?.article === message.article && !this.#reading.isMoved) this.#scroll.scrollTo(kept.offset);
      else this.#scroll.moveTo(0);
    }
    this.#reading.set(message.article, message.version);
    this.#send({ kind: 'didRender', version: message.version, milliseconds: performance.now() - start });
  }

  #showHead(version: number, head: PreviewHead): void {
    if (version !== this.#version || this.#shown === undefined) return;
    this.#shown = { ...this.#shown, head };
    this.#header.show(this.#shown, this.#strings);
  }

  #noticeOf({ limited, html }: RenderMessage): string {
    if (limited === 'plain') return this.#strings.limitedPlain;
    if (limited === 'cut') return this.#strings.limitedCut;
    return html.trim() === '' ? this.#strings.emptyBody : '';
  }

  #fault(version: number, message: string): void {
    if (version <= this.#version) return;
    this.#version = version;
    this.#shown = undefined;
    this.#layingOut.finish();
    this.#article.hidden = false;
    for (const part of [this.#header.root, this.#blocked.root, this.#body.root, this.#footer.root]) {
      part.replaceChildren();
    }
    this.#places.order(this.#body.root);
    this.#annotations.rendered(undefined);
    this.#notice.textContent = message;
  }

  /** What does not come with the article. */
  #dress(): void {
    const { textOnly, textSize, width, typeface } = this.#settings;
    const root = document.documentElement;
    root.style.setProperty('--text-size', String(textSize / 100));
    document.body.dataset.width = width;
    document.body.dataset.typeface = typeface;
    document.body.classList.toggle('text-only', textOnly);
    this.#article.setAttribute('aria-label', this.#strings.article);
    this.#toolbar.show(this.#strings, this.#settings, this.#standing);
  }

  #change(settings: PreviewSettings): void {
    const offset = this.#scroll.offsetAtTop();
    this.#settings = settings;
    this.#dress();
    // Lines break elsewhere now; what was at the top stays there.
    if (window.scrollY > 0) this.#scroll.scrollTo(offset);
    this.#send({ kind: 'changeSettings', settings });
  }

  #goTo(fragment: string): void {
    const anchor = this.#body.anchor(fragment);
    if (anchor === undefined) return;
    this.#layingOut.finish();
    anchor.scrollIntoView({ block: 'start', behavior: 'instant' });
    this.#reading.tell();
  }

  #listen(): void {
    listenToArticle({
      root: this.#article,
      body: this.#body,
      images: this.#images,
      places: this.#places,
      strings: this.#strings,
      version: () => this.#version,
      send: (message) => this.#send(message),
      goTo: (fragment) => this.#goTo(fragment),
      enlarge: (image) => this.#zoom.open(image, this.#strings.close),
    });
    listenToKeys({
      settings: () => this.#settings,
      change: (settings) => this.#change(settings),
      go: (to) => {
        if (to === 'next' ? this.#standing.hasNext : this.#standing.hasPrevious) this.#send({ kind: 'go', to });
      },
      toggleRead: () => this.#send({ kind: 'markRead', isRead: !this.#standing.isRead }),
    });
  }

  #send(message: FromPreview): void {
    this.#outside.send(message);
  }
}
