import * as vscode from 'vscode';
import { type ExportFormat, exportAnnotations } from '../../../core/annotations/exchange/exportAnnotations';
import type { ExportedArticle } from '../../../core/annotations/exchange/exportedArticle';
import { showInformation } from '../../ui/notify';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';
import { sourceOf } from '../../workspace/sources/sourceCounts';

interface FormatItem extends vscode.QuickPickItem {
  readonly format: ExportFormat;
  readonly extension: string;
}

/** Writes all annotations of an archive into one file that other tools read. */
export async function exportArchive(own: ArchiveAnnotations): Promise<void> {
  const { t } = vscode.l10n;
  const format = await vscode.window.showQuickPick(formats(), { title: t('Export Annotations As') });
  if (format === undefined) return;
  const { archive } = own;
  const file = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(archive.folder.uri, `annotations.${format.extension}`),
    filters: { [format.label]: [format.extension] },
  });
  if (file === undefined) return;
  const count = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Exporting annotations'), cancellable: true },
    (_, token) => writeExport(own, format.format, file, token),
  );
  if (count === undefined) return;
  const open = t('Open');
  const told = t('Annotations exported: {0}', count);
  if ((await showInformation(told, open)) === open) await vscode.window.showTextDocument(file);
}

/** How many annotations were written; `undefined` where a person has stopped it. */
export async function writeExport(
  own: ArchiveAnnotations,
  format: ExportFormat,
  file: vscode.Uri,
  token?: vscode.CancellationToken,
): Promise<number | undefined> {
  const { archive, store } = own;
  const articles: ExportedArticle[] = [];
  let count = 0;
  for await (const read of store.readAll()) {
    if (token?.isCancellationRequested) return undefined;
    const { anchored, prepared } = await own.anchored(read);
    const entry = read.article === undefined ? undefined : archive.index.get(read.article);
    count += anchored.length;
    articles.push({
      path: read.article ?? '',
      title: entry?.title ?? '',
      source: entry?.source === undefined ? '' : sourceOf(entry, archive).name,
      text: prepared?.article.text ?? '',
      annotations: anchored,
      texts: read.texts,
    });
  }
  const book = await own.codebook();
  const parts = [...exportAnnotations(articles, format, book)];
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(parts.join('')));
  return count;
}

function formats(): readonly FormatItem[] {
  const { t } = vscode.l10n;
  return [
    {
      label: 'JSON-LD',
      detail: t('All that is known, to be imported again elsewhere (W3C Web Annotation)'),
      format: 'jsonld',
      extension: 'jsonld',
    },
    {
      label: t('JSON-LD, standard only'),
      detail: t('Without anything of our own, for tools that refuse what they do not know'),
      format: 'jsonld-standard',
      extension: 'jsonld',
    },
    { label: 'CSV', detail: t('A table for spreadsheets'), format: 'csv', extension: 'csv' },
    { label: 'JSON Lines', detail: t('A record a line for programs'), format: 'jsonl', extension: 'jsonl' },
    { label: 'Markdown', detail: t('To be read, article by article'), format: 'markdown', extension: 'md' },
    { label: 'Label Studio', detail: t('Passages and their labels'), format: 'labelstudio', extension: 'json' },
    { label: 'doccano', detail: t('Passages and their labels'), format: 'doccano', extension: 'jsonl' },
  ];
}
