import * as vscode from 'vscode';
import { type ExportHead, exportArticle } from '../../../core/preview/exportArticle';
import { exportFileName, freeFileName } from '../../../core/preview/exportFileName';
import { errorText } from '../../../core/text/errorText';
import type { PreviewHead } from '../../../protocol/previewMessages';
import type { Services } from '../../services';
import { counted } from '../../ui/counts';
import { showInformation, showWarning } from '../../ui/notify';
import { showNumber } from '../../ui/showNumber';
import { withCancellableProgress } from '../../ui/withCancellableProgress';
import { ArticleRenderer } from './articleRenderer';
import type { BodyRequests } from './bodyRequests';
import { type EmbeddedImages, embedImages } from './embeddedImages';
import type { RemoteImagePolicy } from './remoteImagePolicy';
import type { ShownArticle } from './shownArticle';

export interface ExportTools {
  readonly bodies: BodyRequests;
  readonly services: Services;
  readonly remoteImages: RemoteImagePolicy;
}

interface ExportTally {
  written: number;
  /** Remote images that the preview does not load either. */
  notLoaded: number;
  /** Images that could not be read or fetched. */
  failed: number;
  readonly notWritten: string[];
}

/** Writes articles into files that each hold all of one, where a person says. The files never ask for anything. */
export async function exportArticles(articles: readonly vscode.Uri[], tools: ExportTools): Promise<void> {
  const { services, remoteImages } = tools;
  const renderer = new ArticleRenderer(services, remoteImages, () => '');
  const targetOf = await askForTarget(articles, renderer);
  if (targetOf === undefined) return;
  const tally: ExportTally = { written: 0, notLoaded: 0, failed: 0, notWritten: [] };
  let last: vscode.Uri | undefined;
  await exportWithProgress(articles.length, async (signal, report) => {
    for (const [index, article] of articles.entries()) {
      report(index);
      try {
        const shown = await renderer.render(article);
        const target = targetOf(shown);
        await exportOne(shown, target, tools, tally, signal);
        last = target;
      } catch (error) {
        signal.throwIfAborted();
        if (articles.length === 1) throw error;
        services.log.warn(`${article} is not exported: ${errorText(error)}`);
        tally.notWritten.push(nameOf(article));
      }
    }
  });
  if (last !== undefined) void showInformation(summary(tally, last, articles.length));
  const [first] = tally.notWritten;
  if (first === undefined) return;
  void showWarning(
    counted(
      vscode.l10n.t(
        '{1} could not be exported. See the log.|{0} articles could not be exported, among them {1}. See the log.',
      ),
      tally.notWritten.length,
      first,
    ),
  );
}

/** Of one article a file, of several a folder. */
async function askForTarget(
  articles: readonly vscode.Uri[],
  renderer: ArticleRenderer,
): Promise<((shown: ShownArticle) => vscode.Uri) | undefined> {
  const { t } = vscode.l10n;
  const [first] = articles;
  if (first === undefined) return undefined;
  const beside = vscode.Uri.joinPath(first, '..');
  if (articles.length === 1) {
    const { message } = await renderer.render(first);
    const target = await vscode.window.showSaveDialog({
      title: t('Export as HTML'),
      defaultUri: vscode.Uri.joinPath(beside, `${exportFileName(message.head.title)}.html`),
      filters: { HTML: ['html'] },
    });
    return target && (() => target);
  }
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: t('Export {0} Articles as HTML', showNumber(articles.length)),
      openLabel: t('Export Here'),
      defaultUri: beside,
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (folder === undefined) return undefined;
  const taken = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name.toLowerCase()));
  return ({ message }) => vscode.Uri.joinPath(folder, freeFileName(exportFileName(message.head.title), 'html', taken));
}

async function exportOne(
  shown: ShownArticle,
  target: vscode.Uri,
  { bodies, services, remoteImages }: ExportTools,
  tally: ExportTally,
  signal: AbortSignal,
): Promise<void> {
  const { t } = vscode.l10n;
  const { head, language } = shown.message;
  const isRemoteShown = remoteImages.of(shown.place) === 'load';
  const images = await embedImages(shown, services, isRemoteShown, signal);
  const html = await bodies.ask(shown.message, signal);
  signal.throwIfAborted();
  const file = exportArticle({
    head: exportHead(head),
    html,
    ...images,
    words: { image: t('Image'), listed: t('Images that are not in this file') },
    ...(language === undefined ? {} : { language }),
  });
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(file));
  tally.written++;
  count(images, shown, tally);
}

function count({ failed }: EmbeddedImages, { message }: ShownArticle, tally: ExportTally): void {
  tally.notLoaded += message.blocked.filter(({ kind }) => kind === 'remoteImage').length;
  tally.failed += failed;
}

function summary({ written, notLoaded, failed }: ExportTally, last: vscode.Uri, wanted: number): string {
  const { t } = vscode.l10n;
  const said = [
    wanted === 1
      ? t('The article is written to {0}.', nameOf(last))
      : t('{0} of {1} articles are written to {2}.', showNumber(written), showNumber(wanted), folderOf(last)),
  ];
  if (notLoaded > 0) {
    said.push(t('Remote images that the preview does not load are only listed: {0}.', showNumber(notLoaded)));
  }
  if (failed > 0) said.push(t('Images that could not be read or fetched are only listed: {0}.', showNumber(failed)));
  return said.join(' ');
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(file: vscode.Uri): string {
  return nameOf(vscode.Uri.joinPath(file, '..'));
}

/** Ends early when it is cancelled; what is written by then stays. */
async function exportWithProgress(
  articles: number,
  run: (signal: AbortSignal, report: (done: number) => void) => Promise<void>,
): Promise<void> {
  const { t } = vscode.l10n;
  const title = articles === 1 ? t('Exporting the article') : t('Exporting {0} articles', showNumber(articles));
  await withCancellableProgress(title, (signal, progress) =>
    run(signal, (done) => {
      if (articles > 1)
        progress.report({
          message: t('{0} of {1}', showNumber(done), showNumber(articles)),
          increment: done === 0 ? 0 : 100 / articles,
        });
    }),
  );
}

function exportHead({ title, source, author, date, dateText, categories, image, link }: PreviewHead): ExportHead {
  const { t } = vscode.l10n;
  const written = dateText === undefined ? date : `${date ?? ''} (${t('Written as {0}', dateText)})`;
  const line = [source, author, written].filter((part) => part !== undefined).join(' · ');
  return {
    title,
    details: [line, categories.join(', ')].filter((detail) => detail !== ''),
    ...(link === undefined ? {} : { link: { url: link, text: t('Read the original') } }),
    ...(image === undefined ? {} : { image }),
  };
}
