import type { TextRange } from '../text/textRange';

interface Revealed extends TextRange {
  readonly word?: string;
  readonly nth?: number;
}

/** Where to put the cursor for a double click: at the word, where the document has it as it is read. */
export function wordPlace(text: string, { start, end, word, nth = 0 }: Revealed): TextRange {
  const place = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
  if (word === undefined || word.trim() === '') return place;
  // Tags are no text: what looks like the word in an address is not it.
  const within = text.slice(place.start, place.end).replace(/<[^<>]*>/g, (tag) => '\0'.repeat(tag.length));
  let at = within.indexOf(word);
  for (let passed = 0; passed < nth && at !== -1; passed++) {
    const next = within.indexOf(word, at + word.length);
    if (next === -1) break;
    at = next;
  }
  return at === -1 ? place : { start: place.start + at, end: place.start + at + word.length };
}
