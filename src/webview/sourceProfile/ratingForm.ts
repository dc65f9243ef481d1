import type { RatingScale, ShownSource, SourceRating } from '../../protocol/sourceFormMessages';
import { filled, make } from '../page/make';
import { labelled, setOptions } from './choice';
import { type FormContext, freshId } from './formContext';
import { tellFault } from './typedValue';

/** More steps than this are typed, not chosen. */
const mostSteps = 21;

/** Adds one rating on one of the scales. */
export class RatingForm {
  readonly root = make('details', { class: 'fold' });
  readonly #context: FormContext;
  readonly #rater = make('p', { class: 'hint' });
  readonly #scale = make('select');
  readonly #step = make('select');
  readonly #number = make('input', { attributes: { type: 'number', step: 'any' } });
  readonly #date = make('input', { attributes: { type: 'date' } });
  readonly #method = make('input', { attributes: { type: 'text' } });
  readonly #confidence = make('select');
  readonly #evidence = make('textarea', { attributes: { rows: '2' } });
  readonly #note = make('textarea', { attributes: { rows: '2' } });
  readonly #fault = make('p', { class: 'fault', attributes: { role: 'alert' } });
  #scales: readonly RatingScale[] = [];
  #today = '';

  constructor(context: FormContext) {
    this.#context = context;
    const { strings } = context;
    const value = make('label', { text: strings.value });
    this.#number.setAttribute('aria-label', strings.value);
    setOptions(this.#confidence, [
      ['', strings.unknown],
      ['low', strings.low],
      ['medium', strings.medium],
      ['high', strings.high],
    ]);
    this.#scale.addEventListener('change', () => this.#showSteps());
    this.#fault.hidden = true;
    this.root.append(
      make('summary', { text: strings.addRating }),
      make('div', { class: 'inner' }, [
        this.#rater,
        make('div', { class: 'columns' }, [
          labelled(freshId('scale'), strings.scale, this.#scale),
          make('div', { class: 'field' }, [value, make('div', {}, [this.#step, this.#number])]),
          labelled(freshId('date'), strings.date, this.#date),
          labelled(freshId('confidence'), strings.confidence, this.#confidence),
        ]),
        labelled(
          freshId('method'),
          strings.method,
          this.#method,
          make('p', { class: 'hint', text: strings.methodHint }),
        ),
        labelled(freshId('evidence'), strings.ratingEvidence, this.#evidence),
        labelled(freshId('note'), strings.note, this.#note),
        this.#fault,
        make('button', {
          text: strings.saveRating,
          attributes: { type: 'button' },
          onClick: () => void this.#save(),
        }),
      ]),
    );
    this.#step.id = freshId('value');
    value.htmlFor = this.#step.id;
  }

  show({ scales, rater, today }: ShownSource): void {
    const strings = this.#context.strings;
    this.root.hidden = scales.length === 0;
    this.#rater.textContent = rater === undefined ? strings.ratedByNobody : filled(strings.ratedBy, rater);
    // A day that a person has chosen stays; today goes with the days.
    if (this.#date.value === this.#today) this.#date.value = today;
    this.#today = today;
    if (JSON.stringify(scales) === JSON.stringify(this.#scales)) return;
    this.#scales = scales;
    setOptions(
      this.#scale,
      scales.map(({ id, name }) => [id, name]),
    );
    this.#showSteps();
  }

  #showSteps(): void {
    const scale = this.#scales.find(({ id }) => id === this.#scale.value);
    const steps = scale === undefined ? undefined : stepsOf(scale);
    this.#step.hidden = steps === undefined;
    this.#number.hidden = steps !== undefined;
    if (scale === undefined) return;
    if (steps === undefined) {
      this.#number.min = String(scale.min);
      this.#number.max = String(scale.max);
    } else {
      setOptions(this.#step, [['', '—'], ...steps]);
    }
  }

  async #save(): Promise<void> {
    const typed = this.#step.hidden ? this.#number.value : this.#step.value;
    const confidence = (['low', 'medium', 'high'] as const).find((one) => one === this.#confidence.value);
    const evidence = this.#evidence.value
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const method = this.#method.value.trim();
    const note = this.#note.value.trim();
    const rating: SourceRating = {
      scale: this.#scale.value,
      // No number is outside of every scale, which the answer says.
      value: typed === '' ? Number.MIN_SAFE_INTEGER : Number(typed),
      rater: '',
      date: this.#date.value,
      ...(method === '' ? {} : { method }),
      ...(confidence === undefined ? {} : { confidence }),
      ...(evidence.length === 0 ? {} : { evidence }),
      ...(note === '' ? {} : { note }),
    };
    const fault = await this.#context.edit({ kind: 'rating', rating });
    tellFault(this.#fault, fault);
    if (fault !== undefined) return;
    for (const control of [this.#number, this.#method, this.#evidence, this.#note]) control.value = '';
    for (const control of [this.#step, this.#confidence]) control.value = '';
    this.root.open = false;
    this.root.querySelector('summary')?.focus();
  }
}

/** The steps with their names; undefined where there are too many to choose from. */
export function stepsOf({ min, max, steps = {} }: RatingScale): readonly (readonly [string, string])[] | undefined {
  if (!Number.isInteger(min) || !Number.isInteger(max) || max < min || max - min >= mostSteps) return undefined;
  return Array.from({ length: max - min + 1 }, (_, index) => {
    const step = String(min + index);
    const name = steps[step];
    return [step, name === undefined ? step : `${step} · ${name}`];
  });
}
