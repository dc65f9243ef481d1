import { tryParseJson } from '../text/json/parseJson';
import { setJsonValue } from '../text/json/setJsonValue';
import { type RatingScale, readSourceProfiles, type SourceProfile, type SourceRating } from './sourceProfiles';

const blank = '{\n  "version": 1,\n  "sources": {}\n}\n';

/** The text of `sources.json` with one field of a source set or, by `undefined`, removed; nothing else changes. */
export function setProfileField(
  text: string | undefined,
  name: string,
  field: Exclude<keyof SourceProfile, 'name' | 'ratings'>,
  value: unknown,
): string | undefined {
  return setJsonValue(orBlank(text), ['sources', name, field], value);
}

/** The text with one more rating. */
export function addRating(text: string | undefined, name: string, rating: SourceRating): string | undefined {
  const ratings = readSourceProfiles(text).sources.profiles.get(name) === undefined ? 0 : countOf(text, name);
  if (ratings === undefined) return undefined;
  return setJsonValue(orBlank(text), ['sources', name, 'ratings', ratings], rating);
}

/** The text with a scale added, or the one of its id replaced. */
export function setScale(text: string | undefined, scale: RatingScale): string | undefined {
  const scales =
    (tryParseJson(orBlank(text)) as { readonly scales?: readonly { readonly id?: unknown }[] } | undefined)?.scales ??
    [];
  const index = Array.isArray(scales) ? scales.findIndex((own) => own?.id === scale.id) : -1;
  return setJsonValue(orBlank(text), ['scales', index < 0 ? scales.length : index], scale);
}

function countOf(text: string | undefined, name: string): number | undefined {
  const file = tryParseJson(orBlank(text)) as
    | { readonly sources?: Readonly<Record<string, { readonly ratings?: unknown }>> }
    | undefined;
  const ratings = file?.sources?.[name]?.ratings ?? [];
  return Array.isArray(ratings) ? ratings.length : undefined;
}

function orBlank(text: string | undefined): string {
  return text === undefined || text.trim() === '' ? blank : text;
}
