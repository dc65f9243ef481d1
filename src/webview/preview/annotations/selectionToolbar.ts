import type { LabelChoice } from '../../../protocol/annotationMessages';
import type { AnnotationStrings } from '../../../protocol/annotationStrings';
import { make } from '../../page/make';
import { Floating } from './floating';
import { labelDot, labelKey } from './labelChip';

export interface SelectionActions {
  readonly label: (label: LabelChoice) => void;
  readonly note: () => void;
  readonly more: () => void;
  readonly setUpLabels: () => void;
}

const hintId = 'selection-keys';

/** The row of labels beside what is selected. */
export class SelectionToolbar {
  readonly #floating = new Floating(() => this.close());
  readonly #actions: SelectionActions;
  #byKey: ReadonlyMap<string, LabelChoice> = new Map();

  constructor(actions: SelectionActions) {
    this.#actions = actions;
    this.root.classList.add('selection');
    // The selection stays while a button is pressed.
    this.root.addEventListener('pointerdown', (event) => event.preventDefault());
    this.root.addEventListener('mousedown', (event) => event.preventDefault());
    this.root.addEventListener('keydown', (event) => {
      if (this.press(event.key)) event.preventDefault();
      else this.#move(event);
    });
  }

  get root(): HTMLDialogElement {
    return this.#floating.root;
  }

  get isOpen(): boolean {
    return this.#floating.isOpen;
  }

  open(anchor: DOMRect, labels: readonly LabelChoice[], hasLabels: boolean, strings: AnnotationStrings): void {
    const keyed = labels.filter(({ key, kind }) => key !== undefined && kind === 'tag');
    keyed.sort((one, other) => Number(one.key) - Number(other.key));
    this.#byKey = new Map(keyed.map((label) => [label.key ?? '', label]));
    const buttons = [
      ...keyed.map((label) => this.#label(label)),
      button(strings.addNote, 'note', this.#actions.note),
      hasLabels
        ? button(strings.moreLabels, 'more', this.#actions.more)
        : button(strings.setUpLabels, 'set-up', this.#actions.setUpLabels),
    ];
    const toolbar = make('div', {
      class: 'selection-tools',
      attributes: { role: 'toolbar', 'aria-label': strings.annotate },
    });
    toolbar.append(...buttons);
    const focused = this.root.contains(document.activeElement);
    this.root.setAttribute('aria-label', strings.annotate);
    const hint = make('p', {
      class: 'hint',
      text: keyed.length > 0 ? strings.labelKeys : strings.toolbarKeys,
      attributes: { id: hintId },
    });
    this.root.setAttribute('aria-describedby', hintId);
    this.root.replaceChildren(toolbar, hint);
    this.#floating.open(anchor, 'above');
    if (focused) this.focus();
  }

  focus(): void {
    this.root.querySelector('button')?.focus();
  }

  close(): void {
    this.#floating.close();
  }

  /** Gives the label that a key stands for; whether there is one. */
  press(key: string): boolean {
    const label = this.isOpen ? this.#byKey.get(key) : undefined;
    if (label !== undefined) this.#actions.label(label);
    return label !== undefined;
  }

  #label(label: LabelChoice): HTMLElement {
    const { name, key = '', colour, definition } = label;
    return make(
      'button',
      {
        class: 'choice label-choice',
        attributes: {
          type: 'button',
          'aria-keyshortcuts': key,
          'data-label': label.id,
          ...(definition === undefined ? {} : { title: definition }),
        },
        onClick: () => this.#actions.label(label),
      },
      [labelKey(key), labelDot(colour), name],
    );
  }

  #move({ key }: KeyboardEvent): void {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const buttons: (Element | null)[] = [...this.root.querySelectorAll('button')];
    const now = buttons.indexOf(document.activeElement);
    const next = buttons[(now + step + buttons.length) % buttons.length];
    if (step !== 0 && now >= 0 && next instanceof HTMLElement) next.focus();
  }
}

function button(text: string, name: string, onClick: () => void): HTMLElement {
  return make('button', { class: 'choice', text, attributes: { type: 'button', 'data-tool': name }, onClick });
}
