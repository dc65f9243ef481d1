import { insert, type TextEdit } from '../../../text/textEdit';

export type Quote = '"' | "'";

/** What has to change between the quotes of a text so that it is read as it stands there. */
export interface InnerEdits {
  readonly edits: readonly TextEdit[];
  /** Another person could have meant another text. */
  readonly isGuess: boolean;
}

/** Puts a whole text in quotes; nothing of it is replaced. */
export function wrapEdits(text: string): readonly TextEdit[] {
  const quote: Quote = text.includes("'") && !/["\\]/.test(text) ? '"' : "'";
  const doubled = quote === "'" ? [...text.matchAll(/'/g)].map(({ index }) => insert(index, "'")) : [];
  return [insert(0, quote), ...doubled, insert(text.length, quote)];
}

/** Escapes what would end a text early, or be read as something else; pairs that are escaped already stay. */
export function innerEdits(inner: string, quote: Quote): InnerEdits {
  return quote === "'" ? { edits: apostropheEdits(inner), isGuess: false } : doubleQuotedEdits(inner);
}

function apostropheEdits(inner: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { index, 0: run } of inner.matchAll(/'+/g)) if (run.length % 2 === 1) edits.push(insert(index, "'"));
  return edits;
}

const validEscape = /^\\(?:[0abt\tnvfre "/\\N_LP]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/;

function doubleQuotedEdits(inner: string): InnerEdits {
  const bad: TextEdit[] = [];
  const doubtful: TextEdit[] = [];
  const quotes: TextEdit[] = [];
  for (let at = 0; at < inner.length; at++) {
    const sign = inner[at];
    if (sign === '"') quotes.push(insert(at, '\\'));
    if (sign !== '\\') continue;
    const next = inner[at + 1];
    if (next === '\\' || next === '"') {
      at++;
    } else if (validEscape.test(inner.slice(at, at + 10))) {
      doubtful.push(insert(at, '\\'));
      at++;
    } else {
      bad.push(insert(at, '\\'));
    }
  }
  // Where one backslash is meant as such, the others are too: `C:\new\文` holds no line break.
  if (bad.length === 0) return { edits: quotes, isGuess: false };
  return { edits: [...bad, ...doubtful, ...quotes], isGuess: doubtful.length > 0 };
}

/**
 * Whether the quotes around a text belong to phrases at its start and its end: `'One' and 'two'`, and not to the
 * whole of it.
 */
export function endsInPhrases(inner: string, quote: Quote): boolean {
  const places = phraseQuotes(inner, quote);
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined || first === last) return false;
  return isClosing(inner, first) && isOpening(inner, last) && !isOpening(inner, first);
}

/** Whether quotes stand between characters that are written without spaces, so that nobody can tell what they hold. */
export function isUnclear(inner: string, quote: Quote): boolean {
  const places = phraseQuotes(inner, quote);
  return places.length > 1 && places.some((at) => isWide(inner[at - 1]) && isWide(inner[at + 1]));
}

function phraseQuotes(inner: string, quote: Quote): readonly number[] {
  const places: number[] = [];
  for (const { index, 0: run } of inner.matchAll(quote === '"' ? /\\?"/g : /'+/g)) {
    const isApostrophe = quote === "'" && isLetter(inner[index - 1]) && isLetter(inner[index + run.length]);
    if (run.length === 1 && !isApostrophe) places.push(index);
  }
  return places;
}

function isClosing(text: string, at: number): boolean {
  return !/[\s]/.test(text[at - 1] ?? ' ') && /[\s\p{P}\p{S}]/u.test(text[at + 1] ?? ' ');
}

function isOpening(text: string, at: number): boolean {
  return !/[\s]/.test(text[at + 1] ?? ' ') && /[\s\p{P}\p{S}]/u.test(text[at - 1] ?? ' ');
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign) && !isWide(sign);
}

function isWide(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '\u2e80';
}
