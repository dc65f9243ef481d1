import { GroupedTree } from '../../tree/groupedTree';
import { NamedKey } from '../../tree/namedKey';
import type { TreeGroup, TreeLeaf, TreeRow } from '../../tree/treeRow';
import type { AnchorState } from '../anchoring/passage';
import type { AnnotatedArticle } from '../store/annotationStore';
import type { AnnotationRow } from './annotationRow';

/** What annotations can be grouped by. */
export type AnnotationGrouping = 'label' | 'article' | 'source' | 'person';

export const annotationGroupings: readonly AnnotationGrouping[] = ['label', 'article', 'source', 'person'];

/** A label's id, an article's path, a source's folded name or a person's name; empty for what has none. */
export interface AnnotationKey {
  readonly kind: AnnotationGrouping | 'orphans';
  readonly key: string;
  readonly name?: string;
}

export interface AnnotationTypes {
  readonly item: AnnotationRow;
  readonly key: AnnotationKey;
  readonly measure: AnchorState | undefined;
  readonly totals: object;
}

export type AnnotationGroup = TreeGroup<AnnotationTypes>;
export type AnnotationLeaf = TreeLeaf<AnnotationTypes>;
export type AnnotationTreeRow = TreeRow<AnnotationTypes>;

export interface AnnotationTreeOptions {
  readonly grouping: AnnotationGrouping;
  readonly matches: (row: AnnotationRow) => boolean;
  readonly rowsOf: (article: AnnotatedArticle) => readonly AnnotationRow[];
  /** Undefined where nobody looked yet. */
  readonly stateOf: (row: AnnotationRow) => AnchorState | undefined;
  readonly titleOf: (article: string) => string;
  /** The source that a row is on, or that its article comes from. */
  readonly sourceOf: (row: AnnotationRow) => { readonly key: string; readonly name: string } | undefined;
}

/** No label, path or name is this. */
const orphans: AnnotationKey = { kind: 'orphans', key: ' orphans' };
const noTotals = {};

/** The annotations of one archive in their groups, orphans in one more, which comes first. */
export class AnnotationTree extends GroupedTree<AnnotationTypes> {
  readonly #options: AnnotationTreeOptions;
  /** What was last taken over of each article. */
  readonly #rows = new Map<AnnotatedArticle, readonly AnnotationRow[]>();

  constructor(id: string, options: AnnotationTreeOptions, articles: Iterable<AnnotatedArticle>) {
    const { matches, stateOf } = options;
    super(id, {
      idOf,
      place: (row) => {
        if (row.kind === 'other' || !matches(row)) return [];
        const measure = stateOf(row);
        const places = placesOf(row, options).map((keys) => ({ keys, measure }));
        return measure === 'orphan' ? [{ keys: [orphans], measure }, ...places] : places;
      },
      compareItems: byArticleAndTime,
      compareGroups: byKey,
      newTotals: () => noTotals,
      add: () => undefined,
    });
    this.#options = options;
    this.update(articles);
    this.takeChange();
  }

  /** Looks again at the annotations of these articles and where they were found. */
  update(articles: Iterable<AnnotatedArticle>): void {
    for (const article of articles) {
      const before = this.#rows.get(article) ?? [];
      const rows = this.#options.rowsOf(article);
      const ids = new Set(rows.map(idOf));
      this.regroup(rows);
      this.remove(before.map(idOf).filter((id) => !ids.has(id)));
      if (rows.length > 0) this.#rows.set(article, rows);
      else this.#rows.delete(article);
    }
  }

  /** Something that is shown of these articles has changed, such as their titles. */
  touchArticles(articles: Iterable<AnnotatedArticle>): void {
    for (const article of articles) this.touch(this.#rows.get(article)?.map(idOf) ?? []);
  }
}

/** Articles that were copied with their annotations have the same ids. */
function idOf({ article = '', id }: AnnotationRow): string {
  return `${article}#${id}`;
}

function placesOf(
  row: AnnotationRow,
  { grouping, titleOf, sourceOf }: AnnotationTreeOptions,
): readonly (readonly AnnotationKey[])[] {
  const { article: path } = row;
  const article: AnnotationKey = { kind: 'article', key: path ?? '', name: path === undefined ? '' : titleOf(path) };
  switch (grouping) {
    case 'label': {
      const labels = row.labels.length === 0 ? [''] : [...new Set(row.labels.map(({ label }) => label))];
      // Labels are on many articles: those are between.
      return labels.map((key) => [{ kind: 'label', key }, article]);
    }
    case 'article':
      return [[article]];
    case 'source':
      return [[new NamedKey('source', sourceOf(row) ?? { key: '', name: '' })]];
    case 'person':
      return [[{ kind: 'person', key: row.creator }]];
  }
}

function byArticleAndTime(one: AnnotationRow, other: AnnotationRow): number {
  return (
    compare(one.article ?? '', other.article ?? '') || compare(one.created, other.created) || compare(one.id, other.id)
  );
}

/** Orphans come first, what has no key last. */
function byKey({ key: one }: AnnotationGroup, { key: other }: AnnotationGroup): number {
  return rankOf(one) - rankOf(other) || compare(one?.key ?? '', other?.key ?? '');
}

function rankOf(key: AnnotationKey | undefined): number {
  return key?.kind === 'orphans' ? 0 : key?.key === '' ? 2 : 1;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
