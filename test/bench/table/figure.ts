/** What was measured, by name. */
export type Measured = Readonly<Record<string, number>>;

export type Unit = 'ms' | 'MB' | 'KB' | '%' | '×' | '';

/** One row of the table. */
export interface Figure {
  readonly name: string;
  /** Its name among what was measured. */
  readonly key: string;
  readonly unit: Unit;
  /** What it is held against: something of the same run, and another name among what was measured. */
  readonly reference?: Reference;
  readonly bar?: Bar;
  /** Which direction is an improvement over another commit; less unless it is said. `neither` is not compared. */
  readonly better?: 'less' | 'more' | 'neither';
}

export interface Reference {
  readonly name: string;
  readonly key: string;
  /** Whether the ratio tells how much more it costs than the reference, or how many times as fast it is. */
  readonly as: 'cost' | 'speed';
}

/** What a figure, or its ratio to the reference, may be. */
export interface Bar {
  readonly of: 'value' | 'ratio';
  readonly most?: number;
  readonly least?: number;
  /** It counts from this many articles on, where the archive's size matters. */
  readonly from?: number;
}

export function measuredValue({ key }: Figure, measured: Measured): number | undefined {
  const value = measured[key];
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

/** How a figure stands to its reference; undefined where one of the two is missing. */
export function ratioOf(figure: Figure, measured: Measured): number | undefined {
  const value = measuredValue(figure, measured);
  const reference = figure.reference && measured[figure.reference.key];
  if (figure.reference === undefined || value === undefined || reference === undefined) return undefined;
  const ratio = figure.reference.as === 'cost' ? value / reference : reference / value;
  return Number.isFinite(ratio) ? ratio : undefined;
}
