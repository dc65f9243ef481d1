import * as vscode from 'vscode';
import { ArticleFinder } from '../../../core/annotations/exchange/articleFinder';
import { type ImportCounts, type ImportOutcome, importInto } from '../../../core/annotations/exchange/importInto';
import { readImport } from '../../../core/annotations/exchange/readImport';
import { shortened } from '../../../core/article/shortened';
import { errorText } from '../../../core/text/errorText';
import type { Services } from '../../services';
import { showInformation, showWarning } from '../../ui/notify';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';

const longestQuote = 60;

/** Takes over annotations from files of other tools, or of another copy of the archive. */
export async function importFiles(own: ArchiveAnnotations, services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const files = await vscode.window.showOpenDialog({
    canSelectMany: true,
    title: t('Import Annotations'),
    filters: { 'JSON-LD, Hypothesis, doccano': ['jsonld', 'json', 'jsonl'] },
  });
  if (files === undefined) return;
  const creator = await services.annotations.creator.ask(own.archive.folder.uri);
  if (creator === undefined) return;
  const { added, changed, same, homeless, outcomes, refused } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Importing annotations') },
    () => readInto(own, files, creator),
  );
  const told = t('Annotations imported: {0} new, {1} changed, {2} there already.', added, changed, same);
  for (const outcome of outcomes) services.log.info(lineOf(outcome));
  const lost = outcomes.filter(({ found }) => found === 'notFound').length;
  const left = [...homeless.map(({ file, id }) => `${file}: ${id}`), ...refused];
  if (left.length + lost === 0) {
    void showInformation(told);
    return;
  }
  for (const line of left) services.log.warn(t('Not imported: {0}', line));
  const show = t('Show Log');
  const parts = [
    told,
    ...(lost > 0 ? [t('Of {0} the quote is not in its article; they are among the lost annotations.', lost)] : []),
    ...(left.length > 0
      ? [t('{0} belong to no article here, or could not be read; the log lists them.', left.length)]
      : []),
  ];
  if ((await showWarning(parts.join(' '), show)) === show) services.log.show();
}

/** What became of one annotation, for the log. */
function lineOf({ file, id, article, saved, found, quote }: ImportOutcome): string {
  const { t } = vscode.l10n;
  const became = { added: t('imported'), changed: t('imported, changed'), same: t('there already') }[saved];
  const place = { exact: t('found'), approximate: t('found approximately'), notFound: t('not found') };
  return [
    file,
    id,
    became,
    ...(found === undefined ? [] : [place[found]]),
    article ?? '',
    shortened(quote, longestQuote),
  ]
    .filter((part) => part !== '')
    .join(': ');
}

/** Imports files; `creator` counts where a file names nobody. */
export async function readInto(
  { archive, store, anchors }: ArchiveAnnotations,
  files: readonly vscode.Uri[],
  creator: string,
): Promise<ImportCounts & { readonly refused: readonly string[] }> {
  const refused: string[] = [];
  const read: Parameters<typeof importInto>[2][number][] = [];
  for (const file of files) {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      const imported = readImport(text, undefined, creator);
      read.push({ name, read: imported });
      refused.push(...imported.refused.map(({ place, detail }) => `${name}: ${place}: ${detail}`));
    } catch (error) {
      refused.push(`${name}: ${errorText(error)}`);
    }
  }
  const finder = new ArticleFinder(
    {
      files: archive.files,
      async *articles() {
        yield* archive.index.entries();
      },
    },
    undefined,
  );
  return { ...(await importInto(store, finder, read, await anchors())), refused };
}
