import * as vscode from 'vscode';
import { type ImageVerdict, isShown, verdictInProblem } from '../../../core/images/remote/imageVerdict';
import { verdictMessage } from '../../../core/images/remote/verdictMessage';
import { LineIndex } from '../../../core/text/lineIndex';
import { commandName } from '../../contributions';
import type { Services } from '../../services';
import { setting } from '../../ui/contribute';
import { escapeMarkdown } from '../../ui/escapeMarkdown';
import { rangeIn } from '../../ui/rangeIn';
import { translate } from '../../ui/translate';
import type { CheckedDocument } from '../../workspace/problems/checkedDocument';
import { type PlacedImage, placedImages } from './placedImages';

const largestShown = 320;

/** Tells of a remote image what the last look at it has found, and shows it. */
export async function imageHover(
  document: vscode.TextDocument,
  position: vscode.Position,
  { problems, remoteImages }: Services,
): Promise<vscode.Hover | undefined> {
  const checked = await problems.documents.checkNow(document);
  if (checked === undefined || checked.version !== document.version) return undefined;
  const lines = new LineIndex(checked.article.text);
  const here = placedImages(checked.article).find(({ image }) => rangeIn(lines, image.range).contains(position));
  if (here === undefined) return undefined;
  await remoteImages.verdicts.read();
  const verdict = remoteImages.verdicts.of(here.url);
  const mayAsk = remoteImages.obstacle === undefined;
  const content = new vscode.MarkdownString();
  if (verdict === undefined) {
    if (!mayAsk) return undefined;
    content.appendMarkdown(
      `${vscode.l10n.t('This remote image was never checked.')} ${commandLink(vscode.l10n.t('Check the images of this article'))}`,
    );
    content.isTrusted = { enabledCommands: [commandName('checkImages')] };
  } else {
    describe(verdict, isTold(here, checked) ? undefined : translate(verdictMessage(verdict)), content);
    const isAllowed = vscode.workspace.isTrusted && setting('preview.remoteImages', document.uri) !== 'never';
    if (isAllowed && isShown(verdict) && !isShownAnyway(here, document))
      content.appendMarkdown(`\n\n${picture(here.url, verdict)}`);
  }
  return new vscode.Hover(content, rangeIn(lines, here.image.range));
}

function describe(verdict: ImageVerdict, message: string | undefined, content: vscode.MarkdownString): void {
  const { t } = vscode.l10n;
  if (message !== undefined) content.appendMarkdown(`${escapeMarkdown(message)}\n\n`);
  const { format, type, width, height, size, checked } = verdict;
  const facts = [
    format?.toUpperCase() ?? type,
    width === undefined || height === undefined ? undefined : `${width} × ${height}`,
    size === undefined ? undefined : showBytes(size),
  ].filter((fact) => fact !== undefined);
  if (facts.length > 0) content.appendMarkdown(`${escapeMarkdown(facts.join(' · '))}\n\n`);
  const time = new Date(checked).toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  content.appendMarkdown(escapeMarkdown(t('Last checked: {0}', time)));
}

/** A problem in the same place, which the hover shows too, has the words already. */
function isTold({ image }: PlacedImage, { problems }: CheckedDocument): boolean {
  return problems.some(({ range, data }) => range.start === image.range.start && verdictInProblem(data) !== undefined);
}

/** VS Code's own hover over Markdown shows these. */
function isShownAnyway({ image: { via, attribute } }: PlacedImage, { languageId }: vscode.TextDocument): boolean {
  return languageId === 'markdown' && (via === 'markdown' || via === 'reference' || attribute === 'src');
}

function showBytes(bytes: number): string {
  const [unit, of] = bytes < 1024 ? ['byte', 1] : bytes < 1024 ** 2 ? ['kilobyte', 1024] : ['megabyte', 1024 ** 2];
  return (bytes / Number(of)).toLocaleString(vscode.env.language, {
    style: 'unit',
    unit: String(unit),
    maximumFractionDigits: bytes < 10 * 1024 ? 1 : 0,
  });
}

/** In an address nothing of Markdown's own signs is left. */
function picture(url: string, { width, height }: ImageVerdict): string {
  const safe = url.replace(/[\s<>()[\]\\|"']/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  const isTall = width !== undefined && height !== undefined && height > width;
  return `![](${safe}|${isTall ? 'height' : 'width'}=${Math.min(largestShown, (isTall ? height : width) ?? largestShown)})`;
}

function commandLink(title: string): string {
  return `[${title}](command:${commandName('checkImages')})`;
}
