interface Made {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onClick?: (event: MouseEvent) => void;
}

/** Makes an element of our own. Text is always text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { class: name, text, attributes = {}, onClick }: Made = {},
  children: readonly (Node | string | undefined)[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name !== undefined) element.className = name;
  if (text !== undefined) element.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  if (onClick !== undefined) element.addEventListener('click', onClick as (event: Event) => void);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** The form of `one|many` that goes with a number, and that number in it; many languages write one form for both. */
export function counted(pattern: string, count: number): string {
  const [one = pattern, many = one] = pattern.split('|');
  return filled(count === 1 ? one : many, count);
}

/** Puts values in the place of `{0}` and `{1}`. */
export function filled(pattern: string, ...values: readonly (string | number)[]): string {
  return pattern.replace(/\{(\d)\}/g, (place, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? place : typeof value === 'number' ? value.toLocaleString() : value;
  });
}
