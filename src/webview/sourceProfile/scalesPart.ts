import type { RatingScale, ShownSource } from '../../protocol/sourceFormMessages';
import { filled, make } from '../page/make';
import type { FormContext } from './formContext';
import { ScaleForm } from './scaleForm';

/** The scales of the archive: seen, changed, added. */
export class ScalesPart {
  readonly root: HTMLElement;
  readonly #context: FormContext;
  readonly #list = make('ul', { class: 'scales' });
  readonly #form: ScaleForm;

  constructor(context: FormContext) {
    this.#context = context;
    this.#form = new ScaleForm(context);
    const heading = make('h2', { text: context.strings.scales });
    this.root = make('section', { class: 'part' }, [heading, this.#list, this.#form.root]);
  }

  show({ scales }: ShownSource): void {
    this.#list.hidden = scales.length === 0;
    this.#list.replaceChildren(...scales.map((scale) => this.#scale(scale)));
    this.#form.show(scales);
  }

  #scale(scale: RatingScale): HTMLElement {
    const strings = this.#context.strings;
    const { name, min, max, steps = {} } = scale;
    const named = Object.entries(steps).map(([step, text]) => `${step} ${text}`);
    return make('li', { class: 'row' }, [
      make('span', { class: 'grow' }, [
        make('span', { text: name }),
        make('span', {
          class: 'facts',
          text: [filled(strings.fromTo, String(min), String(max)), ...named].join(' · '),
        }),
      ]),
      make('button', {
        class: 'quiet',
        text: strings.editScale,
        attributes: { type: 'button', 'aria-label': filled(strings.editScaleNamed, name) },
        onClick: () => this.#form.edit(scale),
      }),
    ]);
  }
}
