const capital = /\p{Lu}/u;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The same fields, those with capitals in their key also under the key in lower case: `Title` is a title to all readers.
 */
export function withLowerCaseKeys(data: Fields): Fields {
  const keys = Object.keys(data).filter((key) => capital.test(key));
  if (keys.length === 0) return data;
  const fields: Record<string, unknown> = Object.assign(Object.create(null), data);
  for (const key of keys) fields[key.toLowerCase()] ??= data[key];
  return fields;
}

/** The value of a field, its key in whatever case; undefined where there is none. */
export function fieldValue(data: Fields, field: string): unknown {
  if (Object.hasOwn(data, field)) return data[field];
  if (!capital.test(field)) return undefined;
  const lower = field.toLowerCase();
  return Object.hasOwn(data, lower) ? data[lower] : undefined;
}

/** What a field holds as one piece of text, its white space collapsed; undefined where it is empty or no scalar. */
export function fieldText(data: Fields, field: string): string | undefined {
  return scalarText(fieldValue(data, field));
}

export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return collapse(value) || undefined;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  // Only TOML makes dates, and its dates remember how they were written.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  return undefined;
}

/** The text of a name: a scalar, the `name` or `title` of a mapping, or the first such in a list. */
export function nameText(data: Fields, field: string): string | undefined {
  return nameOf(fieldValue(data, field));
}

/** All the names that a field holds. */
export function nameTexts(data: Fields, field: string): readonly string[] {
  const value = fieldValue(data, field);
  const texts = Array.isArray(value) ? value.map(nameOf) : [nameOf(value)];
  return texts.filter((text) => text !== undefined);
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return collapse(value) || undefined;
  if (Array.isArray(value)) {
    for (const item of value) {
      const text = Array.isArray(item) ? undefined : nameOf(item);
      if (text !== undefined) return text;
    }
    return undefined;
  }
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    const mapping = value as Fields;
    return fieldText(mapping, 'name') ?? fieldText(mapping, 'title');
  }
  return scalarText(value);
}

const ideographicSpace = '\u3000';
/** Turn the text behind them round, also what others write behind it. Languages written from the right do without them. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
const toCollapse = /^\s|\s$|\s\s|[^\S \u3000]|[\u202a-\u202e\u2066-\u2069]/;

/**
 * Trims, and makes one space of every run of white space; a lone ideographic space stays one. Signs that turn text round
 * are left out.
 */
export function collapse(text: string): string {
  return toCollapse.test(text)
    ? text
        .replace(turning, '')
        .trim()
        .replace(/\s+/g, (run) => (run === ideographicSpace ? run : ' '))
    : text;
}
