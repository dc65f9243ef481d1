import { type JsonPath, setJsonValue } from '../text/json/setJsonValue';
import { addRating, setProfileField, setScale } from './profileEdits';
import {
  type RatingScale,
  readSourceProfiles,
  type SourceProfiles,
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

/**
 * The text of `sources.json` with the change made and nothing else touched; `name` is the source's as the file writes it.
 * Undefined where the text cannot be read, or is another by now than the person saw.
 */
export function editProfile(text: string | undefined, name: string, edit: ProfileEdit): string | undefined {
  const { sources } = readSourceProfiles(text);
  const profile = sources.profiles.get(name);
  switch (edit.kind) {
    case 'text':
      if (edit.value === undefined && profile === undefined) return text;
      return setProfileField(text, name, edit.field, edit.value);
    case 'item':
      return editItem(text, name, profile?.[edit.field] ?? [], edit);
    case 'link':
      return editLink(text, name, profile?.[edit.field] ?? [], edit);
    case 'rating':
      return addRating(text, name, edit.rating);
    case 'scale':
      return editScale(text, sources, edit.scale);
  }
}

type ItemEdit = Extract<ProfileEdit, { readonly kind: 'item' }>;
type LinkEdit = Extract<ProfileEdit, { readonly kind: 'link' }>;

function editItem(text: string | undefined, name: string, known: readonly string[], edit: ItemEdit) {
  const { field, index, before, value } = edit;
  if (before === undefined) return added(text, name, field, known.length, value);
  if (known[index] !== before) return undefined;
  return setItem(text, name, field, known.length, [index], value);
}

function editLink(text: string | undefined, name: string, known: readonly TitledLink[], edit: LinkEdit) {
  const { field, index, before, value } = edit;
  if (before === undefined) return added(text, name, field, known.length, value);
  const now = known[index];
  if (now?.url !== before.url || now.title !== before.title) return undefined;
  if (value === undefined) return setItem(text, name, field, known.length, [index], undefined);
  let changed = text;
  for (const key of ['url', 'title'] as const) {
    if (value[key] === before[key]) continue;
    changed = setItem(changed, name, field, known.length, [index, key], value[key]);
    if (changed === undefined) return undefined;
  }
  return changed;
}

function added(text: string | undefined, name: string, field: ListField | LinkField, count: number, value: unknown) {
  return value === undefined ? text : setItem(text, name, field, count, [count], value);
}

/** The last item takes its list along. */
function setItem(
  text: string | undefined,
  name: string,
  field: ListField | LinkField,
  count: number,
  path: JsonPath,
  value: unknown,
): string | undefined {
  const isEmptied = value === undefined && path.length === 1 && count === 1;
  if (isEmptied) return setProfileField(text, name, field, undefined);
  return text === undefined || text.trim() === ''
    ? setProfileField(text, name, field, [value])
    : setJsonValue(text, ['sources', name, field, ...path], value);
}

function editScale(text: string | undefined, { scales }: SourceProfiles, scale: RatingScale): string | undefined {
  const index = scales.findIndex(({ id }) => id === scale.id);
  const before = scales[index];
  if (before === undefined) return setScale(text, scale);
  let changed = text;
  for (const key of ['name', 'description', 'min', 'max', 'steps'] as const) {
    if (JSON.stringify(before[key]) === JSON.stringify(scale[key])) continue;
    changed = setJsonValue(changed, ['scales', index, key], scale[key]);
    if (changed === undefined) return undefined;
  }
  return changed;
}
