import { isUsableGlob } from '../text/globs';
import { type ConfigFault, type ConfigPath, fieldName } from './configFault';

/** The globs of a list in the configuration that can be used; each other one is a fault. */
export function usableGlobs(globs: readonly string[], path: ConfigPath, faults: ConfigFault[]): readonly string[] {
  return globs.filter((value, index) => {
    const isUsable = isUsableGlob(value);
    if (!isUsable) faults.push({ kind: 'unusableGlob', field: fieldName(path), value, path: [...path, index] });
    return isUsable;
  });
}
