import type { AgreementPlace } from '../../protocol/agreementMessages';
import type { AgreementStrings } from '../../protocol/agreementStrings';
import { filled, make } from '../page/make';
import { dot } from './sectionCard';

export interface PlaceActions {
  readonly open: (index: number) => void;
  readonly step: (to: 'previous' | 'next') => void;
  readonly more: () => void;
}

/** The places that people see differently, to step through. */
export class PlaceList {
  readonly root = make('section', { class: 'places' });
  readonly #heading = make('h2');
  readonly #position = make('span', { class: 'position', attributes: { role: 'status' } });
  readonly #previous = make('button', { class: 'button', attributes: { type: 'button' } });
  readonly #next = make('button', { class: 'button', attributes: { type: 'button' } });
  readonly #hint = make('p', { class: 'quiet' });
  readonly #list = make('ol');
  readonly #more = make('button', { class: 'button', attributes: { type: 'button' } });
  readonly #actions: PlaceActions;
  #strings: AgreementStrings | undefined;
  #total = 0;
  #current: number | undefined;

  constructor(actions: PlaceActions) {
    this.#actions = actions;
    this.#previous.addEventListener('click', () => actions.step('previous'));
    this.#next.addEventListener('click', () => actions.step('next'));
    this.#more.addEventListener('click', () => actions.more());
    this.#list.addEventListener('keydown', (event) => this.#move(event));
    const bar = make('div', { class: 'places-bar' }, [this.#heading, this.#position, this.#previous, this.#next]);
    this.root.append(bar, this.#hint, this.#list, this.#more);
  }

  get length(): number {
    return this.#list.children.length;
  }

  /** Begins anew, for so many places. */
  begin(total: number, strings: AgreementStrings): void {
    this.#strings = strings;
    this.#total = total;
    this.#current = undefined;
    this.#list.replaceChildren();
    this.#heading.textContent = strings.places;
    this.#previous.textContent = strings.previous;
    this.#next.textContent = strings.next;
    this.#more.textContent = strings.more;
    this.#hint.textContent = total === 0 ? strings.noPlaces : strings.keys;
    this.#update();
  }

  add(places: readonly AgreementPlace[], strings: AgreementStrings): void {
    const from = this.length;
    this.#list.append(...places.map((place, index) => make('li', {}, [this.#row(place, from + index, strings)])));
    this.#update();
  }

  /** Marks the place that is looked at, and brings it into sight. */
  setCurrent(index: number): void {
    const before = this.#buttonAt(this.#current);
    before?.removeAttribute('aria-current');
    this.#current = index;
    const button = this.#buttonAt(index);
    button?.setAttribute('aria-current', 'true');
    button?.scrollIntoView({ block: 'nearest' });
    if (before !== undefined && before === document.activeElement) button?.focus({ preventScroll: true });
    this.#update();
  }

  #update(): void {
    const current = this.#current;
    this.#position.textContent =
      this.#strings === undefined || current === undefined
        ? ''
        : filled(this.#strings.position, current + 1, this.#total);
    this.#previous.disabled = current === undefined || current === 0;
    this.#next.disabled = this.#total === 0 || current === this.#total - 1;
    this.#previous.hidden = this.#next.hidden = this.#total === 0;
    this.#more.hidden = this.length >= this.#total;
    const stop = this.#buttonAt(current) ?? this.#buttonAt(0);
    // One of all takes the tab key, the rest is reached by arrows.
    for (const button of this.#list.querySelectorAll('button')) button.tabIndex = button === stop ? 0 : -1;
  }

  #row({ label, colour, article, details, quote, voices }: AgreementPlace, index: number, strings: AgreementStrings) {
    return make(
      'button',
      { class: 'place', attributes: { type: 'button' }, onClick: () => this.#actions.open(index) },
      [
        make('span', { class: 'place-label' }, [dot(colour), make('span', { text: label })]),
        make('span', { class: 'place-article' }, [
          make('span', { text: article }),
          make('span', { class: 'quiet', text: details }),
        ]),
        make('span', { class: quote === '' ? 'quote whole' : 'quote', text: quote || strings.wholeArticle }),
        make(
          'span',
          { class: 'voices' },
          voices.map(({ person, said, isSilent }) =>
            make('span', { class: isSilent ? 'voice silent' : 'voice' }, [
              make('span', { class: 'voice-person', text: person }),
              make('span', { text: said }),
            ]),
          ),
        ),
      ],
    );
  }

  #move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const buttons = [...this.#list.querySelectorAll('button')];
    const focused = document.activeElement;
    const at = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1;
    const next = step === 0 || at < 0 ? undefined : buttons[at + step];
    if (next === undefined) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  }

  #buttonAt(index: number | undefined): HTMLButtonElement | undefined {
    if (index === undefined) return undefined;
    return this.#list.children[index]?.querySelector('button') ?? undefined;
  }
}
