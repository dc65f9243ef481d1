import type { ReadingRules } from '../article/readingRules';
import {
  type CheckSettings,
  dateFormats,
  defaultCheckSettings,
  type IgnoreEntry,
  type LevelOverride,
} from '../problems/checkSettings';
import { closestRule } from '../problems/closestRule';
import { levels as knownLevels, type Level } from '../problems/problem';
import type { FieldReader, JsonFields } from '../text/json/fieldReader';
import type { JsonPath } from '../text/json/jsonTree';

const part: JsonPath = ['problems'];

/** Reads the `problems` part of `config.json`. What cannot be used is a fault, and its default stands in for it. */
export class CheckSettingsReader {
  readonly #reader: FieldReader;
  readonly #rules: ReadonlySet<string>;

  constructor(reader: FieldReader, ruleIds: readonly string[]) {
    this.#reader = reader;
    this.#rules = new Set(ruleIds);
  }

  read(root: JsonFields, reading: ReadingRules): CheckSettings {
    const reader = this.#reader;
    const fields = reader.objectIn(root, 'problems', []) ?? {};
    const standard = defaultCheckSettings;
    const texts = (field: keyof CheckSettings): readonly string[] | undefined => reader.texts(fields, field, part);
    const schema = this.#schema(fields, 'schema', part);
    return {
      ...standard,
      reading,
      levels: this.#levels(fields, part),
      overrides: reader.list(fields, 'overrides', part).flatMap(([item, path]) => this.#override(item, path) ?? []),
      ignore: reader.list(fields, 'ignore', part).flatMap(([item, path]) => this.#ignore(item, path) ?? []),
      requiredFields: texts('requiredFields') ?? standard.requiredFields,
      knownFields: texts('knownFields') ?? standard.knownFields,
      dateFormat: reader.oneOf(fields, 'dateFormat', part, dateFormats) ?? standard.dateFormat,
      imageFields: texts('imageFields') ?? standard.imageFields,
      imageRoots: reader.texts(fields, 'imageRoots', part, true)?.map(asFolder) ?? standard.imageRoots,
      standInImages: texts('standInImages') ?? standard.standInImages,
      longestDataUri: reader.positiveNumber(fields, 'longestDataUri', part) ?? standard.longestDataUri,
      ...(schema === undefined ? {} : { schema }),
      sourceSchemas: this.#sourceSchemas(fields),
    };
  }

  #levels(fields: JsonFields, path: JsonPath): Readonly<Record<string, Level>> {
    const levels: Record<string, Level> = {};
    const rules = this.#reader.objectIn(fields, 'rules', path) ?? {};
    for (const rule of Object.keys(rules)) {
      const isKnown = this.#isKnown(rule, [...path, 'rules', rule]);
      const level = isKnown ? this.#reader.oneOf(rules, rule, [...path, 'rules'], knownLevels) : undefined;
      if (level !== undefined) levels[rule] = level;
    }
    return levels;
  }

  #override(fields: JsonFields, path: JsonPath): LevelOverride | undefined {
    const paths = this.#reader.globs(fields, 'paths', path);
    const sources = this.#reader.texts(fields, 'sources', path);
    // One that was meant for some articles must not be taken for one that is for all.
    if (paths === undefined && fields.paths !== undefined) return undefined;
    if (sources === undefined && fields.sources !== undefined) return undefined;
    return {
      ...(paths === undefined ? {} : { paths }),
      ...(sources === undefined ? {} : { sources }),
      levels: this.#levels(fields, path),
    };
  }

  #ignore(fields: JsonFields, path: JsonPath): IgnoreEntry | undefined {
    const rule = this.#reader.name(fields, 'rule', path);
    if (rule === undefined || !this.#isKnown(rule, [...path, 'rule'])) return undefined;
    const paths = this.#reader.globs(fields, 'paths', path);
    if (fields.paths === undefined) this.#reader.faults.push({ kind: 'missing', path, field: 'paths' });
    if (paths === undefined) return undefined;
    return { rule, paths, ...(typeof fields.reason === 'string' ? { reason: fields.reason } : {}) };
  }

  #sourceSchemas(fields: JsonFields): Readonly<Record<string, unknown>> {
    const written = this.#reader.objectIn(fields, 'sourceSchemas', part) ?? {};
    return Object.fromEntries(
      Object.keys(written).flatMap((source) => {
        const schema = this.#schema(written, source, [...part, 'sourceSchemas']);
        return schema === undefined ? [] : [[source, schema]];
      }),
    );
  }

  /** A schema may also be `true` or `false`. */
  #schema(fields: JsonFields, key: string, path: JsonPath): unknown {
    const value = fields[key];
    return typeof value === 'boolean' ? value : this.#reader.objectIn(fields, key, path);
  }

  #isKnown(rule: string, path: JsonPath): boolean {
    if (this.#rules.has(rule)) return true;
    const closest = closestRule(rule, this.#rules);
    this.#reader.faults.push({
      kind: 'unknownRule',
      path,
      value: rule,
      ...(closest === undefined ? {} : { closest }),
    });
    return false;
  }
}

/** Without the slashes and dots that say no more than "a folder of the archive". */
function asFolder(written: string): string {
  return written.replace(/^(?:\.?\/)+|^\.$|\/+$/g, '');
}
