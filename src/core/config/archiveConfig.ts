import { defaultReadingRules, type ReadingRules } from '../article/readingRules';
import { isTimeZone } from '../article/zoneOffset';
import type { CheckSettings } from '../problems/checkSettings';
import { ruleIds } from '../problems/ruleIds';
import { errorText } from '../text/errorText';
import { parseJson } from '../text/json/parseJson';
import { defaultPathFilter, type PathFilter } from '../text/pathFilter';
import type { ConfigFault } from './configFault';
import { readCheckSettings } from './readCheckSettings';
import { usableGlobs } from './usableGlobs';

/** Where the archive keeps what its team shares, relative to its folder. */
export const configPath = '.marginalia/config.json';
export const sourcesPath = '.marginalia/sources.json';

/** What `.marginalia/config.json` says, with defaults where it is silent. */
export interface ArchiveConfig {
  readonly filter: PathFilter;
  readonly rules: ReadingRules;
  readonly checks: CheckSettings;
}

export type { ConfigFault } from './configFault';

export interface ReadConfig {
  readonly config: ArchiveConfig;
  readonly faults: readonly ConfigFault[];
}

/** Reads the text of `config.json`; `undefined` stands for an archive that has none. */
export function readArchiveConfig(text: string | undefined, systemZone: string): ReadConfig {
  const faults: ConfigFault[] = [];
  const values = text === undefined ? {} : readObject(text, faults);

  const list = (field: string, fallback: readonly string[]): readonly string[] => {
    const value = values[field];
    if (value === undefined) return fallback;
    if (isStringList(value)) return value;
    faults.push({ kind: 'wrongType', field, expected: 'stringList' });
    return fallback;
  };
  const globs = (field: 'include' | 'exclude'): readonly string[] => {
    const usable = usableGlobs(list(field, defaultPathFilter[field]), [field], faults);
    // To include nothing at all is never meant.
    return usable.length === 0 && field === 'include' ? defaultPathFilter.include : usable;
  };
  const zone = (): string => {
    const value = values.timeZone;
    if (value === undefined) return systemZone;
    if (typeof value !== 'string') {
      faults.push({ kind: 'wrongType', field: 'timeZone', expected: 'string' });
      return systemZone;
    }
    if (isTimeZone(value)) return value;
    faults.push({ kind: 'unknownTimeZone', field: 'timeZone', value });
    return systemZone;
  };

  const filter: PathFilter = {
    include: globs('include'),
    exclude: globs('exclude'),
  };
  const rules: ReadingRules = {
    sourceFields: list('sourceFields', defaultReadingRules.sourceFields),
    linkFields: list('linkFields', defaultReadingRules.linkFields),
    dateFields: list('dateFields', defaultReadingRules.dateFields),
    timeZone: zone(),
  };
  const checks = readCheckSettings(values.problems, rules, ruleIds, faults);
  return { config: { filter, rules, checks }, faults };
}

function readObject(text: string, faults: ConfigFault[]): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    faults.push({ kind: 'notJson', detail: errorText(error) });
    return {};
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  faults.push({ kind: 'wrongType', field: '', expected: 'object' });
  return {};
}

function isStringList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
}
