import type {
  ArticleStatistics,
  BlockedKind,
  BlockedPart,
  ImageReason,
  LinkTarget,
} from '../core/preview/preparedArticle';
import type { ShownImage } from '../core/preview/shownImage';
import { type AnnotationStrings, annotationStrings } from './annotationStrings';
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
import type { PreviewHead, PreviewProblem, RenderMessage, ToPreview } from './previewMessages';
import { type PreviewStrings, previewStrings } from './previewStrings';
import { annotatedShape, annotationsShape } from './readAnnotationMessage';
import { isSettings } from './readPreviewMessage';

// A missing member of either union would not compile here.
const reasons: Readonly<Record<ImageReason, true>> = {
  empty: true,
  malformed: true,
  unsupported: true,
  outside: true,
  standIn: true,
  badData: true,
  missing: true,
  remoteOff: true,
  remoteAsk: true,
  remoteUntrusted: true,
  failed: true,
};
const blockedKinds: Readonly<Record<BlockedKind, true>> = {
  script: true,
  handler: true,
  frame: true,
  plugin: true,
  form: true,
  refresh: true,
  base: true,
  style: true,
  graphic: true,
  media: true,
  link: true,
  tracker: true,
  remoteImage: true,
};

const isStrings: Check<PreviewStrings> = shaped<PreviewStrings>(
  Object.fromEntries(Object.keys(previewStrings).map((name) => [name, isText])) as Shape<PreviewStrings>,
);
const areAnnotationStrings: Check<AnnotationStrings> = shaped<AnnotationStrings>(
  Object.fromEntries(Object.keys(annotationStrings).map((name) => [name, isText])) as Shape<AnnotationStrings>,
);
const isProblem = shaped<PreviewProblem>({
  severity: oneOf('error', 'warning', 'information', 'hint'),
  message: isText,
  start: isCount,
  end: isCount,
});
const isHead = shaped<PreviewHead>({
  title: isText,
  source: optional(isText),
  sourceProfile: optional(isText),
  author: optional(isText),
  date: optional(isText),
  isoDate: optional(isText),
  dateText: optional(isText),
  categories: listOf(isText),
  image: optional(isCount),
  link: optional(isText),
  problems: listOf(isProblem),
});
const isImage = shaped<ShownImage>({
  id: isCount,
  src: optional(isText),
  reason: optional(oneOf(...(Object.keys(reasons) as ImageReason[]))),
  start: isCount,
  end: isCount,
});
const isLink = kinds<LinkTarget>({
  web: { url: isText },
  local: { candidates: listOf(isText), fragment: optional(isText) },
});
const isBlocked = shaped<BlockedPart>({
  kind: oneOf(...(Object.keys(blockedKinds) as BlockedKind[])),
  detail: isText,
  start: isCount,
  end: isCount,
});
const isStatistics = shaped<ArticleStatistics>({
  words: isCount,
  characters: isCount,
  images: isCount,
  links: isCount,
  readingMinutes: isCount,
});
const renderShape: Shape<Omit<RenderMessage, 'kind'>> = {
  version: isCount,
  article: isText,
  head: isHead,
  html: isText,
  images: listOf(isImage),
  links: listOf(isLink),
  blocked: listOf(isBlocked),
  statistics: isStatistics,
  language: optional(isText),
  limited: optional(oneOf('plain', 'cut')),
  mayLoadRemote: isFlag,
};
const isToPreview = kinds<ToPreview>({
  strings: { strings: isStrings },
  settings: { settings: isSettings },
  render: renderShape,
  head: { version: isCount, head: isHead },
  standing: { isRead: isFlag, hasPrevious: isFlag, hasNext: isFlag },
  scrollTo: { offset: isCount },
  goToFragment: { fragment: isText },
  fault: { version: isCount, message: isText },
  collect: { request: isCount, article: kinds<RenderMessage>({ render: renderShape }) },
  annotationStrings: { strings: areAnnotationStrings },
  annotations: annotationsShape,
  annotated: annotatedShape,
  annotateArticle: {},
  goToAnnotation: { id: isText },
});
/** What the extension sent; `undefined` for what is no message of ours. */
export function readToPreview(value: unknown): ToPreview | undefined {
  return isToPreview(value) ? value : undefined;
}
