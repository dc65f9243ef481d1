import type { RatingScale } from '../../protocol/sourceFormMessages';
import { filled, make } from '../page/make';
import { labelled } from './choice';
import { type FormContext, freshId } from './formContext';
import { tellFault } from './typedValue';

/** Adds a scale, or changes one that is there. */
export class ScaleForm {
  readonly root = make('details', { class: 'fold' });
  readonly #context: FormContext;
  readonly #summary = make('summary');
  readonly #name = make('input', { attributes: { type: 'text' } });
  readonly #id = make('input', { attributes: { type: 'text' } });
  readonly #description = make('input', { attributes: { type: 'text' } });
  readonly #min = make('input', { attributes: { type: 'number', step: 'any' } });
  readonly #max = make('input', { attributes: { type: 'number', step: 'any' } });
  readonly #steps = make('textarea', { attributes: { rows: '3' } });
  readonly #fault = make('p', { class: 'fault', attributes: { role: 'alert' } });
  #scales: readonly RatingScale[] = [];
  #edited: RatingScale | undefined;

  constructor(context: FormContext) {
    this.#context = context;
    const { strings } = context;
    const hint = make('p', { class: 'hint', text: strings.scaleIdHint, attributes: { id: freshId('id-hint') } });
    const button = (text: string, name: string, onClick: () => void): HTMLButtonElement =>
      make('button', { class: name, text, attributes: { type: 'button' }, onClick });
    this.#fault.hidden = true;
    this.#id.setAttribute('aria-describedby', hint.id);
    this.#name.addEventListener('input', () => {
      this.#id.placeholder = this.#ownId();
    });
    this.root.append(
      this.#summary,
      make('div', { class: 'inner' }, [
        make('div', { class: 'columns' }, [
          labelled(freshId('name'), strings.scaleName, this.#name),
          labelled(freshId('id'), strings.scaleId, this.#id, hint),
          labelled(freshId('min'), strings.lowest, this.#min),
          labelled(freshId('max'), strings.highest, this.#max),
        ]),
        labelled(freshId('description'), strings.description, this.#description),
        labelled(freshId('steps'), strings.steps, this.#steps),
        this.#fault,
        make('div', { class: 'row' }, [
          button(strings.saveScale, '', () => void this.#save()),
          button(strings.cancel, 'quiet', () => this.#close()),
        ]),
      ]),
    );
    this.#fill(undefined);
  }

  show(scales: readonly RatingScale[]): void {
    this.#scales = scales;
    this.#entitle();
  }

  edit(scale: RatingScale): void {
    this.#fill(scale);
    this.root.open = true;
    this.#name.focus();
  }

  #fill(scale: RatingScale | undefined): void {
    this.#edited = scale;
    this.#name.value = scale?.name ?? '';
    this.#id.value = scale?.id ?? '';
    this.#id.readOnly = scale !== undefined;
    this.#description.value = scale?.description ?? '';
    this.#min.value = String(scale?.min ?? 1);
    this.#max.value = String(scale?.max ?? 5);
    this.#steps.value = Object.entries(scale?.steps ?? {})
      .map(([step, name]) => `${step} ${name}`)
      .join('\n');
    tellFault(this.#fault, undefined);
    this.#entitle();
  }

  #entitle(): void {
    const strings = this.#context.strings;
    const name = this.#edited?.name;
    this.#summary.textContent = name === undefined ? strings.addScale : filled(strings.editScaleNamed, name);
  }

  #close(): void {
    this.#fill(undefined);
    this.root.open = false;
    this.#summary.focus();
  }

  /** Of the name where that has letters that ids are made of. */
  #ownId(): string {
    const words =
      this.#name.value
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    const id = words.join('-');
    if (id === '' || this.#scales.every((scale) => scale.id !== id)) return id;
    return `${id}-${this.#scales.length + 1}`;
  }

  async #save(): Promise<void> {
    const id = this.#id.value.trim() || this.#ownId();
    const description = this.#description.value.trim();
    const steps = stepsIn(this.#steps.value);
    const [min, max] = [this.#min, this.#max].map(({ value }) => (value === '' ? 0 : Number(value)));
    const isTaken = this.#edited === undefined && this.#scales.some((scale) => scale.id === id);
    const scale: RatingScale = {
      // Without an id it is refused, and so is one that another scale has.
      id: isTaken ? '' : id,
      name: this.#name.value.trim() || id,
      min: min ?? 0,
      max: max ?? 0,
      ...(description === '' ? {} : { description }),
      ...(steps === undefined ? {} : { steps }),
    };
    const fault = await this.#context.edit({ kind: 'scale', scale });
    tellFault(this.#fault, fault);
    if (fault === undefined) this.#close();
  }
}

/** `1 never` is the name of step 1. */
function stepsIn(text: string): Readonly<Record<string, string>> | undefined {
  const named = text.split('\n').flatMap((line) => {
    const [, step, name] = /^\s*(-?\d+(?:\.\d+)?)[\s:：.、=-]+(\S.*?)\s*$/u.exec(line) ?? [];
    return step === undefined || name === undefined ? [] : [[step, name] as const];
  });
  return named.length === 0 ? undefined : Object.fromEntries(named);
}
