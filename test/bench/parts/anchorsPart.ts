import { anchorFiguresMark } from '../anchors/printFigures';
import { measuredRun } from '../products/measuredRun';
import type { Figure, Measured } from '../table/figure';
import type { Part } from './part';

type Printed = { readonly kind: 'quality' | 'speed'; readonly figures: Measured };

/** Annotations of articles that are edited: how many are found again, and how long it takes, beside what Hypothesis does. */
export const anchorsPart: Part = {
  name: 'anchors',
  rounds: { quick: 1, full: 1 },
  figures: [
    ...qualityFigures('articles', ''),
    ...qualityFigures('worst list', 'lists.'),
    {
      name: '200 annotations in 50 KB',
      key: 'time',
      unit: 'ms',
      reference: { name: 'Hypothesis', key: 'baselineTime', as: 'cost' },
      bar: { of: 'value', most: 50 },
    },
    { name: '  the slowest kind of edit', key: 'slowest', unit: 'ms' },
    { name: '  without a fingerprint', key: 'bareTime', unit: 'ms' },
  ],
  measure: (checkout, { isQuick }) =>
    checkout.withProbe('anchors', async (script) => {
      const { out } = await measuredRun([script, '--seed', isQuick ? '101' : '101,102,103'], checkout.root, {
        env: { MARGINALIA_BENCH_FIGURES: '1' },
      });
      return readFigures(out);
    }),
};

/** What is printed of the passages in articles comes first, then that of each kind of list. */
function readFigures(out: string): Measured {
  const printed = out
    .split('\n')
    .filter((line) => line.startsWith(anchorFiguresMark))
    .map((line): Printed => JSON.parse(line.slice(anchorFiguresMark.length), nullsAreUnknown));
  const [articles, ...lists] = printed.flatMap(({ kind, figures }) => (kind === 'quality' ? [figures] : []));
  const speed = printed.find(({ kind }) => kind === 'speed');
  if (articles === undefined || speed === undefined) throw new Error('The bench of anchoring printed no figures.');
  return { ...articles, ...worstOf(lists), ...speed.figures };
}

/** Each kind of list has to meet the bars by itself: of each figure the kind that is worst, beside its own baseline. */
function worstOf(lists: readonly Measured[]): Measured {
  const worst: Record<string, number> = {};
  for (const { key, better } of qualityFigures('', '')) {
    const order = better === 'more' ? 1 : -1;
    const at = (kind: Measured): number => order * (kind[key] ?? Number.NaN);
    const [first] = lists.filter((kind) => !Number.isNaN(at(kind))).sort((one, other) => at(one) - at(other));
    if (first === undefined) continue;
    worst[`lists.${key}`] = first[key] ?? Number.NaN;
    worst[`lists.baseline.${key}`] = first[`baseline.${key}`] ?? Number.NaN;
  }
  return worst;
}

function qualityFigures(place: string, prefix: string): readonly Figure[] {
  const beside = (key: string) => ({ name: 'Hypothesis', key: `${prefix}baseline.${key}`, as: 'cost' }) as const;
  return [
    { name: `${place}: passages`, key: `${prefix}passages`, unit: '', better: 'neither' },
    {
      name: `${place}: kept of those still there`,
      key: `${prefix}kept`,
      unit: '%',
      reference: beside('kept'),
      bar: { of: 'value', least: 99.8 },
      better: 'more',
    },
    {
      name: `${place}: misplaced in all`,
      key: `${prefix}misplaced`,
      unit: '%',
      reference: beside('misplaced'),
      bar: { of: 'value', most: 0.2 },
    },
    {
      name: `${place}: misplaced of gone or rewritten`,
      key: `${prefix}goneMisplaced`,
      unit: '%',
      reference: beside('goneMisplaced'),
      bar: { of: 'value', most: 0.5 },
    },
    {
      name: `${place}: twins kept`,
      key: `${prefix}twins`,
      unit: '%',
      reference: beside('twins'),
      bar: { of: 'value', least: 98 },
      better: 'more',
    },
    {
      name: `${place}: kinds of edits behind Hypothesis`,
      key: `${prefix}worse`,
      unit: '',
      bar: { of: 'value', most: 0 },
    },
  ];
}

/** What was shared out of nothing; JSON knows no other word for it. */
function nullsAreUnknown(_key: string, value: unknown): unknown {
  return value === null ? Number.NaN : value;
}
