import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { errorText } from '../../../text/errorText';
import { linearPattern } from '../../../text/linearPattern';
import { type UnusableSchemaPattern, withoutUnusablePatterns } from './schemaPatterns';

export type { ErrorObject } from 'ajv';

/** A JSON Schema made ready, or why it cannot be used. */
export type CompiledSchema =
  | {
      readonly kind: 'ready';
      readonly violations: (data: unknown) => readonly ErrorObject[];
      /** Regular expressions that are left out of it. */
      readonly unusable: readonly UnusableSchemaPattern[];
    }
  | { readonly kind: 'broken'; readonly detail: string };

const mostKept = 64;
// What a schema means follows from its text, so that whoever has the same text may share what was made of it.
const byText = new Map<string, CompiledSchema>();
const byObject = new WeakMap<object, CompiledSchema>();

/** Makes a schema ready once, however often it comes, also as a copy of itself. */
export function compiledSchema(schema: unknown): CompiledSchema {
  if (typeof schema !== 'object' || schema === null) return compiledText(schema);
  let compiled = byObject.get(schema);
  if (compiled === undefined) {
    compiled = compiledText(schema);
    byObject.set(schema, compiled);
  }
  return compiled;
}

function compiledText(schema: unknown): CompiledSchema {
  const text = JSON.stringify(schema) ?? '';
  let compiled = byText.get(text);
  if (compiled === undefined) {
    compiled = compile(schema);
    if (byText.size >= mostKept) byText.clear();
    byText.set(text, compiled);
  }
  return compiled;
}

/** The archive's regular expressions see strangers' values: neither must be able to stop the check. */
const regExp = Object.assign((pattern: string) => ({ ...linearPattern(pattern), toString: () => pattern }), {
  // What a validator written out as code would call; none is.
  code: 'linearPattern',
});

const options = {
  allErrors: true,
  strict: false,
  logger: false,
  addUsedSchema: false,
  code: { regExp },
} as const;

function compile(schema: unknown): CompiledSchema {
  try {
    const ajv = isDraft2020(schema) ? new Ajv2020(options) : new Ajv(options);
    addFormats(ajv);
    boundUrl(ajv);
    const { schema: usable, unusable } = withoutUnusablePatterns(schema);
    const validate = ajv.compile(withoutDialect(usable));
    if ('$async' in validate) return { kind: 'broken', detail: '“$async” schemas need what is not here.' };
    return { kind: 'ready', violations: (data) => violationsOf(validate, data), unusable };
  } catch (error) {
    return { kind: 'broken', detail: errorText(error) };
  }
}

/** Of all formats only this one takes time that grows with the square of the text. */
const longestUrl = 2048;

function boundUrl(ajv: Ajv): void {
  const { url } = ajv.formats;
  if (url instanceof RegExp) ajv.addFormat('url', (text: string) => text.length <= longestUrl && url.test(text));
}

function violationsOf(validate: ValidateFunction, data: unknown): readonly ErrorObject[] {
  try {
    return validate(data) === true ? [] : (validate.errors ?? []).filter(isOwn);
  } catch {
    // A schema that refers to itself can go too deep into data that do so too: nothing can be said of them.
    return [];
  }
}

/** Why each branch of a choice fails says less than that all of them do; `if` tells only that `then` has failed. */
function isOwn({ keyword, schemaPath }: ErrorObject): boolean {
  return keyword !== 'if' && !/\/(?:anyOf|oneOf)\/\d+\//.test(schemaPath);
}

function isDraft2020(schema: unknown): boolean {
  const dialect = dialectOf(schema);
  return typeof dialect === 'string' && /20(?:19|20)-/.test(dialect);
}

function dialectOf(schema: unknown): unknown {
  return typeof schema === 'object' && schema !== null && '$schema' in schema ? schema.$schema : undefined;
}

/** Older dialects are read as draft 7, which says nearly the same. */
function withoutDialect(schema: unknown): boolean | Record<string, unknown> {
  if (typeof schema === 'boolean') return schema;
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    throw new TypeError('A schema is an object, true or false.');
  }
  const { $schema: _, ...rest } = schema as Record<string, unknown>;
  return rest;
}
