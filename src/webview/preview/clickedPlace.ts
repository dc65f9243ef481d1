import type { Places } from './places';

/** What was double-clicked, in the words of a `selectInEditors` message. */
export interface ClickedPlace {
  readonly start: number;
  readonly end: number;
  readonly word?: string;
  readonly nth?: number;
}

/** Where in the document something of the page stands: at the last place that starts before it. */
export function clickedPlace(target: Node, root: Element, places: Places): ClickedPlace | undefined {
  const { ordered } = places;
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(ordered[middle] as Element, target)) low = middle + 1;
    else high = middle;
  }
  const element = ordered[low - 1];
  const place = element && places.get(element);
  if (element === undefined || place === undefined) return undefined;
  const next = ordered[low];
  // An empty element, such as a line break, stands for what comes after it.
  const end = element.contains(target) ? place.end : ((next && places.get(next)?.start) ?? place.end);
  return { start: place.start, end: Math.max(place.start, end), ...clickedWord(element, root) };
}

function isBefore(element: Element, target: Node): boolean {
  return element === target || (element.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The word that a double click selects, and how many of the same stand between the place and it. */
function clickedWord(from: Element, root: Element): { readonly word?: string; readonly nth?: number } {
  const selection = document.getSelection();
  const word = selection?.toString().trim() ?? '';
  if (selection === null || selection.rangeCount === 0 || word === '' || word.length > 100) return {};
  const range = document.createRange();
  range.setStartBefore(from);
  const selected = selection.getRangeAt(0);
  if (
    !root.contains(selected.startContainer) ||
    range.comparePoint(selected.startContainer, selected.startOffset) < 0
  ) {
    return { word };
  }
  range.setEnd(selected.startContainer, selected.startOffset);
  return { word, nth: range.toString().split(word).length - 1 };
}
