/** The values a citation can name. */
export interface CitationValues {
  readonly title: string;
  readonly source?: string;
  readonly author?: string;
  readonly date?: string;
  readonly link?: string;
  readonly path: string;
}

/**
 * Fills a template such as `{title}. {source}, {date}. {link}`. A value that is missing is left out with the text
 * between it and the value before it, so that no lone punctuation stays behind.
 */
export function formatCitation(template: string, values: CitationValues): string {
  const known: Readonly<Record<string, string | undefined>> = { ...values };
  const parts = template.split(/\{(title|source|author|date|link|path)\}/);
  let text = '';
  for (let at = 1; at < parts.length; at += 2) {
    const value = known[parts[at] ?? '']?.trim();
    const between = parts[at - 1] ?? '';
    if (value) text += (text === '' ? between.trimStart() : between) + value;
  }
  text += parts.at(-1) ?? '';
  return text.trim();
}
