import { make } from '../../page/make';

/** A label, with a dot in its colour. */
export function labelChip(text: string, colour: string): HTMLElement {
  return make('span', { class: 'label' }, [labelDot(colour), text]);
}

/** The key that gives a label, as it is shown on the label's button. */
export function labelKey(key: string | undefined): HTMLElement | undefined {
  return key === undefined ? undefined : make('kbd', { text: key, attributes: { 'aria-hidden': 'true' } });
}

export function labelDot(colour: string): HTMLElement {
  const dot = make('span', { class: 'label-dot', attributes: { 'aria-hidden': 'true' } });
  // Property by property: the page's policy allows no style attributes.
  if (/^#[0-9a-f]{6}$/.test(colour)) dot.style.setProperty('background-color', colour);
  return dot;
}
