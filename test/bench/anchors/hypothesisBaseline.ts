import { errorsByEnd, errorsUpTo } from '../../../src/core/annotations/anchoring/editErrors';
import type { Passage } from '../../../src/core/annotations/anchoring/passage';

/**
 * How Hypothesis finds a passage again, written anew from what it publishes of it: the position if it holds the very quote,
 * else the exact places of the quote, else its nearest ones with at most min(256, length / 2) errors; of several the best by
 * quote (50), prefix (20), suffix (20) and position (2), however bad that is.
 */
export function hypothesisFind(
  text: string,
  passage: Passage,
): { readonly start: number; readonly end: number } | undefined {
  const { exact, prefix, suffix, start: hint = 0, end: hintEnd = 0 } = passage;
  if (text.slice(hint, hintEnd) === exact) return { start: hint, end: hintEnd };
  const matches = search(text, exact, Math.min(256, exact.length / 2));
  const scored = matches.map((match) => {
    const before =
      prefix === '' ? 1 : similarity(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix);
    const after = suffix === '' ? 1 : similarity(text.slice(match.end, match.end + suffix.length), suffix);
    const position = 1 - Math.abs(match.start - hint) / text.length;
    return { match, score: 50 * (1 - match.errors / exact.length) + 20 * before + 20 * after + 2 * position };
  });
  scored.sort((one, other) => other.score - one.score);
  return scored[0]?.match;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

function search(text: string, pattern: string, most: number): readonly Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  if (exact.length > 0) return exact;
  const errors = errorsByEnd(pattern, text, 0, text.length);
  const least = Math.min(...chunks(errors));
  if (least > most) return [];
  const found: Match[] = [];
  for (let end = 0; end <= text.length && found.length < 200; end++) {
    if (errors[end] !== least) continue;
    found.push({ start: startOf(pattern, text, end, least), end, errors: least });
  }
  return found;
}

function startOf(pattern: string, text: string, end: number, errors: number): number {
  for (let extra = 0; extra <= errors; extra++) {
    for (const length of [pattern.length - extra, pattern.length + extra]) {
      if (length >= 0 && length <= end && errorsUpTo(pattern, text, end - length, end) <= errors) return end - length;
    }
  }
  return Math.max(0, end - pattern.length);
}

function similarity(text: string, pattern: string): number {
  if (text === '' || pattern === '') return 0;
  const [best] = search(text, pattern, pattern.length);
  return best === undefined ? 0 : 1 - best.errors / pattern.length;
}

function* chunks(values: Int32Array): Generator<number> {
  for (const value of values) yield value;
}
