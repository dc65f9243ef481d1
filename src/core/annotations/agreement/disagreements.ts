import { type Codebook, labelOf } from '../codebook/codebook';
import type { ComparedArticle } from './comparedArticle';
import { wholeArticleValues } from './wholeArticleValues';

/** Something that people see differently. */
export type Disagreement = ArticleDisagreement | PassageDisagreement;

export interface ArticleDisagreement {
  readonly kind: 'article';
  readonly path: string;
  readonly label: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface PassageDisagreement {
  readonly kind: 'passage';
  readonly path: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly by: string;
  /** Who marked nothing there with this label. */
  readonly not: readonly string[];
}

/** What people see differently in an article: first of the whole of it, then in the order of its text. */
export function disagreementsIn(article: ComparedArticle, codebook: Codebook): readonly Disagreement[] {
  return [
    ...[...article.whole.keys()].sort().flatMap((label) => aboutWhole(article, label, codebook)),
    ...[...article.passages.keys()].flatMap((label) => aboutPassages(article, label)).sort(byPlace),
  ];
}

function aboutWhole(article: ComparedArticle, label: string, codebook: Codebook): readonly Disagreement[] {
  const values = wholeArticleValues(article, label, labelOf(codebook, label)?.kind ?? 'tag');
  if (new Set([...values.values()].map(String)).size < 2) return [];
  return [{ kind: 'article', path: article.path, label, values: Object.fromEntries(values) }];
}

function aboutPassages({ path, creators, passages }: ComparedArticle, label: string): readonly PassageDisagreement[] {
  const marked = passages.get(label);
  return creators.flatMap((by) =>
    (marked?.get(by) ?? []).flatMap(({ start, end }): readonly PassageDisagreement[] => {
      const marksIt = (other: string): boolean =>
        marked?.get(other)?.some((range) => range.start < end && range.end > start) ?? false;
      const not = creators.filter((other) => other !== by && !marksIt(other));
      return not.length === 0 ? [] : [{ kind: 'passage', path, label, start, end, by, not }];
    }),
  );
}

function byPlace(one: PassageDisagreement, other: PassageDisagreement): number {
  return one.start - other.start || one.end - other.end || (one.label < other.label ? -1 : 1);
}
