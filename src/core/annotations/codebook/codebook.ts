import { FieldReader, type JsonFields, present } from '../../text/json/fieldReader';
import type { JsonFault } from '../../text/json/jsonFault';
import type { JsonPath } from '../../text/json/jsonTree';
import { isColour, type LabelColour } from './labelColours';

/** Where the codebook is, relative to the archive's folder. */
export const labelsPath = '.marginalia/labels.json';

export const labelScopes = ['passage', 'article', 'image', 'source'] as const;
export type LabelScope = (typeof labelScopes)[number];

export const labelKinds = ['tag', 'oneOf', 'scale', 'text'] as const;
/** A `tag` is there or not; of `oneOf` one option is chosen, of a `scale` one step, and a `text` is written. */
export type LabelKind = (typeof labelKinds)[number];

/** One entry of the codebook. */
export interface Label {
  /** What annotations name it by; it never changes but by renaming it everywhere. */
  readonly id: string;
  readonly name: string;
  readonly definition?: string;
  readonly example?: string;
  readonly colour?: LabelColour | string;
  /** The digit that gives it, 1 to 9. */
  readonly key?: string;
  readonly scope: readonly LabelScope[];
  readonly kind: LabelKind;
  /** Of `oneOf`. */
  readonly options?: readonly string[];
  /** Of a `scale`, both included. */
  readonly min?: number;
  readonly max?: number;
  /** What steps of a scale mean, by their numbers. */
  readonly steps?: Readonly<Record<string, string>>;
  /** Counts changes of meaning. */
  readonly version: number;
  /** Ids of labels that were merged into it. */
  readonly formerly?: readonly string[];
}

export interface Codebook {
  readonly labels: readonly Label[];
}

export interface ReadCodebook {
  readonly codebook: Codebook;
  readonly faults: readonly JsonFault[];
}

/** Reads the text of `labels.json`; what cannot be used in it is left out and told. */
export function readCodebook(text: string | undefined): ReadCodebook {
  const reader = new FieldReader();
  const labels = new Map<string, Label>();
  const keys = new Set<string>();
  for (const [fields, path] of reader.list(reader.versionedRoot(text), 'labels', [])) {
    const id = reader.name(fields, 'id', path);
    if (id === undefined) continue;
    if (labels.has(id)) {
      reader.faults.push({ kind: 'duplicate', path: [...path, 'id'], value: id });
      continue;
    }
    const key = reader.oneOf(fields, 'key', path, digits);
    if (key !== undefined && keys.has(key))
      reader.faults.push({ kind: 'duplicate', path: [...path, 'key'], value: key });
    const scope = readScope(reader, fields, path);
    const kind = reader.oneOf(fields, 'kind', path, labelKinds) ?? 'tag';
    const colour = reader.text(fields, 'colour', path);
    const isKnown = colour === undefined || isColour(colour);
    if (!isKnown)
      reader.faults.push({ kind: 'unknownValue', path: [...path, 'colour'], value: colour, known: ['#rrggbb'] });
    const options = reader.texts(fields, 'options', path) ?? [];
    const formerly = reader.texts(fields, 'formerly', path) ?? [];
    labels.set(
      id,
      present<Label>({
        id,
        name: reader.text(fields, 'name', path)?.trim() || id,
        definition: reader.text(fields, 'definition', path),
        example: reader.text(fields, 'example', path),
        colour: isKnown ? colour : undefined,
        key: key !== undefined && keys.has(key) ? undefined : key,
        scope,
        kind,
        options: kind === 'oneOf' ? options : undefined,
        min: kind === 'scale' ? (reader.number(fields, 'min', path) ?? 1) : undefined,
        max: kind === 'scale' ? (reader.number(fields, 'max', path) ?? 5) : undefined,
        steps: kind === 'scale' ? readSteps(reader, fields, path) : undefined,
        version: reader.number(fields, 'version', path) ?? 1,
        formerly: formerly.length === 0 ? undefined : formerly,
      }),
    );
    if (key !== undefined) keys.add(key);
  }
  return { codebook: { labels: [...labels.values()] }, faults: reader.faults };
}

/** The label that an id means, also one that was merged into another. */
export function labelOf({ labels }: Codebook, id: string): Label | undefined {
  return labels.find((label) => label.id === id) ?? labels.find(({ formerly }) => formerly?.includes(id));
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

function readScope(reader: FieldReader, fields: JsonFields, path: JsonPath): readonly LabelScope[] {
  const written = typeof fields.scope === 'string' ? [fields.scope] : (reader.texts(fields, 'scope', path) ?? []);
  const known = labelScopes.filter((scope) => written.includes(scope));
  for (const value of written) {
    if (!labelScopes.some((scope) => scope === value)) {
      reader.faults.push({ kind: 'unknownValue', path: [...path, 'scope'], value, known: labelScopes });
    }
  }
  return known.length === 0 ? labelScopes : known;
}

function readSteps(
  reader: FieldReader,
  fields: JsonFields,
  path: JsonPath,
): Readonly<Record<string, string>> | undefined {
  if (fields.steps === undefined) return undefined;
  const steps = reader.object(fields.steps, [...path, 'steps']) ?? {};
  return Object.fromEntries(
    Object.keys(steps).flatMap((step) => {
      const name = reader.text(steps, step, [...path, 'steps']);
      return name === undefined ? [] : [[step, name]];
    }),
  );
}
