import type { AnnotationAction, AnnotationDraft, DraftTarget, GivenLabel } from './annotationMessages';
import { type Check, isCount, isFlag, isText, kinds, listOf, oneOf, optional, shaped } from './messageShape';
import type { SeenPassage } from './seenPassage';

const longestNote = 100_000;
const longestName = 2000;
const mostLabels = 200;

const isNote: Check<string> = (value): value is string => isText(value) && value.length <= longestNote;
const isName: Check<string> = (value): value is string => isText(value) && value !== '' && value.length <= longestName;
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
