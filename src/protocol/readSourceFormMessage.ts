import { type Check, isCount, isText, kinds, listOf, oneOf, optional, shaped } from './messageShape';
import type { FromSourceForm, ProfileEdit, RatingScale, SourceRating, TitledLink } from './sourceFormMessages';

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

const isFromForm = kinds<FromSourceForm>({
  ready: {},
  edit: { id: isCount, edit: isEdit },
  openJson: {},
  openLink: { url: isText },
  annotate: {},
  showArticles: {},
});

/** What the form sent; undefined for anything else that arrives. */
export function readFromSourceForm(value: unknown): FromSourceForm | undefined {
  return isFromForm(value) ? value : undefined;
}
