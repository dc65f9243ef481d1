import type {
  ArticleStatistics,
  BlockedKind,
  BlockedPart,
  ImageReason,
  LinkTarget,
} from '../core/preview/preparedArticle';
import type { ShownImage } from '../core/preview/shownImage';
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
import type {
  FromPreview,
  PreviewHead,
  PreviewProblem,
  PreviewSettings,
  PreviewState,
  ToPreview,
} from './previewMessages';
import { type PreviewStrings, previewStrings } from './previewStrings';

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

const isSettings = shaped<PreviewSettings>({
  textOnly: isFlag,
  textSize: (value): value is number => isCount(value) && value >= 70 && value <= 200,
  width: oneOf('narrow', 'medium', 'wide'),
  typeface: oneOf('sans', 'serif'),
  scrollSync: oneOf('both', 'editorToPreview', 'previewToEditor', 'off'),
});
const isStrings: Check<PreviewStrings> = shaped<PreviewStrings>(
  Object.fromEntries(Object.keys(previewStrings).map((name) => [name, isText])) as Shape<PreviewStrings>,
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
const isState = shaped<PreviewState>({ article: isText, offset: isCount });

const isToPreview = kinds<ToPreview>({
  strings: { strings: isStrings },
  settings: { settings: isSettings },
  render: {
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
  },
  standing: { isRead: isFlag, hasPrevious: isFlag, hasNext: isFlag },
  scrollTo: { offset: isCount },
  goToFragment: { fragment: isText },
  fault: { version: isCount, message: isText },
  collect: {},
});
const isFromPreview = kinds<FromPreview>({
  ready: {},
  didRender: {
    version: isCount,
    milliseconds: (value): value is number => typeof value === 'number' && value >= 0 && Number.isFinite(value),
  },
  didScroll: { version: isCount, offset: isCount },
  didReachEnd: { version: isCount },
  reveal: { version: isCount, start: isCount, end: isCount, word: optional(isText), nth: optional(isCount) },
  openProblem: { version: isCount, start: isCount, end: isCount },
  openLink: { url: (value): value is string => isText(value) && /^(?:https?:\/\/|mailto:)\S+$/i.test(value) },
  openSource: {},
  openPath: { candidates: listOf(isText), fragment: optional(isText) },
  imageFailed: { version: isCount, id: isCount },
  loadRemoteImages: {},
  changeSettings: { settings: isSettings },
  go: { to: oneOf('previous', 'next') },
  markRead: { isRead: isFlag },
  exportArticle: { version: isCount, html: isText },
});

/** What the extension sent; `undefined` for what is no message of ours. */
export function readToPreview(value: unknown): ToPreview | undefined {
  return isToPreview(value) ? value : undefined;
}

/** What the preview sent; `undefined` for what is no message of ours. */
export function readFromPreview(value: unknown): FromPreview | undefined {
  return isFromPreview(value) ? value : undefined;
}

/** What a preview kept of itself, as a panel serializer is given it. */
export function readPreviewState(value: unknown): PreviewState | undefined {
  return isState(value) ? value : undefined;
}
