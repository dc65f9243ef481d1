import { make } from '../page/make';

/** The options of a select, as values with their names; what was chosen stays where it is among them. */
export function setOptions(select: HTMLSelectElement, options: readonly (readonly [string, string])[]): void {
  const { value } = select;
  select.replaceChildren(...options.map(([key, text]) => make('option', { text, attributes: { value: key } })));
  if (options.some(([key]) => key === value)) select.value = value;
}

/** A control of a form of several, with its label above. */
export function labelled(id: string, label: string, control: HTMLElement, hint?: HTMLElement): HTMLElement {
  control.id = id;
  return make('div', { class: 'field' }, [make('label', { text: label, attributes: { for: id } }), control, hint]);
}
