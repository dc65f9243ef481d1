import type { TextField as Field } from '../../protocol/sourceFormMessages';
import type { SourceFormStrings } from '../../protocol/sourceFormStrings';
import { make } from '../page/make';
import { type FormContext, freshId } from './formContext';
import { type Control, TypedValue } from './typedValue';

export interface TextFieldParts {
  readonly field: Field;
  readonly label: keyof SourceFormStrings;
  readonly hint?: keyof SourceFormStrings;
  readonly control: Control;
}

/** One text of the profile with its label, saved when the person leaves it. */
export class TextField {
  readonly root: HTMLElement;
  readonly #value: TypedValue;
  readonly #open: HTMLButtonElement | undefined;

  constructor({ field, label, hint, control }: TextFieldParts, context: FormContext) {
    const { strings } = context;
    const id = freshId(field);
    const hintText = hint && make('p', { class: 'hint', text: strings[hint], attributes: { id: `${id}-hint` } });
    const message = make('p', { class: 'fault', attributes: { id: `${id}-fault` } });
    control.id = id;
    control.dataset.field = field;
    control.setAttribute('aria-describedby', `${id}-fault${hint === undefined ? '' : ` ${id}-hint`}`);
    message.hidden = true;
    this.#open =
      field === 'homepage'
        ? make('button', {
            class: 'quiet',
            text: strings.open,
            attributes: { type: 'button' },
            onClick: () => context.openLink(this.#value.shown),
          })
        : undefined;
    this.#value = new TypedValue(control, message, (value) =>
      context.edit({ kind: 'text', field, ...(value === '' ? {} : { value }) }),
    );
    const line = this.#open === undefined ? control : make('div', { class: 'row' }, [control, this.#open]);
    const name = make('label', { text: strings[label], attributes: { for: id } });
    this.root = make('div', { class: 'field' }, [name, line, message, hintText]);
  }

  show(value: string | undefined, fault: string | undefined): void {
    this.#value.show(value ?? '', fault);
    if (this.#open !== undefined) this.#open.hidden = value === undefined || fault !== undefined;
  }
}
