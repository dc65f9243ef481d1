import type { ReadingRules } from '../article/readingRules';
import {
  type CheckSettings,
  type DateFormat,
  dateFormats,
  defaultCheckSettings,
  type IgnoreEntry,
  type LevelOverride,
} from '../problems/checkSettings';
import { closestRule } from '../problems/closestRule';
import { levels as knownLevels, type Level } from '../problems/problem';
import { type ConfigFault, type ConfigPath, type ExpectedType, fieldName } from './configFault';
import { usableGlobs } from './usableGlobs';

type Values = Readonly<Record<string, unknown>>;

/** Reads the `problems` part of `config.json`. What cannot be used is a fault, and its default stands in for it. */
export function readCheckSettings(
  value: unknown,
  reading: ReadingRules,
  ruleIds: readonly string[],
  faults: ConfigFault[],
): CheckSettings {
  return new SettingsReader(ruleIds, faults).read(value, reading);
}

class SettingsReader {
  readonly #rules: ReadonlySet<string>;
  readonly #faults: ConfigFault[];

  constructor(ruleIds: readonly string[], faults: ConfigFault[]) {
    this.#rules = new Set(ruleIds);
    this.#faults = faults;
  }

  read(value: unknown, reading: ReadingRules): CheckSettings {
    const values = this.#object(value, ['problems']) ?? {};
    const standard = defaultCheckSettings;
    const texts = (field: keyof CheckSettings, standIn: readonly string[]): readonly string[] =>
      this.#texts(values[field], ['problems', field]) ?? standIn;
    const schema = this.#schema(values.schema, ['problems', 'schema']);
    return {
      ...standard,
      reading,
      levels: this.#levels(values.rules, ['problems', 'rules']),
      overrides: this.#list(values.overrides, ['problems', 'overrides'], (item, path) => this.#override(item, path)),
      ignore: this.#list(values.ignore, ['problems', 'ignore'], (item, path) => this.#ignore(item, path)),
      requiredFields: texts('requiredFields', standard.requiredFields),
      knownFields: texts('knownFields', standard.knownFields),
      dateFormat: this.#dateFormat(values.dateFormat) ?? standard.dateFormat,
      imageFields: texts('imageFields', standard.imageFields),
      imageRoots:
        this.#texts(values.imageRoots, ['problems', 'imageRoots'], true)?.map(asFolder) ?? standard.imageRoots,
      standInImages: texts('standInImages', standard.standInImages),
      longestDataUri: this.#number(values.longestDataUri, ['problems', 'longestDataUri']) ?? standard.longestDataUri,
      ...(schema === undefined ? {} : { schema }),
      sourceSchemas: this.#sourceSchemas(values.sourceSchemas, ['problems', 'sourceSchemas']),
    };
  }

  #levels(value: unknown, path: ConfigPath): Readonly<Record<string, Level>> {
    const levels: Record<string, Level> = {};
    for (const [rule, written] of Object.entries(this.#object(value, path) ?? {})) {
      const level = knownLevels.find((known) => known === written);
      if (!this.#rules.has(rule)) this.#unknownRule(rule, [...path, rule]);
      else if (level === undefined) this.#unknownValue(written, [...path, rule], knownLevels);
      else levels[rule] = level;
    }
    return levels;
  }

  #override(value: unknown, path: ConfigPath): LevelOverride | undefined {
    const values = this.#object(value, path);
    if (values === undefined) return undefined;
    const paths = this.#globs(values.paths, [...path, 'paths']);
    const sources = this.#texts(values.sources, [...path, 'sources']);
    // One that was meant for some articles must not be taken for one that is for all.
    if (
      (paths === undefined && values.paths !== undefined) ||
      (sources === undefined && values.sources !== undefined)
    ) {
      return undefined;
    }
    return {
      ...(paths === undefined ? {} : { paths }),
      ...(sources === undefined ? {} : { sources }),
      levels: this.#levels(values.rules, [...path, 'rules']),
    };
  }

  #ignore(value: unknown, path: ConfigPath): IgnoreEntry | undefined {
    const values = this.#object(value, path);
    if (values === undefined) return undefined;
    const { rule, reason } = values;
    const paths = this.#globs(values.paths, [...path, 'paths']);
    if (typeof rule !== 'string') return this.#wrongType('string', [...path, 'rule']);
    if (!this.#rules.has(rule)) return this.#unknownRule(rule, [...path, 'rule']);
    if (values.paths === undefined) return this.#wrongType('stringList', [...path, 'paths']);
    if (paths === undefined) return undefined;
    return { rule, paths, ...(typeof reason === 'string' ? { reason } : {}) };
  }

  #dateFormat(value: unknown): DateFormat | undefined {
    if (value === undefined) return undefined;
    const known = dateFormats.find((format) => format === value);
    return known ?? this.#unknownValue(value, ['problems', 'dateFormat'], dateFormats);
  }

  #sourceSchemas(value: unknown, path: ConfigPath): Readonly<Record<string, unknown>> {
    const schemas: Record<string, unknown> = {};
    for (const [source, written] of Object.entries(this.#object(value, path) ?? {})) {
      const schema = this.#schema(written, [...path, source]);
      if (schema !== undefined) schemas[source] = schema;
    }
    return schemas;
  }

  /** A schema may also be `true` or `false`. */
  #schema(value: unknown, path: ConfigPath): unknown {
    return typeof value === 'boolean' ? value : this.#object(value, path);
  }

  #list<T>(value: unknown, path: ConfigPath, read: (item: unknown, path: ConfigPath) => T | undefined): readonly T[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) return this.#wrongType('list', path) ?? [];
    return value.flatMap((item: unknown, index) => read(item, [...path, index]) ?? []);
  }

  #texts(value: unknown, path: ConfigPath, mayBeEmpty = false): readonly string[] | undefined {
    if (value === undefined) return undefined;
    const isList =
      Array.isArray(value) && value.every((item) => typeof item === 'string' && (mayBeEmpty || item !== ''));
    return isList ? value : this.#wrongType('stringList', path);
  }

  #globs(value: unknown, path: ConfigPath): readonly string[] | undefined {
    const written = this.#texts(value, path);
    return written && usableGlobs(written, path, this.#faults);
  }

  #number(value: unknown, path: ConfigPath): number | undefined {
    if (value === undefined) return undefined;
    return typeof value === 'number' && value > 0 ? value : this.#wrongType('positiveNumber', path);
  }

  #object(value: unknown, path: ConfigPath): Values | undefined {
    if (value === undefined) return undefined;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Values) : this.#wrongType('object', path);
  }

  #wrongType(expected: ExpectedType, path: ConfigPath): undefined {
    this.#faults.push({ kind: 'wrongType', field: fieldName(path), expected, path });
  }

  #unknownRule(value: string, path: ConfigPath): undefined {
    const closest = closestRule(value, this.#rules);
    const field = fieldName(path.slice(0, -1));
    this.#faults.push({ kind: 'unknownRule', field, value, path, ...(closest === undefined ? {} : { closest }) });
  }

  #unknownValue(value: unknown, path: ConfigPath, known: readonly string[]): undefined {
    const written = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    this.#faults.push({ kind: 'unknownValue', field: fieldName(path), value: written, path, known });
  }
}

/** Without the slashes and dots that say no more than "a folder of the archive". */
function asFolder(written: string): string {
  return written.replace(/^(?:\.?\/)+|^\.$|\/+$/g, '');
}
