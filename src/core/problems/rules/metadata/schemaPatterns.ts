import { linearPattern, UnusablePattern } from '../../../text/linearPattern';

/** A regular expression of a schema that cannot be used, and the way to it. */
export interface UnusableSchemaPattern {
  readonly path: readonly (string | number)[];
  readonly pattern: string;
  readonly detail: string;
}

export interface SchemaWithoutThem {
  readonly schema: unknown;
  readonly unusable: readonly UnusableSchemaPattern[];
}

/**
 * A schema without its regular expressions that cannot be used, so that the rest of it can. What a `not`, an `oneOf` or an
 * `if` says goes with them where it turns on one: taking a condition out of those would forbid more than the schema does.
 */
export function withoutUnusablePatterns(schema: unknown): SchemaWithoutThem {
  const search = new Search();
  return { schema: search.schema(schema, []), unusable: search.unusable };
}

type Path = readonly (string | number)[];

const holdData = new Set(['const', 'default', 'enum', 'examples', 'required', 'dependentRequired']);
const holdNamedSchemas = new Set([
  '$defs',
  'definitions',
  'dependencies',
  'dependentSchemas',
  'patternProperties',
  'properties',
]);
const turnAround: Readonly<Record<string, readonly string[]>> = { not: [], oneOf: [], if: ['then', 'else'] };

class Search {
  readonly unusable: UnusableSchemaPattern[] = [];

  schema(value: unknown, path: Path): unknown {
    if (Array.isArray(value)) return value.map((item: unknown, index) => this.schema(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    const left = new Map<string, unknown>(Object.entries(value));
    for (const [keyword, held] of [...left]) {
      const own = [...path, keyword];
      if (holdData.has(keyword)) continue;
      if (keyword === 'pattern' && typeof held === 'string') {
        if (this.#isUnusable(held, own)) left.delete(keyword);
      } else if (holdNamedSchemas.has(keyword)) {
        left.set(keyword, this.#named(held, own, keyword === 'patternProperties'));
      } else {
        const before = this.unusable.length;
        left.set(keyword, this.schema(held, own));
        const goesWith = Object.hasOwn(turnAround, keyword) ? turnAround[keyword] : undefined;
        if (goesWith === undefined || this.unusable.length === before) continue;
        for (const gone of [keyword, ...goesWith]) left.delete(gone);
      }
    }
    return Object.fromEntries(left);
  }

  #named(value: unknown, path: Path, areNamesPatterns: boolean): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const left = Object.entries(value).filter(
      ([name]) => !areNamesPatterns || !this.#isUnusable(name, [...path, name]),
    );
    return Object.fromEntries(left.map(([name, schema]) => [name, this.schema(schema, [...path, name])]));
  }

  #isUnusable(pattern: string, path: Path): boolean {
    try {
      linearPattern(pattern);
      return false;
    } catch (error) {
      if (!(error instanceof UnusablePattern)) throw error;
      // What is no regular expression anywhere stays, and makes the schema one that is none.
      if (!isRegExp(pattern)) return false;
      this.unusable.push({ path, pattern, detail: error.message });
      return true;
    }
  }
}

function isRegExp(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
