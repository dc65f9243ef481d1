import * as vscode from 'vscode';
import type { ImageReason } from '../../../core/preview/preparedArticle';
import type { PreviewStrings } from '../../../protocol/previewStrings';

/** Every text of the preview's own in the person's language. */
export function previewWords(): PreviewStrings {
  const { t } = vscode.l10n;
  return {
    article: t('Article'),
    toolbar: t('Preview tools'),
    previous: t('Previous article'),
    next: t('Next article'),
    markRead: t('Mark as read'),
    markUnread: t('Mark as unread'),
    display: t('Display'),
    textOnly: t('Text only'),
    textSize: t('Text size'),
    smaller: t('Smaller text'),
    larger: t('Larger text'),
    width: t('Line width'),
    narrow: t('Narrow'),
    medium: t('Medium'),
    wide: t('Wide'),
    typeface: t('Typeface'),
    sans: t('Sans serif'),
    serif: t('Serif'),
    scrollSync: t('Scroll together'),
    syncBoth: t('Both ways'),
    syncPreview: t('Preview follows'),
    syncEditor: t('Editor follows'),
    syncOff: t('Off'),
    export: t('Export as HTML'),
    original: t('Read the original'),
    openSource: t('Edit source profile'),
    asWritten: t('Written as {0}'),
    categories: t('Categories'),
    headImage: t('Head image'),
    problems: t('Problems: {0}'),
    openProblem: t('Open problem'),
    loadRemote: t('Load remote images'),
    blocked: t('Left out: {0}'),
    ...blockedWords(),
    ...imageWords(),
    enlarge: t('Enlarge image'),
    enlargeNamed: t('Enlarge image: {0}'),
    close: t('Close'),
    embedFrame: t('An embedded page was here.'),
    embedPlugin: t('A plug-in was here.'),
    embedMedia: t('Audio or video was here.'),
    openOutside: t('Open {0}'),
    table: t('Table'),
    emptyBody: t('This article has no text.'),
    limitedPlain: t('This article is nested too deeply to be laid out. It is shown as plain text.'),
    limitedCut: t('This article is too long to be shown in full.'),
    statistics: t('{0} words, {1} characters'),
    pictures: t('Images: {0}'),
    readingTime: t('About {0} min to read'),
  };
}

/** Why an image is not shown. */
export function imageReason(reason: ImageReason): string {
  const name = `image${reason.charAt(0).toUpperCase()}${reason.slice(1)}` as `image${Capitalize<ImageReason>}`;
  return imageWords()[name];
}

type WordsOf<Prefix extends string> = Pick<
  PreviewStrings,
  Extract<keyof PreviewStrings, `${Prefix}${Capitalize<string>}`>
>;

function blockedWords(): Omit<WordsOf<'blocked'>, 'blocked'> {
  const { t } = vscode.l10n;
  return {
    blockedScript: t('Scripts: {0}'),
    blockedHandler: t('Event handlers: {0}'),
    blockedFrame: t('Frames: {0}'),
    blockedPlugin: t('Plug-ins: {0}'),
    blockedForm: t('Forms: {0}'),
    blockedRefresh: t('Redirects: {0}'),
    blockedBase: t('Base addresses: {0}'),
    blockedStyle: t('Style sheets: {0}'),
    blockedGraphic: t('Embedded drawings: {0}'),
    blockedMedia: t('Audio and video: {0}'),
    blockedLink: t('Unsafe links: {0}'),
    blockedTracker: t('Trackers: {0}'),
    blockedRemoteImage: t('Remote images: {0}'),
  };
}

function imageWords(): WordsOf<'image'> {
  const { t } = vscode.l10n;
  return {
    imageEmpty: t('The image has no address.'),
    imageMalformed: t('The address of the image is malformed.'),
    imageUnsupported: t('Images from such an address cannot be shown.'),
    imageOutside: t('The image lies outside of the workspace.'),
    imageStandIn: t('A stand-in for a picture that never was.'),
    imageBadData: t('The data of the image is broken.'),
    imageMissing: t('There is no such file.'),
    imageRemoteOff: t('Remote images are not loaded.'),
    imageRemoteAsk: t('Remote images wait for your permission.'),
    imageRemoteUntrusted: t('Remote images are not loaded in an untrusted workspace.'),
    imageFailed: t('The image could not be loaded.'),
  };
}
