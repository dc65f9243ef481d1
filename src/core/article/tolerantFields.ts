import { tolerantLines } from './tolerantLines';

/** Reads broken front matter line by line, as a person would read it. */
export function tolerantFields(content: string, language: 'yaml' | 'json' | 'toml'): Record<string, unknown> {
  const data: Record<string, unknown> = Object.create(null);
  for (const { key, value } of tolerantLines(content, language)) {
    // Of a field that is there twice the first counts that says something.
    if ((data[key] ?? null) === null) data[key] = value;
  }
  return data;
}
