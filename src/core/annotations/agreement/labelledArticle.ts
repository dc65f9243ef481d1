import type { TextRange } from '../../text/textRange';
import type { AnchoredArticle } from '../anchorAnnotations';

/** A label that a person gave, to a passage or to an article as a whole. */
export interface GivenLabel {
  readonly creator: string;
  readonly label: string;
  readonly value?: string | number;
  /** Where, in code points of the article text as it is now; absent for the whole article. */
  readonly range?: TextRange;
  /** Of the annotation that gives it. */
  readonly id?: string;
}

/** An article with all labels that people gave to it. Somebody who annotated it without a label is named in `creators`. */
export interface LabelledArticle {
  readonly path: string;
  /** In code points. */
  readonly length: number;
  readonly creators: readonly string[];
  readonly labels: readonly GivenLabel[];
}

/** What of labelled articles is to be compared; what is empty does not matter. */
export interface AgreementFilter {
  readonly labels: readonly string[];
  readonly creators: readonly string[];
}

/** What people gave to an article; undefined where there is none any more. Who only answered others gave nothing. */
export function labelledArticle({ article, anchored, prepared }: AnchoredArticle): LabelledArticle | undefined {
  if (article === undefined || prepared === undefined) return undefined;
  const own = anchored.filter(({ annotation }) => annotation.target.kind !== 'reply');
  return {
    path: article,
    length: prepared.article.length,
    creators: [...new Set(own.map(({ annotation }) => annotation.creator))],
    labels: own.flatMap(({ annotation, start, end, state }): readonly GivenLabel[] => {
      const { kind } = annotation.target;
      if (state === 'orphan' || (kind !== 'passage' && kind !== 'article')) return [];
      return annotation.labels.map((use) => ({
        creator: annotation.creator,
        ...use,
        ...(start === null || end === null ? {} : { range: { start, end } }),
        id: annotation.id,
      }));
    }),
  };
}

/** What is left of an article under a filter. */
export function narrowed(article: LabelledArticle, { labels, creators }: AgreementFilter): LabelledArticle {
  if (labels.length === 0 && creators.length === 0) return article;
  const isWanted = (creator: string): boolean => creators.length === 0 || creators.includes(creator);
  return {
    ...article,
    creators: article.creators.filter(isWanted),
    labels: article.labels.filter(
      ({ creator, label }) => isWanted(creator) && (labels.length === 0 || labels.includes(label)),
    ),
  };
}
