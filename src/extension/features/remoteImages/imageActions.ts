import * as vscode from 'vscode';
import { isBroken, mayBeFetched, verdictInProblem } from '../../../core/images/remote/imageVerdict';
import { largestKnownPicture } from '../../../core/images/remote/placeholders';
import type { Services } from '../../services';
import { ActionsHere } from '../../workspace/problems/actionsHere';
import { type ImageArguments, placedImages } from './placedImages';

/** What takes the network or a person's answer, and so is only done when it is chosen. */
export async function imageActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  only: vscode.CodeActionKind | undefined,
  token: vscode.CancellationToken,
  services: Services,
): Promise<vscode.CodeAction[]> {
  const here = await ActionsHere.at(document, range, token, services);
  if (here === undefined) return [];
  const isWanted = (kind: vscode.CodeActionKind): boolean => only === undefined || only.contains(kind);
  if (isWanted(vscode.CodeActionKind.QuickFix)) addRescues(here, services);
  if (isWanted(vscode.CodeActionKind.RefactorRewrite)) addChanges(here, services);
  return here.all;
}

/** For images that a reader does not see, whatever the reason: a web archive may have them. */
function addRescues(here: ActionsHere, { remoteImages }: Services): void {
  const { t } = vscode.l10n;
  const { uri } = here.checked.document;
  for (const problem of here.problems) {
    const { rule, range } = problem;
    const data = verdictInProblem(problem.data);
    if (data === undefined || !isBroken(data.verdict)) continue;
    const { url } = data;
    if (remoteImages.obstacle === undefined) {
      const args: ImageArguments = [uri, url, range.start];
      here.addCommand(t('Look for a snapshot in a web archive'), 'findSnapshot', args, problem);
    }
    const mark = t('Mark the image as known to be broken, with a reason…');
    here.addCommand(mark, 'markImageBroken', [uri, rule, range.start], problem);
  }
}

/** For images that a reader sees, as far as is known. */
function addChanges(here: ActionsHere, { remoteImages }: Services): void {
  const { t } = vscode.l10n;
  const { article, document } = here.checked;
  const kind = vscode.CodeActionKind.RefactorRewrite;
  if (remoteImages.obstacle !== undefined) return;
  for (const { image, url } of placedImages(article)) {
    if (!here.isHere(image.range)) continue;
    const verdict = remoteImages.verdicts.of(url);
    if (!mayBeFetched(verdict)) continue;
    const args: ImageArguments = [document.uri, url, image.range.start];
    here.addCommand(t('Download this image beside the article'), 'downloadImage', args, undefined, kind);
    // Larger ones are not read whole, and so not known again.
    if (verdict === undefined || (verdict.size ?? 0) > largestKnownPicture || verdict.kind === 'refused') continue;
    const title = t('Treat this picture as “not found”, here and wherever it is sent');
    here.addCommand(title, 'treatAsPlaceholder', args, undefined, kind);
  }
}
