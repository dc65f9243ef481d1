import type { Figure, Measured } from './figures';

/** Before the figures in what the measured host prints. */
export const hostFiguresMark = '@@host-figures@@';

const of = (name: string) => (own: Measured) => own[name];

/** What is measured inside a real extension host. */
export const hostFigures: readonly Figure[] = [
  { name: 'activation, own time', unit: 'ms', value: of('activation'), bar: { most: 50, from: 0 } },
  { name: 'activation to complete tree', unit: 'ms', value: of('tree') },
  { name: 'activation to last body', unit: 'ms', value: of('bodies') },
  { name: 'activation to last check', unit: 'ms', value: of('checked') },
  { name: 'articles with problems', unit: '', value: of('withProblems') },
  { name: 'saved in VS Code, tree updated', unit: 'ms', value: of('saved'), bar: { most: 50, from: 0 } },
  { name: '  and the saving itself', unit: 'ms', value: of('saving') },
  { name: 'saved elsewhere, tree updated', unit: 'ms', value: of('outside') },
  { name: 'Go to Article opens', unit: 'ms', value: of('searchOpens') },
  { name: 'Go to Article, one key', unit: 'ms', value: of('searchKey') },
  { name: 'heap of the host before', unit: 'MB', value: of('heapBefore') },
  { name: 'heap, as it is with the tree', unit: 'MB', value: of('heapTree') },
  { name: 'heap, as it is in the end', unit: 'MB', value: of('heapLeft') },
  { name: 'heap, what is needed of it', unit: 'MB', value: of('heap'), bar: { most: 200, from: 0 } },
];
