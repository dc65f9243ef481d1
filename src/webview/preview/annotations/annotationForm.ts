import type { GivenLabel, LabelChoice, LabelOption } from '../../../protocol/annotationMessages';
import type { AnnotationStrings } from '../../../protocol/annotationStrings';
import { make } from '../../page/make';
import { labelDot, labelKey } from './labelChip';

export interface FormContent {
  readonly labels: readonly GivenLabel[];
  readonly note: string;
}

export interface FormSetting {
  readonly title: string;
  /** All that can be given here. */
  readonly labels: readonly LabelChoice[];
  /** Whether labels are to be given at all: an answer has none. */
  readonly hasLabels: boolean;
  /** Where the archive has no codebook. */
  readonly setUpLabels?: () => void;
  readonly before: FormContent;
  /** What has been written since, before the form was made anew. */
  readonly content?: FormContent;
  readonly save: (content: FormContent) => Promise<boolean>;
  readonly cancel: () => void;
}

let count = 0;

/** Labels and a note: what a person can say of something. */
export class AnnotationForm {
  readonly root: HTMLElement;
  readonly #setting: FormSetting;
  readonly #note: HTMLTextAreaElement;
  readonly #save: HTMLButtonElement;
  /** By label, what the person has chosen of it; what the codebook does not know stays as it is. */
  readonly #given: Map<string, GivenLabel>;

  constructor(setting: FormSetting, strings: AnnotationStrings) {
    this.#setting = setting;
    const { labels, note } = setting.content ?? setting.before;
    this.#given = new Map(labels.map((use) => [use.label, use]));
    const id = `note-${++count}`;
    this.#note = make('textarea', { class: 'field', attributes: { id, rows: '3', title: strings.saveHint } });
    this.#note.value = note;
    this.#save = make('button', {
      class: 'button primary',
      text: strings.save,
      attributes: { type: 'button' },
      onClick: () => void this.#send(),
    });
    const cancel = make('button', {
      class: 'button',
      text: strings.cancel,
      attributes: { type: 'button' },
      onClick: () => setting.cancel(),
    });
    this.root = make('div', { class: 'annotation-form', attributes: { role: 'group', 'aria-label': setting.title } }, [
      ...(setting.hasLabels ? this.#labels(strings) : []),
      make('label', { class: 'field-name', text: strings.note, attributes: { for: id } }),
      this.#note,
      make('div', { class: 'actions' }, [this.#save, cancel]),
    ]);
    this.root.addEventListener('keydown', (event) => this.#key(event));
  }

  focus(): void {
    const first = this.#setting.hasLabels && this.#note.value === '' ? this.root.querySelector('button, select') : null;
    if (first instanceof HTMLElement && this.#setting.labels.length > 0) first.focus();
    else this.#note.focus();
  }

  /** Gives or takes back the label that a key stands for; whether there is one. */
  press(key: string): boolean {
    const button = this.root.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
    button?.click();
    return button !== null;
  }

  focusNote(): void {
    this.#note.focus();
  }

  /** Whether something is written or chosen that was not there before. */
  get isChanged(): boolean {
    const { labels, note } = this.#setting.before;
    return JSON.stringify(this.content) !== JSON.stringify({ labels, note });
  }

  get content(): FormContent {
    return { labels: [...this.#given.values()], note: this.#note.value };
  }

  #labels(strings: AnnotationStrings): readonly HTMLElement[] {
    const { labels, setUpLabels } = this.#setting;
    if (setUpLabels !== undefined) {
      const button = make('button', {
        class: 'button',
        text: strings.setUpLabels,
        attributes: { type: 'button' },
        onClick: setUpLabels,
      });
      return [make('p', { class: 'hint', text: strings.noLabels }), button];
    }
    const tags = labels.filter(({ kind }) => kind === 'tag');
    const others = labels.filter(({ kind }) => kind !== 'tag');
    const unknown = [...this.#given.keys()].filter((id) => !labels.some((label) => label.id === id));
    const buttons = [
      ...tags.map((label) => this.#tag(label.id, label)),
      ...unknown.map((id) => this.#tag(id, undefined)),
    ];
    const group = make('div', { class: 'label-choices', attributes: { role: 'group', 'aria-label': strings.labels } });
    group.append(...buttons);
    return [...(buttons.length > 0 ? [group] : []), ...others.map((label) => this.#valued(label, strings))];
  }

  #tag(id: string, label: LabelChoice | undefined): HTMLElement {
    const before = this.#given.get(id);
    const button = make(
      'button',
      {
        class: 'choice label-choice',
        attributes: {
          type: 'button',
          'aria-pressed': String(before !== undefined),
          ...(label?.key === undefined ? {} : { 'aria-keyshortcuts': label.key }),
          ...(label?.definition === undefined ? {} : { title: label.definition }),
        },
      },
      label === undefined ? [id] : [labelKey(label.key), labelDot(label.colour), label.name],
    );
    button.addEventListener('click', () => {
      const isGiven = !this.#given.has(id);
      if (isGiven) this.#given.set(id, before ?? { label: id });
      else this.#given.delete(id);
      button.setAttribute('aria-pressed', String(isGiven));
    });
    return button;
  }

  #valued(label: LabelChoice, strings: AnnotationStrings): HTMLElement {
    const id = `label-${++count}`;
    const title = label.definition === undefined ? {} : { title: label.definition };
    const field = label.kind === 'text' ? this.#text(label, id) : this.#select(label, id, strings);
    return make('div', { class: 'label-field' }, [
      make('label', { class: 'field-name', attributes: { for: id, ...title } }, [labelDot(label.colour), label.name]),
      field,
    ]);
  }

  #select(label: LabelChoice, id: string, strings: AnnotationStrings): HTMLElement {
    const select = make('select', { class: 'field', attributes: { id } });
    const before = this.#given.get(label.id);
    const options: (LabelOption | undefined)[] = [undefined, ...label.options];
    // A choice that the codebook offers no more is still the one that was made.
    if (before?.value !== undefined && !label.options.some(({ value }) => value === before.value)) {
      options.push({ value: before.value, text: String(before.value) });
    }
    for (const [index, option] of options.entries()) {
      const made = make('option', { text: option?.text ?? strings.notSaid, attributes: { value: String(index) } });
      made.selected = option !== undefined && option.value === before?.value;
      select.append(made);
    }
    select.addEventListener('change', () => {
      const chosen = options[Number(select.value)];
      if (chosen === undefined) this.#given.delete(label.id);
      else this.#given.set(label.id, { label: label.id, value: chosen.value });
    });
    return select;
  }

  #text({ id: label }: LabelChoice, id: string): HTMLElement {
    const input = make('input', { class: 'field', attributes: { id, type: 'text', maxlength: '2000' } });
    input.value = String(this.#given.get(label)?.value ?? '');
    input.addEventListener('input', () => {
      const value = input.value.trim();
      if (value === '') this.#given.delete(label);
      else this.#given.set(label, { label, value });
    });
    return input;
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#send();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#setting.cancel();
    }
  }

  /** What is written stays until it is saved. */
  async #send(): Promise<void> {
    if (this.#save.disabled) return;
    this.#save.disabled = true;
    try {
      await this.#setting.save(this.content);
    } finally {
      this.#save.disabled = false;
    }
  }
}
