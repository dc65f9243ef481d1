import { errorText } from '../errorText';
import { parseJson } from './parseJson';
import type { JsonPath } from './setJsonValue';

/** One thing in a file of the archive that cannot be used; what stands in for it is a default, or nothing. */
export type FileFault =
  | { readonly kind: 'notJson'; readonly path: JsonPath; readonly detail: string }
  | { readonly kind: 'wrongType'; readonly path: JsonPath; readonly expected: FieldType }
  | { readonly kind: 'missing'; readonly path: JsonPath; readonly field: string }
  | { readonly kind: 'duplicate'; readonly path: JsonPath; readonly value: string }
  | {
      readonly kind: 'unknownValue';
      readonly path: JsonPath;
      readonly value: string;
      readonly known: readonly string[];
    };

export type FieldType = 'object' | 'list' | 'text' | 'texts' | 'number' | 'version';

type Fields = Readonly<Record<string, unknown>>;

/** Reads the fields of a JSON text, and keeps what is wrong with them. */
export class FieldReader {
  readonly faults: FileFault[] = [];

  /** The object that the text is; an empty one stands in. `undefined` stands for a file that is not there. */
  root(text: string | undefined): Fields {
    if (text === undefined || text.trim() === '') return {};
    let value: unknown;
    try {
      value = parseJson(text);
    } catch (error) {
      this.faults.push({ kind: 'notJson', path: [], detail: errorText(error) });
      return {};
    }
    const fields = this.object(value, []) ?? {};
    if (fields.version !== undefined && fields.version !== 1) this.#wrong(['version'], 'version');
    return fields;
  }

  object(value: unknown, path: JsonPath): Fields | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
    return this.#wrong(path, 'object');
  }

  /** The entries of an object that may be absent, of which each is one. */
  objects(fields: Fields, key: string, path: JsonPath): readonly (readonly [string, Fields, JsonPath])[] {
    const value = fields[key];
    if (value === undefined) return [];
    return Object.entries(this.object(value, [...path, key]) ?? {}).flatMap(([name, item]) => {
      const own = this.object(item, [...path, key, name]);
      return own === undefined ? [] : [[name, own, [...path, key, name]] as const];
    });
  }

  /** The objects of a list that may be absent. */
  list(fields: Fields, key: string, path: JsonPath): readonly (readonly [Fields, JsonPath])[] {
    const value = fields[key];
    if (value === undefined) return [];
    if (!Array.isArray(value)) return this.#wrong([...path, key], 'list') ?? [];
    return value.flatMap((item, index) => {
      const own = this.object(item, [...path, key, index]);
      return own === undefined ? [] : [[own, [...path, key, index]] as const];
    });
  }

  text(fields: Fields, key: string, path: JsonPath): string | undefined {
    const value = fields[key];
    return value === undefined || typeof value === 'string' ? value : this.#wrong([...path, key], 'text');
  }

  /** A text that must be there and not be empty. */
  name(fields: Fields, key: string, path: JsonPath): string | undefined {
    const value = this.text(fields, key, path)?.trim();
    if (value !== undefined && value !== '') return value;
    if (fields[key] === undefined || value === '') this.faults.push({ kind: 'missing', path, field: key });
    return undefined;
  }

  number(fields: Fields, key: string, path: JsonPath): number | undefined {
    const value = fields[key];
    if (value === undefined) return undefined;
    return typeof value === 'number' && Number.isFinite(value) ? value : this.#wrong([...path, key], 'number');
  }

  texts(fields: Fields, key: string, path: JsonPath): readonly string[] {
    const value = fields[key];
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() !== '')) return value;
    return this.#wrong([...path, key], 'texts') ?? [];
  }

  oneOf<T extends string>(fields: Fields, key: string, path: JsonPath, known: readonly T[]): T | undefined {
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
