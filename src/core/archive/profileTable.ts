import { collapse } from '../article/fieldValue';
import { foldName } from '../article/sourceNames';
import { currentRatings, type SourceProfile, type SourceProfiles } from '../sources/sourceProfiles';
import type { GroupKey, ProfileField, ProfileGrouping, ProfileTable } from './grouping';

/** Where each source stands: looked up once for a source, not for each of its articles. */
export function profileTable(grouping: ProfileGrouping, sources: SourceProfiles): ProfileTable {
  const table = new Map<string, readonly GroupKey[]>();
  for (const [key, profile] of sources.byKey) {
    const groups = groupsOf(grouping, profile, sources);
    if (groups.length > 0) table.set(key, groups);
  }
  return table;
}

/** The sources that stand elsewhere in the second table, or under another name. */
export function changedSources(before: ProfileTable, after: ProfileTable): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key))) changed.add(key);
  }
  return changed;
}

function groupsOf(grouping: ProfileGrouping, profile: SourceProfile, sources: SourceProfiles): readonly GroupKey[] {
  if (grouping.startsWith('rating:')) return ratingGroups(grouping.slice('rating:'.length), profile, sources);
  switch (grouping) {
    case 'profile:kind':
      return textGroups('kind', [profile.kind]);
    case 'profile:country':
      return textGroups('country', [profile.country]);
    case 'profile:language':
      return textGroups('language', profile.languages);
    case 'profile:owner':
      return textGroups('owner', [profile.owner]);
    default:
      return textGroups('funding', [profile.funding]);
  }
}

function textGroups(kind: ProfileField, texts: readonly (string | undefined)[]): readonly GroupKey[] {
  const groups = new Map<string, GroupKey>();
  for (const text of texts) {
    const name = collapse(text ?? '');
    const key = foldName(name);
    if (key !== '' && !groups.has(key)) groups.set(key, { kind, key, name });
  }
  return [...groups.values()];
}

/** One group for each value that people rate the source with now: they need not agree. */
function ratingGroups(id: string, profile: SourceProfile, { scales }: SourceProfiles): readonly GroupKey[] {
  const steps = scales.find((scale) => scale.id === id)?.steps ?? {};
  const values = currentRatings(profile).flatMap(({ scale, value }) => (scale === id ? [value] : []));
  return [...new Set(values)].map((number) => {
    const key = String(number);
    return { kind: 'rating', key, number, name: steps[key] ?? '' };
  });
}
