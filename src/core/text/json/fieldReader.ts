import { isUsableGlob } from '../globs';
import { type FieldType, type JsonFault, readJson } from './jsonFault';
import type { JsonPath } from './jsonTree';
import { isJsonObject } from './jsonValue';
import { isBlankFile } from './parseJson';

export type JsonFields = Readonly<Record<string, unknown>>;

/** Reads the fields of a JSON text, and keeps what is wrong with them. */
export class FieldReader {
  readonly faults: JsonFault[] = [];

  /** The object that the text is; an empty one stands in. `undefined` stands for a file that is not there. */
  root(text: string | undefined): JsonFields {
    if (isBlankFile(text)) return {};
    const { value, fault } = readJson(text);
    if (fault === undefined) return this.object(value, []) ?? {};
    this.faults.push(fault);
    return {};
  }

  /** The same of a file whose format has versions, of which 1 is the only one so far. */
  versionedRoot(text: string | undefined): JsonFields {
    const fields = this.root(text);
    if (fields.version !== undefined && fields.version !== 1) this.#wrong(['version'], 'version');
    return fields;
  }

  object(value: unknown, path: JsonPath): JsonFields | undefined {
    return isJsonObject(value) ? value : this.#wrong(path, 'object');
  }

  /** The object of a field that may be absent. */
  objectIn(fields: JsonFields, key: string, path: JsonPath): JsonFields | undefined {
    const value = fields[key];
    return value === undefined ? undefined : this.object(value, [...path, key]);
  }

  /** The entries of an object that may be absent, of which each is one. */
  objects(fields: JsonFields, key: string, path: JsonPath): readonly (readonly [string, JsonFields, JsonPath])[] {
    return Object.entries(this.objectIn(fields, key, path) ?? {}).flatMap(([name, item]) => {
      const own = this.object(item, [...path, key, name]);
      return own === undefined ? [] : [[name, own, [...path, key, name]] as const];
    });
  }

  /** The objects of a list that may be absent. */
  list(fields: JsonFields, key: string, path: JsonPath): readonly (readonly [JsonFields, JsonPath])[] {
    const value = fields[key];
    if (value === undefined) return [];
    if (!Array.isArray(value)) return this.#wrong([...path, key], 'list') ?? [];
    return value.flatMap((item, index) => {
      const own = this.object(item, [...path, key, index]);
      return own === undefined ? [] : [[own, [...path, key, index]] as const];
    });
  }

  text(fields: JsonFields, key: string, path: JsonPath): string | undefined {
    const value = fields[key];
    return value === undefined || typeof value === 'string' ? value : this.#wrong([...path, key], 'text');
  }

  /** A text that must be there and not be empty. */
  name(fields: JsonFields, key: string, path: JsonPath): string | undefined {
    const value = this.text(fields, key, path)?.trim();
    if (value !== undefined && value !== '') return value;
    if (fields[key] === undefined || value === '') this.faults.push({ kind: 'missing', path, field: key });
    return undefined;
  }

  number(fields: JsonFields, key: string, path: JsonPath): number | undefined {
    const value = fields[key];
    if (value === undefined) return undefined;
    return typeof value === 'number' && Number.isFinite(value) ? value : this.#wrong([...path, key], 'number');
  }

  positiveNumber(fields: JsonFields, key: string, path: JsonPath): number | undefined {
    const value = fields[key];
    if (value === undefined) return undefined;
    return typeof value === 'number' && value > 0 ? value : this.#wrong([...path, key], 'positiveNumber');
  }

  /** The texts of a list that may be absent; undefined where it is, or cannot be used. */
  texts(fields: JsonFields, key: string, path: JsonPath, mayBeEmpty = false): readonly string[] | undefined {
    const value = fields[key];
    if (value === undefined) return undefined;
    const isUsable = (item: unknown): boolean => typeof item === 'string' && (mayBeEmpty || item.trim() !== '');
    return Array.isArray(value) && value.every(isUsable) ? value : this.#wrong([...path, key], 'texts');
  }

  /** The globs of such a list that can be used; each other one is a fault. */
  globs(fields: JsonFields, key: string, path: JsonPath): readonly string[] | undefined {
    return this.texts(fields, key, path)?.filter((value, index) => {
      const isUsable = isUsableGlob(value);
      if (!isUsable) this.faults.push({ kind: 'unusableGlob', path: [...path, key, index], value });
      return isUsable;
    });
  }

  oneOf<T extends string>(fields: JsonFields, key: string, path: JsonPath, known: readonly T[]): T | undefined {
    const value = this.text(fields, key, path);
    if (value === undefined) return undefined;
    const found = known.find((candidate) => candidate === value);
    if (found === undefined) this.faults.push({ kind: 'unknownValue', path: [...path, key], value, known });
    return found;
  }

  #wrong(path: JsonPath, expected: FieldType): undefined {
    this.faults.push({ kind: 'wrongType', path, expected });
    return undefined;
  }
}

/** The fields that are not undefined: an absent one is not the same as an undefined one. */
export function present<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
