import type { PreviewHead, PreviewProblem, RenderMessage } from '../../protocol/previewMessages';
import type { PreviewStrings } from '../../protocol/previewStrings';
import { filled, make } from '../page/make';
import type { ArticleImages } from './articleImages';
import { icon } from './icon';
import { patchChildren } from './patch';

/** What a click in the header means. */
export interface HeaderActions {
  readonly openLink: (url: string) => void;
  readonly openSource: () => void;
  readonly openProblem: (start: number, end: number) => void;
}

/** The card above the body: what front matter says of the article. */
export class ArticleHeader {
  readonly root = make('header', { class: 'card' });
  readonly #images: ArticleImages;
  readonly #actions: HeaderActions;
  #problems: readonly PreviewProblem[] = [];
  #link: string | undefined;

  constructor(images: ArticleImages, actions: HeaderActions) {
    this.#images = images;
    this.#actions = actions;
    this.root.addEventListener('click', (event) => this.#click(event));
  }

  show({ head, language, html }: RenderMessage, strings: PreviewStrings): void {
    this.#problems = head.problems;
    this.#link = webAddress(head.link);
    const next = document.createDocumentFragment();
    const title = make('h1', { text: head.title, attributes: language === undefined ? {} : { lang: language } });
    next.append(
      ...this.#kicker(head, strings),
      title,
      this.#details(head, strings),
      ...this.#categories(head, strings),
      ...this.#problemList(head, strings),
      ...this.#picture(head, html, strings),
    );
    patchChildren(this.root, next, () => undefined);
  }

  #kicker({ source, sourceProfile }: PreviewHead, { openSource }: PreviewStrings): readonly HTMLElement[] {
    if (source === undefined) return [];
    const name = make('span', { class: 'source-name', text: source });
    if (sourceProfile === undefined) return [make('p', { class: 'source' }, [name])];
    const profile = sourceProfile === '' ? undefined : make('span', { class: 'profile', text: sourceProfile });
    const attributes = { type: 'button', title: openSource, 'data-open-source': '' };
    return [make('p', { class: 'source' }, [make('button', { class: 'source-button', attributes }, [name, profile])])];
  }

  #details(head: PreviewHead, strings: PreviewStrings): HTMLElement {
    const { author, source, date, isoDate, dateText } = head;
    const link = this.#link;
    const parts: (HTMLElement | undefined)[] = [
      author === undefined || author === source ? undefined : make('span', { class: 'author', text: author }),
      date === undefined
        ? undefined
        : make('time', { text: date, attributes: isoDate === undefined ? {} : { datetime: isoDate } }),
      dateText === undefined
        ? undefined
        : make('span', { class: 'as-written', text: filled(strings.asWritten, dateText) }),
      link === undefined
        ? undefined
        : make('a', { class: 'original', text: strings.original, attributes: { href: link, 'data-original': '' } }),
    ];
    return make('p', { class: 'details' }, parts);
  }

  #categories({ categories }: PreviewHead, strings: PreviewStrings): readonly HTMLElement[] {
    if (categories.length === 0) return [];
    const items = categories.map((name) => make('li', { text: name }));
    return [make('ul', { class: 'categories', attributes: { 'aria-label': strings.categories } }, items)];
  }

  #problemList({ problems }: PreviewHead, strings: PreviewStrings): readonly HTMLElement[] {
    if (problems.length === 0) return [];
    const text = filled(strings.problems, problems.length);
    const items = problems.map(({ severity, message }, index) =>
      make('li', { class: severity }, [
        make('button', {
          class: 'link-button',
          text: message,
          attributes: { type: 'button', 'data-problem': String(index) },
        }),
      ]),
    );
    return [
      make('details', { class: 'fold problems' }, [
        make('summary', {}, [icon('problem'), text]),
        make('ul', {}, items),
      ]),
    ];
  }

  #picture({ image }: PreviewHead, html: string, strings: PreviewStrings): readonly HTMLElement[] {
    const shown = image === undefined ? undefined : this.#images.get(image);
    // Most articles repeat their head image in the body.
    if (image === undefined || shown === undefined || this.#images.isRepeated(image, html)) return [];
    const picture = make('img', { attributes: { alt: '' } });
    return [
      make('figure', { class: 'head-image', attributes: { 'aria-label': strings.headImage } }, [
        this.#images.shown(image, picture, false, strings),
      ]),
    ];
  }

  #click(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const problem = this.#problems[Number(target?.closest('[data-problem]')?.getAttribute('data-problem') ?? -1)];
    if (problem !== undefined) this.#actions.openProblem(problem.start, problem.end);
    if (target?.closest('[data-open-source]')) this.#actions.openSource();
    if (target?.closest('[data-original]') == null || this.#link === undefined) return;
    // VS Code listens further up, and would open it a second time.
    event.preventDefault();
    event.stopPropagation();
    this.#actions.openLink(this.#link);
  }
}

/** Only what a browser would open as a web page. */
function webAddress(link: string | undefined): string | undefined {
  try {
    const { protocol, href } = new URL(link ?? '');
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    // No address at all.
    return undefined;
  }
}
