import * as vscode from 'vscode';
import { Limit } from '../../../core/archive/limit';
import type { FetchTools } from '../../../core/images/remote/fetchWhole';
import { mayBeFetched } from '../../../core/images/remote/imageVerdict';
import { type DownloadedImage, downloadImage, planLocalise } from '../../../core/images/remote/localiseImage';
import { remoteImages as remoteImagesOf } from '../../../core/images/remote/remoteAddresses';
import type { RemoteImage } from '../../../core/images/remote/remoteImage';
import { placedEdits } from '../../../core/problems/articleFixes';
import type { CheckedArticle } from '../../../core/problems/checkedArticle';
import { errorText } from '../../../core/text/errorText';
import type { Services } from '../../services';
import { counted } from '../../ui/counts';
import { showError, showInformation } from '../../ui/notify';
import { showNumber } from '../../ui/showNumber';
import { applyChanges } from '../../workspace/bulkEdits/applyChanges';
import { collectChanges, type TextChange } from '../../workspace/bulkEdits/collectChanges';
import { limitChanges } from '../../workspace/bulkEdits/limitChanges';
import { tellChanges } from '../../workspace/bulkEdits/tellChanges';
import { type ArticlesOfArchive, listImages } from '../../workspace/images/listImages';
import { fetchErrorText } from './fetchErrorText';
import { requestWithProgress } from './requestWithProgress';
import { warnIfUnavailable } from './warnIfUnavailable';

const atOnce = 4;
/** What one step that can be undone may hold; VS Code has all of it in memory. */
const mostBytes = 128 * 1024 * 1024;

interface Downloads {
  readonly images: ReadonlyMap<string, DownloadedImage>;
  readonly failed: number;
  /** Not asked for any more, because it would have become too much. */
  readonly left: number;
}

/** Downloads the images of articles beside them and points the articles there, in one step after a look at the changes. */
export async function localiseImages(articles: readonly ArticlesOfArchive[], services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const { remoteImages, log } = services;
  if (warnIfUnavailable(remoteImages)) return;
  const found = await requestWithProgress(t('Downloading images'), services, async (signal, progress) => {
    const wanted = await wantedImages(articles, services, signal);
    const say = (done: number): void =>
      progress.report({ message: t('{0} of {1}', showNumber(done), showNumber(wanted.length)) });
    const downloads = await remoteImages.fetching(signal, (tools) => downloadAll(wanted, tools, services, say));
    const changes = [];
    for (const { archive, paths } of articles) {
      const of = (article: CheckedArticle | undefined): TextChange | undefined => changeOf(article, downloads);
      changes.push(
        ...(await collectChanges(
          archive,
          paths,
          {
            ofDocument: async (_archive, _path, document) =>
              of((await services.problems.documents.checkNow(document))?.article),
            ofFiles: async (own, files) => {
              const found = new Map<string, TextChange>();
              for (const { path } of files) {
                signal.throwIfAborted();
                const change = of((await services.problems.placesIn(own, { path }))?.article);
                if (change !== undefined) found.set(path, change);
              }
              return found;
            },
          },
          signal,
          () => undefined,
        )),
      );
    }
    return { changes, downloads };
  });
  if (found === undefined) return;
  const { changes, downloads } = found;
  const rest = restOf(downloads);
  if (changes.length === 0) {
    const none = t('There is no remote image here that can be downloaded.');
    void showInformation([none, ...rest].join(' '));
    return;
  }
  try {
    const some = await limitChanges(changes);
    const applied = some && (await applyChanges(some));
    if (applied === undefined) return;
    const places = applied.done.reduce((sum, { count }) => sum + count, 0);
    const done = t('Places that show downloaded images now: {0}.', showNumber(places));
    tellChanges([done, ...rest].join(' '), applied, log);
  } catch (error) {
    log.error(`Downloading images: ${error}`);
    void showError(errorText(error));
  }
}

/** All remote images of the articles but those that are known not to be shown. */
async function wantedImages(
  articles: readonly ArticlesOfArchive[],
  { problems, remoteImages: { verdicts } }: Services,
  signal: AbortSignal,
): Promise<readonly RemoteImage[]> {
  await verdicts.read();
  const wanted = new Map<string, RemoteImage>();
  for (const some of articles) {
    for await (const batch of listImages(some, problems, signal)) {
      for (const image of batch.flatMap(({ remoteImages }) => remoteImages)) {
        if (!mayBeFetched(verdicts.of(image.url))) continue;
        if (wanted.get(image.url)?.site === undefined) wanted.set(image.url, image);
      }
    }
  }
  return [...wanted.values()];
}

async function downloadAll(
  wanted: readonly RemoteImage[],
  tools: FetchTools,
  { log }: Services,
  onDone: (done: number) => void,
): Promise<Downloads> {
  const images = new Map<string, DownloadedImage>();
  const downloads = new Limit(atOnce);
  let bytes = 0;
  let failed = 0;
  let begun = 0;
  onDone(0);
  await downloads.during(async () => {
    for (const image of wanted) {
      if (bytes >= mostBytes) return;
      begun++;
      await downloads.add(async () => {
        tools.signal.throwIfAborted();
        try {
          const download = await downloadImage(image, tools);
          bytes += download.bytes.length;
          images.set(image.url, download);
        } catch (error) {
          tools.signal.throwIfAborted();
          failed++;
          log.warn(`${image.url}: ${fetchErrorText(error)}`);
        }
        onDone(images.size + failed);
      });
    }
  });
  return { images, failed, left: wanted.length - begun };
}

function changeOf(article: CheckedArticle | undefined, { images }: Downloads): TextChange | undefined {
  if (article === undefined) return undefined;
  const own = remoteImagesOf(article).flatMap(({ url }) => images.get(url) ?? []);
  const fix = own.length === 0 ? undefined : planLocalise(article, own);
  if (fix === undefined) return undefined;
  const edits = placedEdits(article.text, fix.edits);
  return { edits, files: fix.files ?? [], label: vscode.l10n.t('Downloaded images'), count: edits.length };
}

function restOf({ failed, left }: Downloads): readonly string[] {
  const { t } = vscode.l10n;
  return [
    ...(failed > 0
      ? [
          counted(
            t(
              '1 image could not be downloaded: the log says why.|{0} images could not be downloaded: the log says why.',
            ),
            failed,
          ),
        ]
      : []),
    ...(left > 0
      ? [
          counted(
            t(
              '1 image would have been too much at once: run the command again.|{0} images would have been too much at once: run the command again.',
            ),
            left,
          ),
        ]
      : []),
  ];
}
