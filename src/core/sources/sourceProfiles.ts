import { foldName, SourceNames } from '../article/sourceNames';
import { FieldReader, type JsonFields, present } from '../text/json/fieldReader';
import type { JsonFault } from '../text/json/jsonFault';
import type { JsonPath } from '../text/json/jsonTree';

export const sourceKinds = [
  'agency',
  'newspaper',
  'broadcaster',
  'portal',
  'self-media',
  'aggregator',
  'government',
  'company',
  'other',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const confidences = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof confidences)[number];

/** A link with what it is. */
export interface TitledLink {
  readonly url: string;
  readonly title?: string;
}

/** A scale that the users of this archive rate sources on. There are no built-in ones: no verdicts of ours. */
export interface RatingScale {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly min: number;
  readonly max: number;
  /** What steps mean, by their numbers. */
  readonly steps?: Readonly<Record<string, string>>;
}

/** One person's rating on one day. Ratings are added, never changed: the older ones are the history. */
export interface SourceRating {
  readonly scale: string;
  readonly value: number;
  readonly rater: string;
  /** ISO day. */
  readonly date: string;
  readonly method?: string;
  readonly confidence?: Confidence;
  readonly evidence?: readonly string[];
  readonly note?: string;
}

/** What is known of a source. */
export interface SourceProfile {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  readonly kind?: SourceKind;
  /** A code such as `CN`, or a name. */
  readonly country?: string;
  readonly languages: readonly string[];
  readonly owner?: string;
  readonly funding?: string;
  readonly homepage?: string;
  readonly policies: readonly TitledLink[];
  readonly evidence: readonly TitledLink[];
  readonly notes?: string;
  /** In the order they were given. */
  readonly ratings: readonly SourceRating[];
}

/** All of `.marginalia/sources.json`. */
export class SourceProfiles {
  readonly scales: readonly RatingScale[];
  readonly profiles: ReadonlyMap<string, SourceProfile>;
  /** By the key that all spellings of a name share; of two names that are the same so the first. */
  readonly byKey: ReadonlyMap<string, SourceProfile>;
  readonly names: SourceNames;

  constructor(scales: readonly RatingScale[], profiles: ReadonlyMap<string, SourceProfile>, names: SourceNames) {
    this.scales = scales;
    this.profiles = profiles;
    this.byKey = new Map([...profiles.values()].reverse().map((profile) => [foldName(profile.name), profile]));
    this.names = names;
  }

  /** The profile of a source by any of its names. */
  of(name: string): SourceProfile | undefined {
    return this.byKey.get(this.names.canonicalOf(name)?.key ?? foldName(name));
  }
}

export interface ReadProfiles {
  readonly sources: SourceProfiles;
  readonly faults: readonly JsonFault[];
}

/** Reads the text of `sources.json`; what cannot be used in it is left out and told. */
export function readSourceProfiles(text: string | undefined): ReadProfiles {
  const reader = new FieldReader();
  const root = reader.versionedRoot(text);
  const scales = readScales(reader, root);
  const profiles = new Map(
    reader
      .objects(root, 'sources', [])
      .map(([name, fields, path]) => [name, readProfile(reader, name, fields, path, scales)]),
  );
  return { sources: new SourceProfiles(scales, profiles, new SourceNames(root)), faults: reader.faults };
}

/** The latest rating of each person on each scale. */
export function currentRatings({ ratings }: SourceProfile): readonly SourceRating[] {
  const latest = new Map<string, SourceRating>();
  for (const rating of ratings) {
    const key = JSON.stringify([rating.scale, rating.rater]);
    const known = latest.get(key);
    // Of two on one day the one that was written later.
    if (known === undefined || known.date <= rating.date) latest.set(key, rating);
  }
  return [...latest.values()];
}

function readScales(reader: FieldReader, root: JsonFields): readonly RatingScale[] {
  const scales = new Map<string, RatingScale>();
  for (const [fields, path] of reader.list(root, 'scales', [])) {
    const id = reader.name(fields, 'id', path);
    if (id === undefined) continue;
    if (scales.has(id)) reader.faults.push({ kind: 'duplicate', path: [...path, 'id'], value: id });
    const steps = fields.steps === undefined ? undefined : reader.object(fields.steps, [...path, 'steps']);
    scales.set(
      id,
      present<RatingScale>({
        id,
        name: reader.text(fields, 'name', path)?.trim() || id,
        description: reader.text(fields, 'description', path),
        min: reader.number(fields, 'min', path) ?? 1,
        max: reader.number(fields, 'max', path) ?? 5,
        steps: steps && Object.fromEntries(Object.entries(steps).map(([step, name]) => [step, String(name)])),
      }),
    );
  }
  return [...scales.values()];
}

function readProfile(
  reader: FieldReader,
  name: string,
  fields: JsonFields,
  path: JsonPath,
  scales: readonly RatingScale[],
): SourceProfile {
  return present<SourceProfile>({
    name,
    aliases: reader.texts(fields, 'aliases', path) ?? [],
    domains: reader.texts(fields, 'domains', path) ?? [],
    kind: reader.oneOf(fields, 'kind', path, sourceKinds),
    country: reader.text(fields, 'country', path),
    languages: reader.texts(fields, 'languages', path) ?? [],
    owner: reader.text(fields, 'owner', path),
    funding: reader.text(fields, 'funding', path),
    homepage: reader.text(fields, 'homepage', path),
    policies: readLinks(reader, fields, 'policies', path),
    evidence: readLinks(reader, fields, 'evidence', path),
    notes: reader.text(fields, 'notes', path),
    ratings: reader.list(fields, 'ratings', path).flatMap(([own, at]) => readRating(reader, own, at, scales) ?? []),
  });
}

function readLinks(reader: FieldReader, fields: JsonFields, key: string, path: JsonPath): readonly TitledLink[] {
  return reader.list(fields, key, path).flatMap(([own, at]) => {
    const url = reader.name(own, 'url', at);
    return url === undefined ? [] : [present<TitledLink>({ url, title: reader.text(own, 'title', at) })];
  });
}

function readRating(
  reader: FieldReader,
  fields: JsonFields,
  path: JsonPath,
  scales: readonly RatingScale[],
): SourceRating | undefined {
  const scale = reader.oneOf(
    fields,
    'scale',
    path,
    scales.map(({ id }) => id),
  );
  const value = reader.number(fields, 'value', path);
  const rater = reader.name(fields, 'rater', path);
  const date = reader.name(fields, 'date', path);
  for (const field of ['scale', 'value'] as const) {
    if (fields[field] === undefined) reader.faults.push({ kind: 'missing', path, field });
  }
  if (scale === undefined || value === undefined || rater === undefined || date === undefined) return undefined;
  const evidence = reader.texts(fields, 'evidence', path) ?? [];
  return present<SourceRating>({
    scale,
    value,
    rater,
    date,
    method: reader.text(fields, 'method', path),
    confidence: reader.oneOf(fields, 'confidence', path, confidences),
    evidence: evidence.length === 0 ? undefined : evidence,
    note: reader.text(fields, 'note', path),
  });
}
