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
    loadRemote: t('Load remote images in this archive'),
    blocked: t('Blocked: {0}'),
    comma: t(', '),
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
    words: t('1 word|{0} words'),
    characters: t('1 character|{0} characters'),
    chineseLength: t('1 character|About {0} characters'),
    pictures: t('1 image|{0} images'),
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
    blockedScript: t('1 script|{0} scripts'),
    blockedHandler: t('1 event handler|{0} event handlers'),
    blockedFrame: t('1 frame|{0} frames'),
    blockedPlugin: t('1 plug-in|{0} plug-ins'),
    blockedForm: t('1 form|{0} forms'),
    blockedRefresh: t('1 redirect|{0} redirects'),
    blockedBase: t('1 base URL|{0} base URLs'),
    blockedStyle: t('1 style sheet|{0} style sheets'),
    blockedGraphic: t('1 embedded drawing|{0} embedded drawings'),
    blockedMedia: t('1 audio or video|{0} audios and videos'),
    blockedLink: t('1 unsafe link|{0} unsafe links'),
    blockedTracker: t('1 tracker|{0} trackers'),
    blockedRemoteImage: t('1 image|{0} images'),
  };
}

function imageWords(): WordsOf<'image'> {
  const { t } = vscode.l10n;
  return {
    imageEmpty: t('The image has no URL.'),
    imageMalformed: t('The URL of the image is malformed.'),
    imageUnsupported: t('Images from such a URL cannot be shown.'),
    imageOutside: t('The image lies outside of the workspace.'),
    imageStandIn: t('A stand-in for a picture that never was.'),
    imageBadData: t('The data of the image is broken.'),
    imageMissing: t('There is no such file.'),
    imageRemoteOff: t('Remote images are not loaded.'),
    imageRemoteAsk: t('Remote images are blocked'),
    imageRemoteUntrusted: t('Remote images are not loaded in an untrusted workspace.'),
    imageFailed: t('The image could not be loaded.'),
  };
}
