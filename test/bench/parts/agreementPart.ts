import { annotatedArchive } from '../archive/annotatedArchive';
import type { Part } from './part';
import { runHostProbe } from './runHostProbe';

const annotations = 10_000;

/** The report on agreement between people in a real extension host. */
export const agreementPart: Part = {
  name: 'agreement',
  rounds: { quick: 1, full: 1 },
  figures: [
    { name: 'annotations of two people', key: 'annotations', unit: '', better: 'neither' },
    { name: 'places that they see differently', key: 'places', unit: '', better: 'neither' },
    { name: 'the same from the command line', key: 'commandLine', unit: 'ms' },
    {
      name: 'asked for, to the report',
      key: 'shown',
      unit: 'ms',
      reference: { name: 'the command line', key: 'commandLine', as: 'cost' },
      bar: { of: 'value', most: 2000 },
    },
    { name: '  processor time', key: 'processor', unit: 'ms' },
  ],
  async measure(checkout) {
    const root = annotatedArchive(annotations);
    const { time } = await checkout.cli(['annotations', 'agreement', root]);
    return { ...(await runHostProbe(checkout, 'agreementTimes', root)), commandLine: time };
  },
};
