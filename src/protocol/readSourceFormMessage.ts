import { type Check, isCount, isText, kinds, listOf, oneOf, optional, type Shape, shaped } from './messageShape';
import type {
  FieldMessage,
  FromSourceForm,
  ProfileEdit,
  RatingScale,
  ShownAnnotation,
  ShownSource,
  SourceFormState,
  SourceRating,
  TitledLink,
  ToSourceForm,
} from './sourceFormMessages';
import { type SourceFormStrings, sourceFormStrings } from './sourceFormStrings';

const isNumber: Check<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);
const isSteps: Check<Readonly<Record<string, string>>> = (value): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText);

const isLink = shaped<TitledLink>({ url: isText, title: optional(isText) });
const isScale = shaped<RatingScale>({
  id: isText,
  name: isText,
  description: optional(isText),
  min: isNumber,
  max: isNumber,
  steps: optional(isSteps),
});
const isRating = shaped<SourceRating>({
  scale: isText,
  value: isNumber,
  rater: isText,
  date: isText,
  method: optional(isText),
  confidence: optional(oneOf('low', 'medium', 'high')),
  evidence: optional(listOf(isText)),
  note: optional(isText),
});
const isProfile = shaped<ShownSource['profile']>({
  name: isText,
  aliases: listOf(isText),
  domains: listOf(isText),
  kind: optional(
    oneOf('agency', 'newspaper', 'broadcaster', 'portal', 'self-media', 'aggregator', 'government', 'company', 'other'),
  ),
  country: optional(isText),
  languages: listOf(isText),
  owner: optional(isText),
  funding: optional(isText),
  homepage: optional(isText),
  policies: listOf(isLink),
  evidence: listOf(isLink),
  notes: optional(isText),
  ratings: listOf(isRating),
});
const isAnnotation = shaped<ShownAnnotation>({
  id: isText,
  labels: isText,
  note: isText,
  creator: isText,
  day: isText,
});
const isSource = shaped<ShownSource>({
  profile: isProfile,
  articles: optional(isCount),
  faults: listOf(shaped<FieldMessage>({ place: isText, message: isText })),
  scales: listOf(isScale),
  current: listOf(isRating),
  annotations: listOf(isAnnotation),
  rater: optional(isText),
  today: isText,
});
const isStrings: Check<SourceFormStrings> = shaped<SourceFormStrings>(
  Object.fromEntries(Object.keys(sourceFormStrings).map((name) => [name, isText])) as Shape<SourceFormStrings>,
);
const isEdit = kinds<ProfileEdit>({
  text: { field: oneOf('kind', 'country', 'owner', 'funding', 'homepage', 'notes'), value: optional(isText) },
  item: {
    field: oneOf('aliases', 'domains', 'languages'),
    index: isCount,
    before: optional(isText),
    value: optional(isText),
  },
  link: {
    field: oneOf('policies', 'evidence'),
    index: isCount,
    before: optional(isLink),
    value: optional(isLink),
  },
  rating: { rating: isRating },
  scale: { scale: isScale },
});

const isToForm = kinds<ToSourceForm>({
  strings: { strings: isStrings },
  source: { source: isSource },
  keep: { state: shaped<SourceFormState>({ source: isText, folder: isText }) },
  broken: { message: isText },
  done: { id: isCount, fault: optional(isText) },
});
const isFromForm = kinds<FromSourceForm>({
  ready: {},
  edit: { id: isCount, edit: isEdit },
  openJson: {},
  openLink: { url: isText },
  annotate: {},
  showArticles: {},
});

/** What the extension sent to the form; undefined for anything else that arrives there. */
export function readToSourceForm(value: unknown): ToSourceForm | undefined {
  return isToForm(value) ? value : undefined;
}

/** What the form sent; undefined for anything else that arrives. */
export function readFromSourceForm(value: unknown): FromSourceForm | undefined {
  return isFromForm(value) ? value : undefined;
}
