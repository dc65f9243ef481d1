import * as vscode from 'vscode';
import { wordPlace } from '../../../core/preview/wordPlace';
import type { FromPreview } from '../../../protocol/previewMessages';
import { commandName } from '../../contributions';
import type { ArticlePreview, PreviewSurroundings } from './articlePreview';
import { fileOf, openLink, sayMissing } from './openLink';

/** Does what a person wants who is in a preview. */
export async function answerPreview(
  message: FromPreview,
  preview: ArticlePreview,
  around: PreviewSurroundings,
): Promise<void> {
  const { log } = around.services;
  // Places and bodies are those of what is shown now, or they mean nothing any more.
  const shown = 'version' in message && preview.shown?.message.version === message.version ? preview.shown : undefined;
  switch (message.kind) {
    case 'ready':
      return preview.begin();
    case 'didRender':
      return log.trace(`Preview drawn in ${Math.round(message.milliseconds)} ms.`);
    case 'didScroll':
      if (shown !== undefined) preview.scrollEditors(message.offset);
      return;
    case 'didReachEnd':
      return preview.readToEnd(message.version);
    case 'reveal':
    case 'openProblem':
      if (shown !== undefined) await preview.reveal(message.start);
      return;
    case 'selectInEditors':
      if (shown !== undefined) preview.selectInEditors(wordPlace(shown.prepared.document.getText(), message));
      return;
    case 'openLink':
      return openLink(message.url);
    case 'openSource':
      return openSource(preview);
    case 'openPath':
      return openPath(message.candidates, message.fragment, preview, around);
    case 'imageFailed':
      return log.debug(`${preview.article}: image ${message.id} could not be loaded.`);
    case 'loadRemoteImages':
      if (around.remoteImages.of(preview.place) === 'ask') await around.remoteImages.allow(preview.place);
      return;
    case 'changeSettings':
      return around.displaySettings.write(message.settings);
    case 'go':
      return preview.go(message.to);
    case 'markRead':
      return preview.markRead(message.isRead);
    case 'export':
      return (await import('./exportArticles')).exportArticles([preview.article], {
        bodies: preview.bodies,
        ...around,
      });
    case 'collected':
      return preview.bodies.answer(message.request, message.html);
    case 'annotation':
      return preview.annotations.answer(message);
  }
}

async function openSource({ shown, place }: ArticlePreview): Promise<void> {
  const source = shown?.message.head.source;
  if (source === undefined || place.archive === undefined) return;
  const folder = place.archive.folder.uri.toString();
  await vscode.commands.executeCommand(commandName('editSourceProfile'), { source, folder });
}

async function openPath(
  candidates: readonly string[],
  fragment: string | undefined,
  preview: ArticlePreview,
  around: PreviewSurroundings,
): Promise<void> {
  const { place } = preview;
  const uri = await fileOf(candidates, place);
  if (uri === undefined) sayMissing(candidates);
  else if (place.archive?.articlePath(uri) !== undefined || /\.(?:md|markdown)$/i.test(uri.path)) {
    await around.open(preview, uri, fragment);
  } else await vscode.commands.executeCommand('vscode.open', uri);
}
