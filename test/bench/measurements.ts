import { coldStart } from './coldStart';
import { warmStart } from './warmStart';

/**
 * Measures one thing on the archive in a folder, in a process of its own, and gives figures by name. The scratch folder
 * stays from one measurement of a round to the next.
 */
export type Measurement = (root: string, scratch: string) => Promise<Readonly<Record<string, number>>>;

/** They run in this order. More to measure is a file and a line here, and lines in `figures.ts`. */
export const measurements: Readonly<Record<string, Measurement>> = { coldStart, warmStart };
