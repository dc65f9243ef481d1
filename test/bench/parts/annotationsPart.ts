import { join } from 'node:path';
import type { Part } from './part';

/** What the Annotations view does when an archive is opened. */
export const annotationsPart: Part = {
  name: 'annotations',
  rounds: { quick: 1, full: 3 },
  figures: [
    { name: 'annotations', key: 'annotations', unit: '', better: 'neither' },
    { name: 'their files read and parsed', key: 'plain', unit: 'ms', better: 'neither' },
    {
      name: 'opened',
      key: 'opened',
      unit: 'ms',
      reference: { name: 'reading and parsing', key: 'plain', as: 'cost' },
      bar: { of: 'value', most: 2000 },
    },
    { name: '  processor time', key: 'processor', unit: 'ms' },
    { name: 'grouped by label', key: 'grouped', unit: 'ms' },
    {
      name: 'heap',
      key: 'heap',
      unit: 'MB',
      reference: { name: 'their files', key: 'bytes', as: 'cost' },
      bar: { of: 'value', most: 150 },
    },
  ],
  measure: (checkout, { articles, scratch }) =>
    checkout.probe('annotationsView', [join(scratch, checkout.name), String(articles)]),
};
