import { collapse, fieldValue, scalarText } from './fieldValue';

const fields = ['categories', 'category', 'tags'];
/** More than this is no list of categories. */
const mostCategories = 200;
const deepest = 8;

/** The categories of an article, from the first of its fields that holds any; lists within lists are laid flat. */
export function readCategories(data: Readonly<Record<string, unknown>>): readonly string[] {
  for (const field of fields) {
    const found = new Set<string>();
    const value = fieldValue(data, field);
    collect(typeof value === 'string' ? value.split(/[,，、]/) : value, found, 0);
    if (found.size > 0) return [...found];
  }
  return [];
}

function collect(value: unknown, found: Set<string>, depth: number): void {
  if (found.size >= mostCategories || depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, depth + 1);
    return;
  }
  const text = typeof value === 'string' ? collapse(value) : scalarText(value);
  if (text !== undefined && text !== '') found.add(text);
}
