import type { TextRange } from '../../text/textRange';
import { CodePoints } from './codePoints';

/**
 * The runs that a text was put together from, in order, as parallel lists. A run whose text is as long as what it was
 * written as maps unit by unit; of any other, such as an entity, all units map to the whole.
 */
export interface TextRuns {
  readonly textStarts: Int32Array;
  readonly sourceStarts: Int32Array;
  readonly sourceEnds: Int32Array;
}

/**
 * The body of an article as a reader sees it: tags removed, entities decoded, white space collapsed, one line a block.
 * Ranges of the text count code points, as annotations do; ranges of the source count UTF-16 code units, as editors do.
 */
export class ArticleText {
  /** No line is empty, none starts or ends with white space. */
  readonly text: string;
  readonly points: CodePoints;
  readonly #runs: TextRuns;

  constructor(text: string, runs: TextRuns) {
    this.text = text;
    this.points = new CodePoints(text);
    this.#runs = runs;
  }

  /** In code points. */
  get length(): number {
    return this.points.length;
  }

  /** What stands at a range of the text. */
  slice(range: TextRange): string {
    return this.text.slice(this.points.unitOf(range.start), this.points.unitOf(range.end));
  }

  /** Where in the document a range of the text is written, from its first character to its last. */
  sourceOf(range: TextRange): TextRange {
    const start = this.points.unitOf(range.start);
    const end = this.points.unitOf(range.end);
    const from = this.#sourceOfUnit(start);
    return end <= start
      ? { start: from.start, end: from.start }
      : { start: from.start, end: this.#sourceOfUnit(end - 1).end };
  }

  /** What a reader sees of a range of the document; undefined where that is nothing. */
  textOf(source: TextRange): TextRange | undefined {
    const start = this.#firstUnitEndingAfter(source.start);
    const end = this.#firstUnitStartingFrom(source.end);
    if (start >= end) return undefined;
    const range = { start: this.points.pointOf(start), end: this.points.pointOf(end) };
    const seen = this.slice(range);
    const lead = seen.length - seen.trimStart().length;
    const trail = seen.length - seen.trimEnd().length;
    if (lead === seen.length) return undefined;
    return { start: range.start + lead, end: range.end - trail };
  }

  #sourceOfUnit(unit: number): TextRange {
    const { textStarts, sourceStarts, sourceEnds } = this.#runs;
    const run = lastAtMost(textStarts, unit);
    if (run < 0) return { start: 0, end: 0 };
    const [textStart = 0, sourceStart = 0, sourceEnd = 0] = [textStarts[run], sourceStarts[run], sourceEnds[run]];
    if (unit >= this.text.length) return { start: sourceEnd, end: sourceEnd };
    if (!this.#isEven(run)) return { start: sourceStart, end: sourceEnd };
    const at = sourceStart + unit - textStart;
    return { start: at, end: at + 1 };
  }

  #firstUnitEndingAfter(source: number): number {
    const { textStarts, sourceStarts, sourceEnds } = this.#runs;
    let run = lastAtMost(sourceEnds, source) + 1;
    // Runs of no width end where they start.
    while (run < sourceEnds.length && (sourceEnds[run] ?? 0) <= source) run++;
    if (run >= textStarts.length) return this.text.length;
    const start = textStarts[run] ?? 0;
    return this.#isEven(run) ? start + Math.max(0, source - (sourceStarts[run] ?? 0)) : start;
  }

  #firstUnitStartingFrom(source: number): number {
    const { textStarts, sourceStarts } = this.#runs;
    const run = lastAtMost(sourceStarts, source - 1);
    if (run < 0) return 0;
    const end = textStarts[run + 1] ?? this.text.length;
    if (!this.#isEven(run)) return end;
    return Math.min(end, (textStarts[run] ?? 0) + source - (sourceStarts[run] ?? 0));
  }

  #isEven(run: number): boolean {
    const { textStarts, sourceStarts, sourceEnds } = this.#runs;
    const width = (textStarts[run + 1] ?? this.text.length) - (textStarts[run] ?? 0);
    return width === (sourceEnds[run] ?? 0) - (sourceStarts[run] ?? 0);
  }
}

/** The index of the last value that is not above `limit`, in values that never fall; -1 where there is none. */
function lastAtMost(values: Int32Array, limit: number): number {
  let low = -1;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
