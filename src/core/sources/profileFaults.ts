import type { JsonFault } from '../text/json/jsonFault';
import type { ProfileEdit } from './profileEdit';
import { type RatingScale, type SourceProfile, type SourceProfiles, sourceKinds } from './sourceProfiles';

/** Why a value cannot be what it is written as. */
export type ValueFault = 'empty' | 'twice' | 'address' | 'host' | 'kind' | 'day' | 'scale' | 'range' | 'span' | 'name';

/** A fault with where it is: `homepage`, `domains.1`, `ratings.0`. */
export interface PlacedFault {
  readonly place: string;
  readonly fault: ValueFault | JsonFault;
}

/** What is wrong with a change, which is then not to be made. */
export function faultOfEdit(edit: ProfileEdit, sources: SourceProfiles, name: string): ValueFault | undefined {
  switch (edit.kind) {
    case 'text':
      return edit.value === undefined ? undefined : textFault(edit.field, edit.value);
    case 'item':
      if (edit.value === undefined) return undefined;
      if (edit.value.trim() === '') return 'empty';
      if (edit.value !== edit.before && sources.profiles.get(name)?.[edit.field].includes(edit.value)) return 'twice';
      if (edit.field === 'aliases') return aliasFault(edit.value, sources, name);
      return edit.field === 'domains' ? hostFault(edit.value) : undefined;
    case 'link':
      return edit.value === undefined ? undefined : addressFault(edit.value.url);
    case 'rating':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(edit.rating.date)) return 'day';
      return ratingFault(edit.rating, sources.scales);
    case 'scale': {
      const { id, min, max } = edit.scale;
      if (id.trim() === '') return 'empty';
      return Number.isFinite(min) && Number.isFinite(max) && min < max ? undefined : 'span';
    }
  }
}

/** What is wrong with a source as the file has it: what was left out when it was read, and what is not what it should be. */
export function profileFaults(
  name: string,
  profile: SourceProfile | undefined,
  { scales }: SourceProfiles,
  faults: readonly JsonFault[],
): readonly PlacedFault[] {
  const found: PlacedFault[] = faults.flatMap((fault) =>
    fault.path[0] === 'sources' && fault.path[1] === name && fault.path.length > 2
      ? [{ place: fault.path.slice(2, 4).join('.'), fault }]
      : [],
  );
  const add = (place: string, fault: ValueFault | undefined): void => {
    if (fault !== undefined) found.push({ place, fault });
  };
  if (profile === undefined) return found;
  if (profile.homepage !== undefined) add('homepage', addressFault(profile.homepage));
  for (const [index, domain] of profile.domains.entries()) add(`domains.${index}`, hostFault(domain));
  for (const field of ['policies', 'evidence'] as const) {
    for (const [index, { url }] of profile[field].entries()) add(`${field}.${index}`, addressFault(url));
  }
  for (const rating of profile.ratings) add('ratings', ratingFault(rating, scales));
  return found;
}

function textFault(field: string, value: string): ValueFault | undefined {
  if (field === 'homepage') return addressFault(value);
  return field === 'kind' && !sourceKinds.some((kind) => kind === value) ? 'kind' : undefined;
}

function addressFault(text: string): ValueFault | undefined {
  const written = text.trim();
  if (/\s/.test(written) || !URL.canParse(written)) return 'address';
  const { protocol, hostname } = new URL(written);
  return /^https?:$/.test(protocol) && hostname !== '' ? undefined : 'address';
}

function hostFault(text: string): ValueFault | undefined {
  return /^(?!-)[^\s/:@?#]+\.[^\s/:@?#.]+$/.test(text) ? undefined : 'host';
}

/** An alias names one source: that another goes by this name has to be settled first. */
function aliasFault(alias: string, { names, byKey }: SourceProfiles, name: string): ValueFault | undefined {
  const other = names.canonicalOf(alias);
  return other === undefined || byKey.get(other.key)?.name === name ? undefined : 'name';
}

function ratingFault(
  { scale: id, value }: { readonly scale: string; readonly value: number },
  scales: readonly RatingScale[],
): ValueFault | undefined {
  const scale = scales.find((one) => one.id === id);
  if (scale === undefined) return 'scale';
  return Number.isFinite(value) && value >= scale.min && value <= scale.max ? undefined : 'range';
}
