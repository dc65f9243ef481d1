import type { Figure } from '../table/figure';

export const limits = { inAll: 500, perHost: 10 };

export const imagesFigures: readonly Figure[] = [
  { name: 'images', key: 'images', unit: '', better: 'neither' },
  { name: 'linkinator', key: 'linkinator', unit: 'ms', better: 'neither' },
  { name: 'markdown-link-check', key: 'linkCheck', unit: 'ms', better: 'neither' },
  { name: 'asked on bare sockets', key: 'bare', unit: 'ms', better: 'neither' },
  {
    name: 'check of all images',
    key: 'check',
    unit: 'ms',
    reference: { name: 'linkinator', key: 'linkinator', as: 'speed' },
    bar: { of: 'ratio', least: 1.5 },
  },
  {
    name: '  the same',
    key: 'check',
    unit: 'ms',
    reference: { name: 'markdown-link-check', key: 'linkCheck', as: 'speed' },
    bar: { of: 'ratio', least: 10 },
    better: 'neither',
  },
  {
    name: '  the same',
    key: 'check',
    unit: 'ms',
    reference: { name: 'bare sockets', key: 'bare', as: 'cost' },
    better: 'neither',
  },
  {
    name: '  processor time',
    key: 'processor',
    unit: 'ms',
    reference: { name: 'linkinator', key: 'linkinatorProcessor', as: 'cost' },
  },
  { name: '  with 50 ms between requests', key: 'polite', unit: 'ms' },
  { name: '  heap beyond the start', key: 'heap', unit: 'MB', bar: { of: 'value', most: 100 } },
  { name: 'wrong verdicts', key: 'wrong', unit: '', bar: { of: 'value', most: 0 } },
  { name: 'requests', key: 'requests', unit: '', better: 'neither' },
  { name: '  at once', key: 'inAll', unit: '', bar: { of: 'value', most: limits.inAll }, better: 'neither' },
  {
    name: '  at once to one host',
    key: 'perHost',
    unit: '',
    bar: { of: 'value', most: limits.perHost },
    better: 'neither',
  },
  {
    name: '  connections to one host',
    key: 'connections',
    unit: '',
    bar: { of: 'value', most: limits.perHost },
    better: 'neither',
  },
  { name: 'images in a warm cache', key: 'known', unit: '', better: 'neither' },
  {
    name: 'check of them',
    key: 'warm',
    unit: 'ms',
    reference: { name: 'parsing the cache', key: 'warmPlain', as: 'cost' },
    bar: { of: 'value', most: 3000 },
  },
  { name: '  requests', key: 'warmRequests', unit: '', bar: { of: 'value', most: 0 } },
  { name: '  broken ones missed', key: 'warmMissed', unit: '', bar: { of: 'value', most: 0 } },
  { name: '  the whole command', key: 'warmCommand', unit: 'ms' },
];
