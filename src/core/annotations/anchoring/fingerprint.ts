import type { NormalisedText } from './normalisedText';
import { weightOfUnit } from './weight';

/** A text in short pieces, about a sentence each, of which only hashes need to be kept to know them again. */
export interface Pieces {
  /** Where each piece starts in the normalised text. */
  readonly starts: Int32Array;
  /** 24 bits each. */
  readonly hashes: Int32Array;
}

/** A piece before a mark weighs at least this much: two Chinese characters or a short word, with the mark. */
const lightest = 5;
/** One that ends with a word, or in the middle of what has neither words nor marks. */
const lightestWord = 8;
const lightestRun = 48;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Cuts a text at its line ends, after its marks, before hashtags, and where that gives no short pieces after words. Whether
 * there is a cut depends on what stands right there, so that an edit changes the piece it is in and no other. `original` is
 * what was normalised.
 */
export function piecesOf(original: string, { text, starts: places, ends }: NormalisedText): Pieces {
  const starts: number[] = [];
  const hashes: number[] = [];
  let start = 0;
  let weight = 0;
  let lineEnd = nextLineEnd(original, 0);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    weight += weightOfUnit(unit);
    const next = places[at + 1] ?? original.length;
    const endsLine = next > lineEnd;
    if (endsLine) lineEnd = nextLineEnd(original, next);
    else if (at + 1 < text.length && !endsPiece(text, at, weight, next > (ends[at] ?? next))) continue;
    starts.push(start);
    hashes.push(hash24(text, start, at + 1));
    start = at + 1;
    weight = 0;
  }
  return { starts: Int32Array.from(starts), hashes: Int32Array.from(hashes) };
}

/**
 * Which rules the pieces of a fingerprint were cut by; to be changed with the rules. Pieces cut by others are not to be
 * compared: what they have in common is chance, and what they have not would be taken for deleted.
 */
const rules = '2:';

/** The hashes as text, four characters each, after the mark of the rules. */
export function encodeHashes(hashes: Int32Array): string {
  let text = rules;
  for (const hash of hashes) {
    for (let shift = 18; shift >= 0; shift -= 6) text += digits[(hash >>> shift) & 63];
  }
  return text;
}

/** Undefined where the text is no such list, or of pieces cut by other rules. */
export function decodeHashes(fingerprint: string): Int32Array | undefined {
  if (!fingerprint.startsWith(rules)) return undefined;
  const text = fingerprint.slice(rules.length);
  if (text.length % 4 !== 0) return undefined;
  const hashes = new Int32Array(text.length / 4);
  for (let at = 0; at < text.length; at++) {
    const digit = digits.indexOf(text.charAt(at));
    if (digit < 0) return undefined;
    hashes[at >> 2] = ((hashes[at >> 2] ?? 0) << 6) | digit;
  }
  return hashes;
}

/** Names a text by what its pieces hash to: texts of one name are the same to anchoring. */
export function nameOfHashes(hashes: Int32Array): string {
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (const hash of hashes) {
    one = Math.imul(one ^ hash, 0x01000193);
    one ^= one >>> 15;
    other = Math.imul(other ^ hash, 0x5bd1e995);
    other ^= other >>> 13;
  }
  return (one >>> 0).toString(36).padStart(7, '0') + (other >>> 0).toString(36).padStart(7, '0');
}

function nextLineEnd(original: string, from: number): number {
  const found = original.indexOf('\n', from);
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

const hash = 0x23;
const isMark = new Uint8Array(0x100);
for (const mark of '.,;:!?/|·') isMark[mark.charCodeAt(0)] = 1;

function endsPiece(text: string, at: number, weight: number, beforeSpace: boolean): boolean {
  const unit = text.charCodeAt(at);
  if (text.charCodeAt(at + 1) === hash || isMark[unit] === 1) return weight >= lightest;
  if (beforeSpace && weightOfUnit(unit) > 1) return weight >= 4;
  if (beforeSpace && weight >= lightestWord) return isChosen(text, at, 3);
  return weight >= lightestRun && isChosen(text, at, 8);
}

/** About one place in `several`, by the characters before it alone. */
function isChosen(text: string, at: number, several: number): boolean {
  const mixed = Math.imul(text.charCodeAt(at) * 31 + text.charCodeAt(at - 1), 0x9e3779b1) >>> 16;
  return mixed % several === 0;
}

function hash24(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & 0xffffff;
}
