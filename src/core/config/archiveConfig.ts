import { defaultReadingRules, type ReadingRules } from '../article/readingRules';
import { isTimeZone } from '../article/zoneOffset';
import type { CheckSettings } from '../problems/checkSettings';
import { ruleIds } from '../problems/ruleIds';
import { FieldReader, type JsonFields } from '../text/json/fieldReader';
import type { JsonFault } from '../text/json/jsonFault';
import { defaultPathFilter, type PathFilter } from '../text/pathFilter';
import { CheckSettingsReader } from './checkSettingsReader';

/** Where the archive keeps what its team shares, relative to its folder. */
export const configPath = '.marginalia/config.json';
export const sourcesPath = '.marginalia/sources.json';

/** What `.marginalia/config.json` says, with defaults where it is silent. */
export interface ArchiveConfig {
  readonly filter: PathFilter;
  readonly rules: ReadingRules;
  readonly checks: CheckSettings;
}

export interface ReadConfig {
  readonly config: ArchiveConfig;
  readonly faults: readonly JsonFault[];
}

/** Reads the text of `config.json`; `undefined` stands for an archive that has none. */
export function readArchiveConfig(text: string | undefined, systemZone: string): ReadConfig {
  const reader = new FieldReader();
  const root = reader.root(text);
  const texts = (field: keyof ReadingRules): readonly string[] | undefined => reader.texts(root, field, []);
  const include = reader.globs(root, 'include', []) ?? [];
  const filter: PathFilter = {
    // To include nothing at all is never meant.
    include: include.length === 0 ? defaultPathFilter.include : include,
    exclude: reader.globs(root, 'exclude', []) ?? defaultPathFilter.exclude,
  };
  const rules: ReadingRules = {
    sourceFields: texts('sourceFields') ?? defaultReadingRules.sourceFields,
    linkFields: texts('linkFields') ?? defaultReadingRules.linkFields,
    dateFields: texts('dateFields') ?? defaultReadingRules.dateFields,
    timeZone: readTimeZone(reader, root) ?? systemZone,
  };
  const checks = new CheckSettingsReader(reader, ruleIds).read(root, rules);
  return { config: { filter, rules, checks }, faults: reader.faults };
}

function readTimeZone(reader: FieldReader, root: JsonFields): string | undefined {
  const value = reader.text(root, 'timeZone', []);
  if (value === undefined || isTimeZone(value)) return value;
  reader.faults.push({ kind: 'unknownTimeZone', path: ['timeZone'], value });
  return undefined;
}
