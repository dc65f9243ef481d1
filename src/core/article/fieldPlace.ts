import type { TextRange } from '../text/textRange';

/** How a value is written. */
export type ValueStyle = 'plain' | 'single' | 'double' | 'block' | 'list' | 'flow' | 'mapping' | 'empty';

/** One piece of a value: an item of a list, or the whole of a scalar. */
export interface ValuePlace {
  /** As written, quotes included. */
  readonly range: TextRange;
  /** Without the quotes. */
  readonly inner: TextRange;
}

/** Where one top-level field of front matter stands. All ranges are places in the whole document. */
export interface FieldPlace extends ValuePlace {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly style: ValueStyle;
  /** The items of a list of scalars, block or flow; empty for all else. */
  readonly items: readonly ValuePlace[];
  /** All lines of the field with their line breaks. */
  readonly lines: TextRange;
}
