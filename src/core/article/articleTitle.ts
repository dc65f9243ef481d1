import type { ArticleEntry } from './articleEntry';
import { decodeAttribute } from './body/attributeText';
import { collapse, nameText } from './fieldValue';
import { nameOfFile } from './pathDate';

export type ArticleTitle = Pick<ArticleEntry, 'title' | 'titleFrom'>;

/** The title that front matter holds. */
export function titleField(data: Readonly<Record<string, unknown>>): string | undefined {
  const title = nameText(data, 'title') ?? nameText(data, 'headline');
  // Converters write titles as HTML, front matter or not.
  return title?.includes('&') ? collapse(decodeAttribute(title)) || undefined : title;
}

/** The title by which an article is shown: of its front matter, else its first heading, else its file's name. */
export function readTitle(field: string | undefined, heading: string | undefined, path: string): ArticleTitle {
  if (field !== undefined) return { title: field, titleFrom: 'field' };
  const shown = heading === undefined ? '' : collapse(heading);
  if (shown !== '') return { title: shown, titleFrom: 'heading' };
  return { title: collapse(nameOfFile(path)) || path, titleFrom: 'fileName' };
}
