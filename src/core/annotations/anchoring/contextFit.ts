import { errorsByEnd, errorsByStart, errorsFrom, errorsUpTo } from './editErrors';

/** So much of the context is compared. */
export const near = 32;
/** So few characters must fit right at the passage. */
export const next = 8;
const slack = 12;

/** How well the text before `end` fits, half of it by the next few characters alone: farther ones fit nearby places too. */
export function fitBefore(before: string, text: string, end: number): number {
  return average([next, near], (length) => {
    const part = before.slice(-length);
    return 1 - errorsUpTo(part, text, Math.max(0, end - part.length - slack), end) / part.length;
  });
}

export function fitAfter(after: string, text: string, start: number): number {
  return average([next, near], (length) => {
    const part = after.slice(0, length);
    return 1 - errorsFrom(part, text, start, Math.min(text.length, start + part.length + slack)) / part.length;
  });
}

const mostOccurrences = 8;

/** How many times a piece of text stands in a text, counted up to a few. */
export function occurrences(text: string, piece: string): number {
  let count = 0;
  for (let at = text.indexOf(piece); at >= 0 && count < mostOccurrences; at = text.indexOf(piece, at + 1)) count++;
  return Math.max(1, count);
}

function average(lengths: readonly number[], fit: (length: number) => number): number {
  return lengths.reduce((sum, length) => sum + fit(length), 0) / lengths.length;
}

/** How many units before `end` are those that stood before. */
export function commonBefore(before: string, text: string, end: number): number {
  let run = 0;
  while (run < before.length && run < end && before[before.length - 1 - run] === text[end - 1 - run]) run++;
  return run;
}

export function commonAfter(after: string, text: string, start: number): number {
  let run = 0;
  while (run < after.length && after[run] === text[start + run]) run++;
  return run;
}

/** For each place from `from` to `to` how well the context before fits what ends there, as `fitBefore` has it. */
export function fitsBefore(before: string, text: string, from: number, to: number): Float64Array {
  return averages(
    [next, near].map((length) => before.slice(-length)),
    (part) => errorsByEnd(part, text, from, to),
  );
}

/** The same for the context after and what starts there. */
export function fitsAfter(after: string, text: string, from: number, to: number): Float64Array {
  return averages(
    [next, near].map((length) => after.slice(0, length)),
    (part) => errorsByStart(part, text, from, to),
  );
}

function averages(parts: readonly string[], errorsOf: (part: string) => Int32Array): Float64Array {
  const all = parts.map((part) => errorsOf(part));
  return Float64Array.from(all[0] ?? [], (_, at) =>
    average(
      parts.map((_, index) => index),
      (index) => 1 - (all[index]?.[at] ?? 0) / (parts[index]?.length || 1),
    ),
  );
}
