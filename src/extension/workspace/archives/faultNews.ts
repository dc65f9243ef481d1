import type { JsonFault } from '../../../core/text/json/jsonFault';

/** Whether the faults of a file are others than before: each is told once, not again with every other change of the file. */
export class FaultNews {
  #told = '[]';

  isNew(faults: readonly JsonFault[]): boolean {
    const told = this.#told;
    this.#told = JSON.stringify(faults);
    return faults.length > 0 && this.#told !== told;
  }
}
