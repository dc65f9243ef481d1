import { editJson, type JsonChange } from '../text/json/editJson';
import type { JsonPath } from '../text/json/jsonTree';
import { isJsonObject } from '../text/json/jsonValue';
import { isBlankFile, listAt } from '../text/json/parseJson';
import {
  type RatingScale,
  readSourceProfiles,
  type SourceProfile,
  type SourceRating,
  type TitledLink,
} from './sourceProfiles';

export const textFields = ['kind', 'country', 'owner', 'funding', 'homepage', 'notes'] as const;
export const listFields = ['aliases', 'domains', 'languages'] as const;
export const linkFields = ['policies', 'evidence'] as const;

export type TextField = (typeof textFields)[number];
export type ListField = (typeof listFields)[number];
export type LinkField = (typeof linkFields)[number];

/**
 * One change that a person makes to what is known of a source. Items of lists are changed one by one: `before` is what
 * stands there as the person sees it, without it the item is new; without `value` it goes.
 */
export type ProfileEdit =
  | { readonly kind: 'text'; readonly field: TextField; readonly value?: string }
  | {
      readonly kind: 'item';
      readonly field: ListField;
      readonly index: number;
      readonly before?: string;
      readonly value?: string;
    }
  | {
      readonly kind: 'link';
      readonly field: LinkField;
      readonly index: number;
      readonly before?: TitledLink;
      readonly value?: TitledLink;
    }
  | { readonly kind: 'rating'; readonly rating: SourceRating }
  | { readonly kind: 'scale'; readonly scale: RatingScale };

/** The file as it begins. */
export const blankSources = '{\n  "version": 1,\n  "sources": {}\n}\n';

/**
 * The text of `sources.json` with the change made and nothing else touched; `name` is the source's as the file writes it.
 * Undefined where the text cannot be read, or is another by now than the person saw.
 */
export function editProfile(text: string | undefined, name: string, edit: ProfileEdit): string | undefined {
  const { sources } = readSourceProfiles(text);
  const profile = sources.profiles.get(name);
  // Positions are those of the file, in which there may be entries that cannot be used.
  const written = (path: JsonPath): readonly unknown[] => listAt(text, path);
  const changes = changesFor(name, profile, edit, written);
  if (changes === undefined || changes.length === 0) return changes && text;
  return editJson(isBlankFile(text) ? blankSources : text, changes);
}

type ItemEdit = Extract<ProfileEdit, { readonly kind: 'item' }>;
type LinkEdit = Extract<ProfileEdit, { readonly kind: 'link' }>;
type Written = (path: JsonPath) => readonly unknown[];

/** None where all is as it is to be already. */
function changesFor(
  name: string,
  profile: SourceProfile | undefined,
  edit: ProfileEdit,
  written: Written,
): readonly JsonChange[] | undefined {
  const source: JsonPath = ['sources', name];
  switch (edit.kind) {
    case 'text':
      if (edit.value === undefined && profile === undefined) return [];
      return [{ path: [...source, edit.field], value: edit.value }];
    case 'item':
      return itemChanges([...source, edit.field], profile?.[edit.field] ?? [], edit, written);
    case 'link':
      return linkChanges([...source, edit.field], profile?.[edit.field] ?? [], edit, written);
    case 'rating': {
      const path = [...source, 'ratings'];
      return [{ path: [...path, written(path).length], value: edit.rating }];
    }
    case 'scale':
      return scaleChanges(edit.scale, written(['scales']));
  }
}

function itemChanges(path: JsonPath, known: readonly string[], edit: ItemEdit, written: Written) {
  const { index, before, value } = edit;
  if (before === undefined) return addition(path, value, written);
  if (known[index] !== before) return undefined;
  return value === undefined ? removal(path, index, written) : [{ path: [...path, index], value }];
}

function linkChanges(path: JsonPath, known: readonly TitledLink[], edit: LinkEdit, written: Written) {
  const { index, before, value } = edit;
  if (before === undefined) return addition(path, value, written);
  const now = known[index];
  if (now?.url !== before.url || now.title !== before.title) return undefined;
  const isUsable = (link: unknown): boolean =>
    isJsonObject(link) && typeof link.url === 'string' && link.url.trim() !== '';
  const at = written(path).flatMap((link, place) => (isUsable(link) ? [place] : []))[index];
  if (at === undefined) return undefined;
  if (value === undefined) return removal(path, at, written);
  return (['url', 'title'] as const).flatMap((key) =>
    value[key] === before[key] ? [] : [{ path: [...path, at, key], value: value[key] }],
  );
}

function addition(path: JsonPath, value: unknown, written: Written): readonly JsonChange[] {
  return value === undefined ? [] : [{ path: [...path, written(path).length], value }];
}

/** The last item takes its list along. */
function removal(path: JsonPath, index: number, written: Written): readonly JsonChange[] {
  return [{ path: written(path).length === 1 ? path : [...path, index], value: undefined }];
}

function scaleChanges(scale: RatingScale, scales: readonly unknown[]): readonly JsonChange[] {
  const index = scales.findLastIndex((own) => isJsonObject(own) && own.id === scale.id);
  const before = scales[index];
  if (!isJsonObject(before)) return [{ path: ['scales', scales.length], value: scale }];
  return (['name', 'description', 'min', 'max', 'steps'] as const).flatMap((key) =>
    JSON.stringify(before[key]) === JSON.stringify(scale[key])
      ? []
      : [{ path: ['scales', index, key], value: scale[key] }],
  );
}
