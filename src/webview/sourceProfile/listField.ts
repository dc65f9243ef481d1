import type { ListField as Field } from '../../protocol/sourceFormMessages';
import type { SourceFormStrings } from '../../protocol/sourceFormStrings';
import { filled, make } from '../page/make';
import { type FormContext, freshId } from './formContext';
import { ItemList, type ListRow } from './itemList';
import { TypedValue } from './typedValue';

/** A list of texts of the profile: each is changed, taken out or added by itself. */
export class ListField {
  readonly root: HTMLElement;
  readonly #field: Field;
  readonly #context: FormContext;
  readonly #items: ItemList<string, ItemRow>;
  readonly #adding: TypedValue;

  constructor(field: Field, label: keyof SourceFormStrings, hint: keyof SourceFormStrings, context: FormContext) {
    this.#field = field;
    this.#context = context;
    this.#items = new ItemList(field, () => new ItemRow(field, label, context));
    const id = freshId(field);
    const { strings } = context;
    const input = make('input', {
      attributes: {
        type: 'text',
        'aria-label': filled(strings.addTo, strings[label]),
        'aria-describedby': `${id}-fault ${id}-hint`,
      },
    });
    const fault = make('p', { class: 'fault', attributes: { id: `${id}-fault` } });
    // Leaving the field for the button has added it already.
    const onClick = (): void => input.focus();
    const button = make('button', { class: 'quiet', text: strings.add, attributes: { type: 'button' }, onClick });
    input.dataset.field = field;
    fault.hidden = true;
    this.#adding = new TypedValue(input, fault, (value) => this.#add(value));
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) input.dispatchEvent(new Event('change'));
    });
    this.root = make('fieldset', { class: 'field list' }, [
      make('legend', { text: strings[label] }),
      this.#items.items,
      this.#items.message,
      make('div', { class: 'row' }, [input, button]),
      fault,
      make('p', { class: 'hint', text: strings[hint], attributes: { id: `${id}-hint` } }),
    ]);
  }

  show(items: readonly string[], faultOf: (place: string) => string | undefined): void {
    this.#items.show(items, faultOf);
  }

  async #add(value: string): Promise<string | undefined> {
    if (value === '') return undefined;
    const fault = await this.#context.edit({ kind: 'item', field: this.#field, index: this.#items.length, value });
    if (fault === undefined) {
      this.#adding.control.value = '';
      this.#adding.show('');
    }
    return fault;
  }
}

class ItemRow implements ListRow<string> {
  readonly root: HTMLElement;
  readonly #label: keyof SourceFormStrings;
  readonly #context: FormContext;
  readonly #value: TypedValue;
  readonly #remove: HTMLButtonElement;
  #index = 0;

  constructor(field: Field, label: keyof SourceFormStrings, context: FormContext) {
    this.#label = label;
    this.#context = context;
    const id = freshId('item');
    const input = make('input', { attributes: { type: 'text', 'aria-describedby': `${id}-fault` } });
    const fault = make('p', { class: 'fault', attributes: { id: `${id}-fault` } });
    fault.hidden = true;
    const change = (value: string): Promise<string | undefined> =>
      context.edit({
        kind: 'item',
        field,
        index: this.#index,
        before: this.#value.shown,
        ...(value === '' ? {} : { value }),
      });
    this.#value = new TypedValue(input, fault, change);
    this.#remove = make('button', {
      class: 'quiet remove',
      text: '×',
      attributes: { type: 'button' },
      onClick: () => void change(''),
    });
    this.root = make('li', {}, [make('div', { class: 'row' }, [input, this.#remove]), fault]);
  }

  get shown(): string {
    return this.#value.shown;
  }

  show(item: string, index: number, fault: string | undefined): void {
    const strings = this.#context.strings;
    this.#index = index;
    this.#value.show(item, fault);
    this.#value.control.setAttribute('aria-label', filled(strings.item, strings[this.#label], String(index + 1)));
    this.#remove.setAttribute('aria-label', filled(strings.removeNamed, item));
    this.#remove.title = strings.remove;
  }
}
