import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { benchArchive } from '../archive/benchArchive';
import type { Checkout } from '../products/checkout';
import type { Measured, Reference } from '../table/figure';
import type { Part } from './part';
import { ripgrepTime } from './ripgrepTime';

const large = 100_000;
const ripgrep: Reference = { name: 'ripgrep', key: 'ripgrep', as: 'cost' };
const emptyHeap: Reference = { name: 'before', key: 'heapBefore', as: 'cost' };
const heapBar = { of: 'value', most: 200 } as const;

/** The index in a process of its own, with the threads and the cache that the extension uses. */
export const indexPart: Part = {
  name: 'index',
  rounds: { quick: 3, full: 3 },
  figures: [
    { name: 'articles', key: 'articles', unit: '', better: 'neither' },
    { name: "rg -l '^title:'", key: 'ripgrep', unit: 'ms', better: 'neither' },
    {
      name: 'cold index, tree complete',
      key: 'cold',
      unit: 'ms',
      reference: ripgrep,
      bar: { of: 'ratio', most: 4, from: large },
    },
    { name: '  busy main thread', key: 'coldBusy', unit: 'ms' },
    {
      name: '  growth an article, from a tenth',
      key: 'growth',
      unit: '×',
      bar: { of: 'value', most: 1.3, from: large },
    },
    {
      name: 'warm start from the cache',
      key: 'warm',
      unit: 'ms',
      reference: ripgrep,
      bar: { of: 'ratio', most: 2, from: large },
    },
    { name: '  busy main thread', key: 'warmBusy', unit: 'ms' },
    { name: 'tree grouped by source', key: 'bySource', unit: 'ms' },
    {
      name: '  by owner of the source',
      key: 'byOwner',
      unit: 'ms',
      reference: { name: 'by source', key: 'bySource', as: 'cost' },
      bar: { of: 'ratio', most: 2, from: large },
    },
    { name: 'one file saved, tree updated', key: 'update', unit: 'ms', bar: { of: 'value', most: 50 } },
    { name: 'all bodies in the background', key: 'bodies', unit: 'ms', reference: ripgrep },
    { name: 'cache saved', key: 'save', unit: 'ms' },
    { name: 'heap, tree complete', key: 'heap', unit: 'MB', reference: emptyHeap, bar: heapBar },
    { name: 'heap, bodies read too', key: 'heapWithBodies', unit: 'MB', reference: emptyHeap, bar: heapBar },
    { name: 'heap, warm start', key: 'warmHeap', unit: 'MB', reference: emptyHeap, bar: heapBar },
  ],
  async references({ articles }) {
    return { ripgrep: await ripgrepTime(benchArchive(articles), articles) };
  },
  async measure(checkout, { articles, scratch }) {
    const figures = await startsOf(checkout, articles, scratch);
    if (articles < large) return figures;
    const tenth = await startsOf(checkout, articles / 10, scratch);
    return { ...figures, growth: perArticle(figures) / perArticle(tenth) };
  },
};

async function startsOf(checkout: Checkout, articles: number, scratch: string): Promise<Measured> {
  const root = benchArchive(articles);
  const folder = join(scratch, checkout.name);
  await mkdir(folder, { recursive: true });
  const cold = await checkout.probe('indexTimes', ['cold', root, folder]);
  return { ...cold, ...(await checkout.probe('indexTimes', ['warm', root, folder])) };
}

function perArticle({ cold = Number.NaN, articles = Number.NaN }: Measured): number {
  return cold / articles;
}
