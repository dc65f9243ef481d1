import { benchArchive } from '../archive/benchArchive';
import type { Reference } from '../table/figure';
import type { Part } from './part';
import { ripgrepTime } from './ripgrepTime';
import { runHostProbe } from './runHostProbe';

const ripgrep: Reference = { name: 'ripgrep', key: 'ripgrep', as: 'cost' };
const before: Reference = { name: 'before', key: 'heapBefore', as: 'cost' };

/** The extension in a real extension host that has the archive open, until everything is read and checked. */
export const hostPart: Part = {
  name: 'host',
  rounds: { quick: 1, full: 1 },
  figures: [
    { name: 'articles', key: 'articles', unit: '', better: 'neither' },
    { name: 'activation to complete tree', key: 'tree', unit: 'ms', reference: ripgrep },
    { name: 'activation to last body', key: 'bodies', unit: 'ms', reference: ripgrep },
    { name: 'activation to last check', key: 'checked', unit: 'ms', reference: ripgrep },
    { name: 'articles with problems', key: 'withProblems', unit: '', better: 'neither' },
    {
      name: 'one save: from it to the tree',
      key: 'saved',
      unit: 'ms',
      reference: { name: 'the save itself', key: 'saving', as: 'cost' },
      bar: { of: 'value', most: 50 },
    },
    { name: '  the save itself, tree included', key: 'saving', unit: 'ms' },
    { name: '  saved elsewhere, to the tree', key: 'outside', unit: 'ms' },
    { name: 'Go to Article opens', key: 'searchOpens', unit: 'ms' },
    { name: 'Go to Article, one key', key: 'searchKey', unit: 'ms' },
    { name: 'heap before', key: 'heapBefore', unit: 'MB', better: 'neither' },
    { name: 'heap while it checks, at most', key: 'heapPeak', unit: 'MB', reference: before },
    {
      name: 'memory of the process, at most',
      key: 'memoryPeak',
      unit: 'MB',
      reference: { name: 'before', key: 'memoryBefore', as: 'cost' },
      bar: { of: 'value', most: 450 },
    },
    {
      name: '  while 5,000 touched files are checked',
      key: 'memoryTouched',
      unit: 'MB',
      reference: { name: 'before', key: 'memoryBefore', as: 'cost' },
      bar: { of: 'value', most: 450 },
    },
    { name: 'preview of 679 KB, all at rest', key: 'previewIdle', unit: 'ms' },
    {
      name: '  while all is checked',
      key: 'previewBusy',
      unit: 'ms',
      reference: { name: 'at rest', key: 'previewIdle', as: 'cost' },
      bar: { of: 'value', most: 2000 },
    },
    {
      name: 'heap that is needed in the end',
      key: 'heap',
      unit: 'MB',
      reference: before,
      bar: { of: 'value', most: 200 },
    },
  ],
  async references({ articles }) {
    return { ripgrep: await ripgrepTime(benchArchive(articles), articles) };
  },
  measure: (checkout, { articles }) => runHostProbe(checkout, 'hostTimes', benchArchive(articles)),
};
