import type { LabelKind } from '../codebook/codebook';
import type { ComparedArticle } from './comparedArticle';

/** What each person said of an article: of a tag whether, of any other kind the value, if they gave one. */
export function wholeArticleValues(
  { creators, whole }: ComparedArticle,
  label: string,
  kind: LabelKind,
): ReadonlyMap<string, string | number> {
  const values = new Map<string, string | number>(kind === 'tag' ? creators.map((creator) => [creator, 'no']) : []);
  for (const { creator, value } of whole.get(label) ?? []) {
    if (kind === 'tag') values.set(creator, 'yes');
    else if (value !== undefined) values.set(creator, value);
  }
  return values;
}
