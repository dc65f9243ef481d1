import type { ArticleEntry } from '../article/articleEntry';
import type { SourceName, SourceResolver } from '../article/sourceNames';
import { wallClock } from '../article/zoneOffset';
import { NamedKey } from '../tree/namedKey';

/** What the articles themselves can be grouped by: a name of `placements`. */
export type ArticleGrouping = keyof typeof placements;

/** Fields of source profiles that make groups. */
export const profileFields = ['kind', 'country', 'language', 'owner', 'funding'] as const;
export type ProfileField = (typeof profileFields)[number];

/** By what is known of the sources: a field of their profiles, or a scale they are rated on, by its id. */
export type ProfileGrouping = `profile:${ProfileField}` | `rating:${string}`;

/** The ways the tree can be grouped. */
export type Grouping = ArticleGrouping | ProfileGrouping;

/** A grouping by its name; undefined where it is none. */
export function groupingOf(value: unknown): Grouping | undefined {
  if (typeof value !== 'string') return undefined;
  if (value.startsWith('rating:')) return `rating:${value.slice('rating:'.length)}`;
  const field = profileFields.find((one) => value === `profile:${one}`);
  return field === undefined ? groupings.find((one) => one === value) : `profile:${field}`;
}

export function isProfileGrouping(grouping: Grouping): grouping is ProfileGrouping {
  return grouping.startsWith('profile:') || grouping.startsWith('rating:');
}

/**
 * What a group stands for. The key is unique among its siblings; the name is what to show. That of a source or a
 * category follows the spelling of its articles.
 */
export type GroupKey =
  | { readonly kind: 'source' | 'category' | 'folder'; readonly key: string; readonly name: string }
  | { readonly kind: ProfileField; readonly key: string; readonly name: string }
  /** The name is what the scale calls this step; empty where it has no word for it. */
  | { readonly kind: 'rating'; readonly key: string; readonly number: number; readonly name: string }
  | { readonly kind: 'year' | 'month' | 'day'; readonly key: string; readonly number: number }
  | { readonly kind: 'noSource' | 'noCategory' | 'noDate' | 'unreadableDate'; readonly key: string }
  | { readonly kind: 'noField'; readonly key: string; readonly field: ProfileField | 'rating' };

/** The groups that each source stands in, by the source's key. A source that has none is not in it. */
export type ProfileTable = ReadonlyMap<string, readonly GroupKey[]>;

export interface GroupingContext {
  readonly timeZone: string;
  readonly sources: Pick<SourceResolver, 'resolve'>;
  /** The category that a text means, by the name to show. */
  readonly categories: { of(text: string): SourceName };
  /** For groupings by what is known of the sources. */
  readonly profiles?: ProfileTable;
}

/** The groups an article stands in, each from the outermost in; several where it has several categories. */
export type Placement = (entry: ArticleEntry) => readonly (readonly GroupKey[])[];

/** The groups of an article by each grouping. */
const placements = {
  source: (entry: ArticleEntry, context: GroupingContext) => [
    [sourceGroup(entry, context), ...dateGroups(entry, context).slice(0, 2)],
  ],
  date: (entry: ArticleEntry, context: GroupingContext) => [
    [...dateGroups(entry, context), sourceGroup(entry, context)],
  ],
  category: (entry: ArticleEntry, context: GroupingContext) => categoryGroups(entry, context).map((group) => [group]),
  folder: (entry: ArticleEntry) => [folderGroups(entry)],
};

export const groupings = Object.keys(placements) as readonly ArticleGrouping[];

export function placementOf(grouping: Grouping, context: GroupingContext): Placement {
  if (isProfileGrouping(grouping)) return byProfile(grouping, context);
  const place = placements[grouping];
  return (entry) => place(entry, context);
}

/** No name starts like this, for names are trimmed. */
const nothing = ' ';

function byProfile(grouping: ProfileGrouping, context: GroupingContext): Placement {
  const nowhere = [noField(grouping)];
  return (entry) => {
    const source = sourceGroup(entry, context);
    const groups = context.profiles?.get(source.key) ?? nowhere;
    const [year] = dateGroups(entry, context);
    return groups.map((group) => (year === undefined ? [group, source] : [group, source, year]));
  };
}

function noField(grouping: ProfileGrouping): GroupKey {
  const field = profileFields.find((one) => grouping === `profile:${one}`) ?? 'rating';
  return { kind: 'noField', key: nothing, field };
}

function sourceGroup(entry: ArticleEntry, { sources }: GroupingContext): GroupKey {
  if (entry.source === undefined) return { kind: 'noSource', key: nothing };
  return new NamedKey('source', sources.resolve(entry.source));
}

function dateGroups({ date }: ArticleEntry, { timeZone }: GroupingContext): readonly GroupKey[] {
  if (date.kind === 'missing') return [{ kind: 'noDate', key: nothing }];
  if (date.kind === 'unreadable') return [{ kind: 'unreadableDate', key: `${nothing}unreadable` }];
  const { year, month, day } = wallClock(date.time, timeZone);
  return [
    { kind: 'year', key: `${year}`, number: year },
    { kind: 'month', key: `${month}`, number: month },
    { kind: 'day', key: `${day}`, number: day },
  ];
}

function categoryGroups(entry: ArticleEntry, { categories }: GroupingContext): readonly GroupKey[] {
  if (entry.categories.length === 0) return [{ kind: 'noCategory', key: nothing }];
  const names = new Map(entry.categories.map((text) => categories.of(text)).map((name) => [name.key, name]));
  return [...names.values()].map((name) => new NamedKey('category', name));
}

function folderGroups({ path }: ArticleEntry): readonly GroupKey[] {
  return path
    .split('/')
    .slice(0, -1)
    .map((name) => ({ kind: 'folder', key: name, name }));
}
