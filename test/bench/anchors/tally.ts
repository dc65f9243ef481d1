import { printFigures } from './printFigures';

interface Range {
  readonly start: number;
  readonly end: number;
}

export type Outcome = 'kept' | 'wrongly' | 'rightly' | 'misplaced';

class Counts {
  there = 0;
  kept = 0;
  wrongly = 0;
  lost = 0;
  gone = 0;
  rightly = 0;
  false = 0;
  twins = 0;
  twinsKept = 0;
  twinsLost = 0;
}

/** Counts what became of passages, by the kind of edit. */
export class Tally {
  readonly #name: string;
  readonly #byEdit = new Map<string, Counts>();

  constructor(name: string) {
    this.#name = name;
  }

  /** `truth` is where the passage is, undefined where it is gone. One that was rewritten may be an orphan, or what is left of it found, but nothing elsewhere. */
  add(
    edit: string,
    truth: Range | undefined,
    isRewritten: boolean,
    isTwin: boolean,
    found: Range | undefined,
  ): Outcome {
    const counts = this.#byEdit.get(edit) ?? new Counts();
    this.#byEdit.set(edit, counts);
    if (truth === undefined || isRewritten) {
      counts.gone++;
      if (found === undefined || (truth !== undefined && isWithin(truth, found))) {
        counts.rightly++;
        return 'rightly';
      }
      counts.false++;
      return 'misplaced';
    }
    const outcome = found === undefined ? 'wrongly' : isSame(truth, found) ? 'kept' : 'misplaced';
    if (isTwin) {
      counts.twins++;
      if (outcome === 'kept') counts.twinsKept++;
      if (outcome === 'misplaced') counts.twinsLost++;
      return outcome;
    }
    counts.there++;
    if (outcome === 'kept') counts.kept++;
    else if (outcome === 'wrongly') counts.wrongly++;
    else counts.lost++;
    return outcome;
  }

  print(): void {
    console.log(this.#name);
    const head = [
      '',
      'there',
      'kept',
      'orphaned wrongly',
      'misplaced',
      'gone',
      'orphaned rightly',
      'misplaced',
      'twins',
      'kept',
      'misplaced',
    ];
    const rows = [...this.#byEdit, ['all', this.total()] as const].map(([edit, counts]) => [
      edit,
      String(counts.there),
      share(counts.kept, counts.there),
      share(counts.wrongly, counts.there),
      share(counts.lost, counts.there),
      String(counts.gone),
      share(counts.rightly, counts.gone),
      share(counts.false, counts.gone),
      String(counts.twins),
      share(counts.twinsKept, counts.twins),
      share(counts.twinsLost, counts.twins),
    ]);
    const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
    for (const row of [head, ...rows]) {
      console.log(
        row
          .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
          .join('  '),
      );
    }
    console.log('');
  }

  /** What was counted of the edits whose names begin so. */
  only(start: string): Tally {
    const part = new Tally(`${this.#name}, ${start}`);
    for (const [edit, counts] of this.#byEdit) if (edit.startsWith(start)) part.#byEdit.set(edit, counts);
    return part;
  }

  /** Says of each bar whether `kind` of text meets it. */
  printBars(kind: string, baseline: Tally): void {
    const all = this.total();
    const passages = all.there + all.gone;
    const bar = (name: string, isMet: boolean, figure: string): void =>
      console.log(`${isMet ? 'met   ' : 'MISSED'}  ${kind}, ${name}: ${figure}`);
    bar('of those still there kept, at least 99.8 %', all.kept / all.there >= 0.998, share(all.kept, all.there));
    bar(
      'of those gone or rewritten misplaced, at most 0.5 %',
      all.false <= 0.005 * all.gone,
      share(all.false, all.gone),
    );
    bar(
      'of all misplaced, at most 0.2 %',
      all.lost + all.false <= 0.002 * passages,
      share(all.lost + all.false, passages),
    );
    bar('of twins kept, at least 98 %', all.twinsKept >= 0.98 * all.twins, share(all.twinsKept, all.twins));
    const worse = [...this.#byEdit].filter(([edit, own]) => {
      const other = baseline.#byEdit.get(edit) ?? new Counts();
      return own.kept + own.rightly < other.kept + other.rightly || own.lost + own.false > other.lost + other.false;
    });
    bar(
      'better than the baseline on every kind of edit',
      worse.length === 0,
      worse.length === 0 ? 'yes' : `not on ${worse.map(([edit]) => edit).join(', ')}`,
    );
    printFigures('quality', { ...this.#shares(baseline), worse: worse.length });
  }

  /** In per cent, beside those of the baseline. */
  #shares(baseline: Tally): Readonly<Record<string, number>> {
    const sharesOf = (counts: Counts) => ({
      kept: (100 * counts.kept) / counts.there,
      misplaced: (100 * (counts.lost + counts.false)) / (counts.there + counts.gone),
      goneMisplaced: (100 * counts.false) / counts.gone,
      twins: (100 * counts.twinsKept) / counts.twins,
    });
    const own = this.total();
    const theirs = Object.entries(sharesOf(baseline.total())).map(([key, share]) => [`baseline.${key}`, share]);
    return { passages: own.there + own.gone + own.twins, ...sharesOf(own), ...Object.fromEntries(theirs) };
  }

  total(): Counts {
    const total = new Counts();
    for (const counts of this.#byEdit.values()) {
      for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
    }
    return total;
  }
}

/** Both ends may be off by a twentieth of the passage, or by one character: where a typo stood at its end, say. */
function isSame(truth: Range, found: Range): boolean {
  const slack = Math.max(1, (truth.end - truth.start) / 20);
  return Math.abs(truth.start - found.start) <= slack && Math.abs(truth.end - found.end) <= slack;
}

function isWithin(truth: Range, found: Range): boolean {
  return found.start >= truth.start - 1 && found.end <= truth.end + 1;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
}
