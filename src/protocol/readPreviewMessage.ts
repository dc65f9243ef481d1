import { isCount, isFlag, isText, kinds, listOf, oneOf, optional, shaped } from './messageShape';
import type { FromPreview, PreviewSettings, PreviewState } from './previewMessages';

/** What a person chose for the preview. */
const isSettings = shaped<PreviewSettings>({
  textOnly: isFlag,
  textSize: (value): value is number => isCount(value) && value >= 70 && value <= 200,
  width: oneOf('narrow', 'medium', 'wide'),
  typeface: oneOf('sans', 'serif'),
  scrollSync: oneOf('both', 'editorToPreview', 'previewToEditor', 'off'),
});
const isState = shaped<PreviewState>({
  article: isText,
  offset: isCount,
  // Read by `readAnnotationDrafts`, in the page alone.
  drafts: optional((_): _ is unknown => true),
});

const isFromPreview = kinds<FromPreview>({
  ready: {},
  didRender: {
    version: isCount,
    milliseconds: (value): value is number => typeof value === 'number' && value >= 0 && Number.isFinite(value),
  },
  didScroll: { version: isCount, offset: isCount },
  didReachEnd: { version: isCount },
  reveal: { version: isCount, start: isCount, end: isCount },
  selectInEditors: { version: isCount, start: isCount, end: isCount, word: optional(isText), nth: optional(isCount) },
  openProblem: { version: isCount, start: isCount, end: isCount },
  openLink: { url: (value): value is string => isText(value) && /^(?:https?:\/\/|mailto:)\S+$/i.test(value) },
  openSource: {},
  openPath: { candidates: listOf(isText), fragment: optional(isText) },
  imageFailed: { version: isCount, id: isCount },
  loadRemoteImages: {},
  changeSettings: { settings: isSettings },
  go: { to: oneOf('previous', 'next') },
  markRead: { isRead: isFlag },
  export: {},
  collected: { request: isCount, html: isText },
  // Read by `readAnnotationAction`, which is loaded with what it is for.
  annotation: { request: isCount, action: (value): value is unknown => value !== undefined },
});

/** What the preview sent; `undefined` for what is no message of ours. */
export function readFromPreview(value: unknown): FromPreview | undefined {
  return isFromPreview(value) ? value : undefined;
}

/** What a preview kept of itself, as a panel serializer is given it. */
export function readPreviewState(value: unknown): PreviewState | undefined {
  return isState(value) ? value : undefined;
}
