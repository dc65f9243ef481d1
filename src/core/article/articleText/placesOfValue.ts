import { decodeAttribute } from '../body/attributeText';
import type { UnitPlaces } from './articleTextBuilder';

/** What containers put before a line is short; what is not found within this is not written at all. */
const farthest = 2000;

const reference = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{0,31});/iy;

/**
 * Where each unit of what Markdown reads as `value` is written between `start` and `end` of the document. What is written
 * holds more: escapes, references, and the marks of quotes and lists at the start of each line. `decodes` where escapes
 * and references mean something, as they do not in code.
 */
export function placesOfValue(
  value: string,
  document: string,
  start: number,
  end: number,
  decodes: boolean,
): UnitPlaces {
  const starts = new Int32Array(value.length);
  const ends = new Int32Array(value.length);
  let at = start;
  for (let unit = 0; unit < value.length; ) {
    const isLineEnd = /[\r\n]/.test(value.charAt(unit));
    const width = Math.max(1, value.charCodeAt(unit) === 13 && value.charCodeAt(unit + 1) === 10 ? 2 : 1);
    const found = nextPlace(value, unit, document, at, end, decodes);
    for (let index = 0; index < found.units; index++) {
      starts[unit + index] = found.start;
      ends[unit + index] = found.end;
    }
    at = found.end;
    unit += isLineEnd ? Math.max(width, found.units) : found.units;
  }
  return { starts, ends };
}

interface Place {
  readonly units: number;
  readonly start: number;
  readonly end: number;
}

function nextPlace(value: string, unit: number, document: string, from: number, end: number, decodes: boolean): Place {
  const wanted = value.charCodeAt(unit);
  const limit = Math.min(end, from + farthest);
  let first = from;
  // In text, the marks of a quote at the start of a line are never part of what is read.
  if (decodes && unit > 0 && value.charCodeAt(unit - 1) === 10) {
    while (first < limit && (isWhite(document.charCodeAt(first)) || document[first] === '>')) first++;
  }
  for (let at = first; at < limit; at++) {
    const written = document.charCodeAt(at);
    if (decodes && written === 0x5c && document.charCodeAt(at + 1) === wanted && isPunctuation(wanted)) {
      return { units: 1, start: at, end: at + 2 };
    }
    if (decodes && written === 0x26) {
      const found = referenceAt(value, unit, document, at);
      if (found) return found;
    }
    if (written === wanted || (wanted === 0xfffd && written === 0) || (isWhite(wanted) && isWhite(written))) {
      const isPair = wanted === 13 && value.charCodeAt(unit + 1) === 10 && document.charCodeAt(at + 1) === 10;
      return { units: isPair ? 2 : 1, start: at, end: at + (isPair ? 2 : 1) };
    }
  }
  return { units: 1, start: from, end: from };
}

function referenceAt(value: string, unit: number, document: string, at: number): Place | undefined {
  reference.lastIndex = at;
  const written = reference.exec(document)?.[0];
  if (written === undefined) return undefined;
  const decoded = decodeAttribute(written);
  if (decoded === written || !value.startsWith(decoded, unit)) return undefined;
  return { units: decoded.length, start: at, end: at + written.length };
}

function isPunctuation(unit: number): boolean {
  return (
    (unit >= 0x21 && unit <= 0x2f) ||
    (unit >= 0x3a && unit <= 0x40) ||
    (unit >= 0x5b && unit <= 0x60) ||
    (unit >= 0x7b && unit <= 0x7e)
  );
}

function isWhite(unit: number): boolean {
  return unit === 0x20 || unit === 9 || unit === 10 || unit === 13;
}
