import type { Reference } from '../table/figure';
import type { Part } from './part';

const bare: Reference = { name: 'bare HTML', key: 'bare', as: 'cost' };
const bareLarge: Reference = { name: 'bare HTML', key: 'bareLarge', as: 'cost' };

/** The page of the preview in a real browser: processor time of its thread, layout and paint included. */
export const previewPart: Part = {
  name: 'preview',
  rounds: { quick: 1, full: 3 },
  figures: [
    { name: '50 KB of HTML in a bare page', key: 'bare', unit: 'ms', better: 'neither' },
    { name: 'first paint of 50 KB', key: 'first', unit: 'ms', reference: bare, bar: { of: 'value', most: 150 } },
    { name: 'update of 50 KB', key: 'update', unit: 'ms', reference: bare, bar: { of: 'value', most: 50 } },
    {
      name: '200 annotations in 50 KB',
      key: 'annotations',
      unit: 'ms',
      reference: bare,
      bar: { of: 'value', most: 50 },
    },
    {
      name: '50 KB with 300 annotations, found and drawn',
      key: 'annotated',
      unit: 'ms',
      reference: bare,
      bar: { of: 'value', most: 1000 },
    },
    { name: '2 MB of HTML in a bare page', key: 'bareLarge', unit: 'ms', better: 'neither' },
    {
      name: '2 MB, prepared and drawn',
      key: 'large',
      unit: 'ms',
      reference: bareLarge,
      bar: { of: 'value', most: 1500 },
    },
    { name: '  prepared', key: 'prepared', unit: 'ms' },
    {
      name: '  first look, then nothing waits',
      key: 'firstLook',
      unit: 'ms',
      reference: bareLarge,
      bar: { of: 'value', most: 700 },
    },
  ],
  measure: (checkout) => checkout.probe('previewTimes', []),
};
