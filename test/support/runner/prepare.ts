import { findBrowser } from '../hosts/findBrowser';
import { installServer } from '../hosts/installServer';

let prepared: Promise<void> | undefined;

/** Once for a run, before any of its processes wants them: a browser and a VS Code server on this machine. */
export function prepare(): Promise<void> {
  prepared ??= Promise.all([findBrowser(), installServer()]).then(() => undefined);
  return prepared;
}
