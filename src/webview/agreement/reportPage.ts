import type {
  AgreementAdvice,
  AgreementReportMessage,
  AgreementState,
  FromAgreement,
  ToAgreement,
} from '../../protocol/agreementMessages';
import type { AgreementStrings } from '../../protocol/agreementStrings';
import { make } from '../page/make';
import type { Outside } from '../page/outside';
import { ChoiceBar } from './choiceBar';
import { PlaceList } from './placeList';
import { redraw } from './redraw';
import { sectionCard } from './sectionCard';
import { type Status, StatusLine } from './statusLine';

type PageOutside = Outside<FromAgreement, ToAgreement, AgreementStrings, AgreementState>;

/** The whole of the page: takes messages, shows the report, tells what a person does. */
export class ReportPage {
  readonly #outside: PageOutside;
  readonly #strings: AgreementStrings;
  readonly #title = make('h1');
  readonly #summary = make('p', { class: 'summary' });
  readonly #choices: ChoiceBar;
  readonly #status: StatusLine;
  readonly #advice = make('section', { class: 'advice' });
  readonly #labels = make('section', { class: 'labels' });
  readonly #places: PlaceList;
  readonly #report = make('div', { class: 'report' });
  #shown: AgreementReportMessage | undefined;
  #kept: AgreementState | undefined;
  /** How far down it goes on its own, until it is there or the person goes elsewhere. */
  #goal: number | undefined;

  constructor(outside: PageOutside) {
    this.#outside = outside;
    this.#strings = outside.strings;
    this.#kept = outside.kept;
    this.#goal = outside.kept?.scrolled;
    this.#choices = new ChoiceBar({
      choose: (choice) => this.#send({ kind: 'choose', choice }),
      exportReport: () => this.#send({ kind: 'export' }),
    });
    this.#status = new StatusLine({
      stop: () => this.#send({ kind: 'stop' }),
      goOn: () => this.#send({ kind: 'goOn' }),
    });
    this.#places = new PlaceList({
      open: (index) => this.#send({ kind: 'open', version: this.#version, index }),
      step: (to) => this.#send({ kind: 'step', to }),
      more: () => this.#send({ kind: 'more', version: this.#version }),
    });
  }

  start(): void {
    this.#report.append(this.#title, this.#summary, this.#choices.root, this.#advice, this.#labels, this.#places.root);
    this.#report.hidden = true;
    document.body.append(make('main', {}, [this.#report, this.#status.root]));
    this.#outside.listen((message) => this.#take(message));
    document.addEventListener('keydown', (event) => this.#key(event));
    window.addEventListener('scrollend', () => {
      if (!this.#report.hidden && this.#goal === undefined) this.#keep({ scrolled: Math.round(window.scrollY) });
    });
    for (const type of ['wheel', 'keydown', 'pointerdown'] as const) {
      window.addEventListener(type, () => (this.#goal = undefined), { capture: true, passive: true });
    }
    this.#send({ kind: 'ready' });
  }

  get #version(): number {
    return this.#shown?.version ?? 0;
  }

  #take(message: ToAgreement): void {
    switch (message.kind) {
      case 'keep':
        this.#keep(message.state);
        break;
      case 'report':
        this.#show(message);
        break;
      case 'places':
        if (message.version !== this.#version || message.from !== this.#places.length) break;
        this.#places.add(message.places, this.#strings);
        this.#goBack();
        break;
      case 'current':
        if (message.version === this.#version) this.#places.setCurrent(message.index);
        break;
      case 'progress':
      case 'stopped':
      case 'fault':
        this.#setStatus(message);
    }
  }

  #show(message: AgreementReportMessage): void {
    // Messages come in order, reports do not have to be finished in order.
    if (this.#shown !== undefined && message.version <= this.#version) return;
    const isFirst = this.#shown === undefined;
    this.#shown = message;
    this.#setStatus(undefined);
    this.#report.hidden = false;
    this.#title.textContent = message.title;
    this.#summary.textContent = message.summary;
    this.#choices.show(message, this.#strings);
    this.#showAdvice(message.advice);
    this.#showLabels(message);
    this.#places.root.hidden = message.sections.length === 0;
    this.#places.begin(message.places, this.#strings);
    if (isFirst) this.#goBack();
  }

  /** The page is as long as it was only when its places have come, which may be some frames after the report. */
  #goBack(): void {
    if (this.#goal === undefined) return;
    window.scrollTo({ top: this.#goal, behavior: 'instant' });
    if (Math.round(window.scrollY) >= this.#goal) this.#goal = undefined;
  }

  #showAdvice(advice: AgreementAdvice | undefined): void {
    this.#advice.hidden = advice === undefined;
    if (advice === undefined) {
      this.#advice.replaceChildren();
      return;
    }
    const buttons = advice.actions.map(({ action, label }) =>
      make('button', {
        class: 'button',
        text: label,
        attributes: { type: 'button', 'data-key': action },
        onClick: () => this.#send({ kind: 'act', action }),
      }),
    );
    redraw(
      this.#advice,
      make('h2', { text: advice.title }),
      make('p', { text: advice.text }),
      buttons.length === 0 ? undefined : make('p', { class: 'actions' }, buttons),
    );
  }

  #showLabels({ sections }: AgreementReportMessage): void {
    const strings = this.#strings;
    const wasOpen = this.#labels.querySelector('details')?.open === true;
    const about = make('details', { class: 'about' }, [
      make('summary', { text: strings.about, attributes: { 'data-key': 'about' } }),
      ...[strings.aboutOne, strings.aboutAlpha, strings.aboutKappa, strings.aboutConvention].map((text) =>
        make('p', { text }),
      ),
    ]);
    about.open = wasOpen;
    this.#labels.hidden = sections.length === 0;
    redraw(
      this.#labels,
      make('h2', { text: strings.labels }),
      about,
      make(
        'div',
        { class: 'cards' },
        sections.map((section) => sectionCard(section, strings)),
      ),
    );
  }

  #keep(change: Partial<AgreementState>): void {
    // How far down somebody was is nothing without the archive it was in.
    const { folder, choice } = { ...this.#kept, ...change };
    if (folder === undefined || choice === undefined) return;
    this.#kept = { ...this.#kept, folder, choice, ...change };
    this.#outside.keep(this.#kept);
  }

  #setStatus(status: Status | undefined): void {
    this.#status.show(status, this.#strings);
  }

  /** Single keys, as long as nobody types or wants something of VS Code. */
  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest('input, select') !== null) return;
    const to = event.key === 'n' ? 'next' : event.key === 'p' ? 'previous' : undefined;
    if (to === undefined || this.#shown === undefined) return;
    event.preventDefault();
    this.#send({ kind: 'step', to });
  }

  #send(message: FromAgreement): void {
    this.#outside.send(message);
  }
}
