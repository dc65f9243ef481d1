/** Puts new children into an element. Whoever is at one with a `data-key` stays at that of the same key. */
export function redraw(root: HTMLElement, ...children: readonly (Node | undefined)[]): void {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.closest('[data-key]')?.getAttribute('data-key');
  root.replaceChildren(...children.filter((child) => child !== undefined));
  if (key == null) return;
  for (const element of root.querySelectorAll<HTMLElement>('[data-key]'))
    if (element.dataset.key === key) element.focus({ preventScroll: true });
}
