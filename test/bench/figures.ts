/** All that was measured on the archive of one size, by name. */
export type Measured = Readonly<Record<string, number>>;

/** One row of the report. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | 'x' | '';
  /** The smaller archive is the next smaller one of the same run. */
  readonly value: (own: Measured, smaller: Measured | undefined) => number | undefined;
  /** What it may be at most, and from which size of archive on that counts. */
  readonly bar?: { readonly most: number; readonly from: number };
}

const huge = 100_000;

const of = (name: string) => (own: Measured) => own[name];

const ratio = (name: string, to: string) => (own: Measured) => quotient(own[name], own[to]);

/** How much more one article costs than in an archive a tenth of the size. */
export const growth = (name: string) => (own: Measured, smaller: Measured | undefined) =>
  own.articles !== undefined && own.articles === (smaller?.articles ?? 0) * 10
    ? quotient(quotient(own[name], own.articles), quotient(smaller?.[name], smaller?.articles))
    : undefined;

export const figures: readonly Figure[] = [
  { name: "rg -l '^title:'", unit: 'ms', value: of('ripgrep') },
  { name: 'cold index, tree complete', unit: 'ms', value: of('cold') },
  { name: '  busy main thread', unit: 'ms', value: of('coldBusy') },
  { name: '  to ripgrep', unit: 'x', value: ratio('cold', 'ripgrep'), bar: { most: 4, from: huge } },
  { name: '  growth per article', unit: 'x', value: growth('cold'), bar: { most: 1.3, from: huge } },
  { name: 'warm start from the cache', unit: 'ms', value: of('warm') },
  { name: '  busy main thread', unit: 'ms', value: of('warmBusy') },
  { name: '  to ripgrep', unit: 'x', value: ratio('warm', 'ripgrep'), bar: { most: 2, from: huge } },
  { name: 'tree grouped by source', unit: 'ms', value: of('bySource') },
  { name: '  by owner of the source', unit: 'x', value: ratio('byOwner', 'bySource'), bar: { most: 2, from: 0 } },
  { name: 'one file saved, tree updated', unit: 'ms', value: of('update'), bar: { most: 50, from: 0 } },
  { name: 'all bodies in the background', unit: 'ms', value: of('bodies') },
  { name: 'cache saved', unit: 'ms', value: of('save') },
  { name: 'heap before', unit: 'MB', value: of('heapBefore') },
  { name: 'heap, tree complete', unit: 'MB', value: of('heap'), bar: { most: 200, from: 0 } },
  { name: 'heap, bodies read too', unit: 'MB', value: of('heapWithBodies'), bar: { most: 200, from: 0 } },
  { name: 'heap, warm start', unit: 'MB', value: of('warmHeap'), bar: { most: 200, from: 0 } },
];

function quotient(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a / b;
}
