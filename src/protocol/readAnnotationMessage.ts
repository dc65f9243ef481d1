import type {
  AnnotatedMessage,
  AnnotationAction,
  AnnotationDraft,
  AnnotationsMessage,
  AnnotationThread,
  Candidate,
  DraftTarget,
  GivenLabel,
  LabelChoice,
  LabelOption,
  ShownComment,
  ShownLabel,
} from './annotationMessages';
import {
  type Check,
  isCount,
  isFlag,
  isText,
  kinds,
  listOf,
  oneOf,
  optional,
  type Shape,
  shaped,
} from './messageShape';
import type { SeenPassage } from './seenPassage';

const longestNote = 100_000;
const longestName = 2000;
const mostLabels = 200;

const isNote: Check<string> = (value): value is string => isText(value) && value.length <= longestNote;
const isName: Check<string> = (value): value is string => isText(value) && value !== '' && value.length <= longestName;
const isColour: Check<string> = (value): value is string => isText(value) && /^#[0-9a-f]{6}$/.test(value);
const isValue: Check<string | number> = (value): value is string | number =>
  (isText(value) && value.length <= longestNote) || Number.isFinite(value);

const isPassage = shaped<SeenPassage>({
  start: isCount,
  end: isCount,
  quote: isText,
  prefix: isText,
  suffix: isText,
  isOnly: isFlag,
});
const isGiven = shaped<GivenLabel>({ label: isName, value: optional(isValue) });
const areGiven: Check<readonly GivenLabel[]> = (value): value is readonly GivenLabel[] =>
  listOf(isGiven)(value) && value.length <= mostLabels;

const content = { labels: areGiven, note: isNote };
const isAction = kinds<AnnotationAction>({
  addToPassage: { place: isPassage, ...content },
  addToArticle: content,
  addToImage: { version: isCount, image: isCount, ...content },
  edit: { id: isName, ...content },
  reply: { id: isName, note: isNote },
  resolve: { id: isName, isResolved: isFlag },
  delete: { id: isName },
  undoDelete: { id: isName },
  show: { id: isName },
  reattachToText: { id: isName, text: isText },
  reattachToPassage: { id: isName, place: isPassage },
  setUpLabels: {},
});

/** What a person does in the preview; `undefined` for what is nothing of ours. */
export function readAnnotationAction(value: unknown): AnnotationAction | undefined {
  return isAction(value) ? value : undefined;
}

const draftTargets = {
  passage: shaped<Of<'passage'>>({ kind: oneOf('passage'), place: isPassage }),
  article: shaped<Of<'article'>>({ kind: oneOf('article') }),
  image: shaped<Of<'image'>>({ kind: oneOf('image'), image: isCount, src: isText }),
  comment: shaped<Of<'edit' | 'answer'>>({ kind: oneOf('edit', 'answer'), id: isName }),
};
const isDraftTarget: Check<DraftTarget> = (value): value is DraftTarget =>
  Object.values(draftTargets).some((check) => check(value));
const areDrafts = listOf(shaped<AnnotationDraft>({ article: isText, on: isDraftTarget, ...content }));

/** What was kept of unsaved annotations; none where that is nothing of ours. */
export function readAnnotationDrafts(value: unknown): readonly AnnotationDraft[] {
  return areDrafts(value) ? value : [];
}

type Of<K extends DraftTarget['kind']> = Extract<DraftTarget, { readonly kind: K }>;

const scopes = oneOf('passage', 'article', 'image', 'source');
const isOption = shaped<LabelOption>({ value: isValue, text: isText });
const isChoice = shaped<LabelChoice>({
  id: isName,
  name: isText,
  definition: optional(isText),
  colour: isColour,
  key: optional(oneOf('1', '2', '3', '4', '5', '6', '7', '8', '9')),
  scopes: listOf(scopes),
  kind: oneOf('tag', 'oneOf', 'scale', 'text'),
  options: listOf(isOption),
});
const isShownLabel = shaped<ShownLabel>({ label: isName, value: optional(isValue), text: isText, colour: isColour });
const isComment = shaped<ShownComment>({
  id: isName,
  creator: isText,
  date: isText,
  isOwn: isFlag,
  labels: listOf(isShownLabel),
  note: isText,
  state: optional(oneOf('resolved', 'open')),
});
const isThread = shaped<AnnotationThread>({
  id: isName,
  on: oneOf('passage', 'article', 'image', 'lost'),
  state: oneOf('exact', 'moved', 'approximate', 'orphan'),
  isResolved: isFlag,
  colour: isColour,
  subject: isText,
  place: optional(isPassage),
  images: listOf(isCount),
  candidates: listOf(shaped<Candidate>({ text: isText, percent: isCount })),
  comments: listOf(isComment),
});

/** What an `annotations` message holds. */
export const annotationsShape: Shape<Omit<AnnotationsMessage, 'kind'>> = {
  article: isText,
  mayAnnotate: isFlag,
  hasLabels: isFlag,
  labels: listOf(isChoice),
  threads: listOf(isThread),
};

/** What an `annotated` message holds. */
export const annotatedShape: Shape<Omit<AnnotatedMessage, 'kind'>> = { request: isCount, isDone: isFlag };
