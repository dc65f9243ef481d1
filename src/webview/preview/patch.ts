/** Told of each element that stays in the page and the new one that it stands for. */
export type OnKept = (live: Element, next: Element) => void;

/** Makes the children of `live` those of `next`, leaving alone what is the same. Nodes of `next` are moved. */
export function patchChildren(live: Element, next: ParentNode, onKept: OnKept): void {
  const old = [...live.childNodes];
  const fresh = [...next.childNodes];
  let start = 0;
  let oldEnd = old.length;
  let freshEnd = fresh.length;
  while (start < oldEnd && start < freshEnd && isSame(old[start], fresh[start], onKept)) start++;
  while (oldEnd > start && freshEnd > start && isSame(old[oldEnd - 1], fresh[freshEnd - 1], onKept)) {
    oldEnd--;
    freshEnd--;
  }
  const after = old[oldEnd] ?? null;
  for (let index = start; index < Math.max(oldEnd, freshEnd); index++) {
    const before = index < oldEnd ? old[index] : undefined;
    const node = index < freshEnd ? fresh[index] : undefined;
    if (node === undefined) before?.remove();
    else if (before === undefined) live.insertBefore(node, after);
    else patchNode(before, node, onKept);
  }
}

function patchNode(live: ChildNode, next: ChildNode, onKept: OnKept): void {
  if (live instanceof Element && next instanceof Element && live.nodeName === next.nodeName) {
    patchAttributes(live, next);
    onKept(live, next);
    patchChildren(live, next, onKept);
  } else if (live instanceof Text && next instanceof Text) {
    if (live.data !== next.data) live.data = next.data;
  } else {
    live.replaceWith(next);
  }
}

function patchAttributes(live: Element, next: Element): void {
  for (const { name } of [...live.attributes]) {
    if (!next.hasAttribute(name)) live.removeAttribute(name);
  }
  for (const { name, value } of [...next.attributes]) {
    if (name === 'style') continue;
    if (live.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  patchStyle(live, next);
}

/** Property by property: the page's policy allows no style attributes. */
function patchStyle(live: Element, next: Element): void {
  if (!(live instanceof HTMLElement && next instanceof HTMLElement)) return;
  if (live.style.cssText === next.style.cssText) return;
  for (const name of [...live.style]) live.style.removeProperty(name);
  for (const name of [...next.style]) live.style.setProperty(name, next.style.getPropertyValue(name));
}

function isSame(live: ChildNode | undefined, next: ChildNode | undefined, onKept: OnKept): boolean {
  if (live === undefined || next === undefined || !live.isEqualNode(next)) return false;
  if (live instanceof Element && next instanceof Element) {
    onKept(live, next);
    const counterparts = next.querySelectorAll('*');
    for (const [index, element] of live.querySelectorAll('*').entries()) {
      const counterpart = counterparts[index];
      if (counterpart) onKept(element, counterpart);
    }
  }
  return true;
}
