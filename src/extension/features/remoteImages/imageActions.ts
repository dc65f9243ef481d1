import * as vscode from 'vscode';
import { LineIndex } from '../../../core/article/lineIndex';
import type { VerdictKind } from '../../../core/images/remote/imageVerdict';
import type { Problem } from '../../../core/problems/problem';
import { type CommandId, commandName } from '../../contributions';
import { diagnosticOf } from '../../problems/diagnosticOf';
import { rangeIn } from '../../problems/fixEdit';
import type { Services } from '../../services';
import { type ImageArguments, placedImages } from './placedImages';

/** What a reader does not get to see, whatever the reason: a web archive may have it. */
const lost: ReadonlySet<VerdictKind> = new Set([
  'gone',
  'notAnImage',
  'truncated',
  'serverError',
  'refused',
  'unreachable',
  'redirectLoop',
  'placeholder',
]);

/** What takes the network or a person's answer, and so is only done when it is chosen. */
export class ImageActions implements vscode.CodeActionProvider {
  static readonly kinds: readonly vscode.CodeActionKind[] = [
    vscode.CodeActionKind.QuickFix,
    vscode.CodeActionKind.RefactorRewrite,
  ];
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const { problems, remoteImages } = this.#services;
    const checked = await problems.documents.checkNow(document);
    if (checked === undefined || checked.version !== document.version || token.isCancellationRequested) return [];
    const { t } = vscode.l10n;
    const tools = await problems.loadTools();
    const lines = new LineIndex(checked.article.text);
    const isHere = (place: { readonly start: number; readonly end: number }): boolean =>
      rangeIn(lines, place).intersection(range) !== undefined;
    const isWanted = (kind: vscode.CodeActionKind): boolean => only === undefined || only.contains(kind);
    const actions: vscode.CodeAction[] = [];
    const add = (
      title: string,
      kind: vscode.CodeActionKind,
      command: CommandId,
      args: readonly unknown[],
      problem?: Problem,
    ): void => {
      const action = new vscode.CodeAction(title, kind);
      action.command = { title, command: commandName(command), arguments: [...args] };
      if (problem !== undefined) action.diagnostics = [diagnosticOf(problem, lines, checked.archive)];
      actions.push(action);
    };
    const mayAsk = remoteImages.obstacle === undefined;
    if (isWanted(vscode.CodeActionKind.QuickFix)) {
      for (const problem of checked.problems.filter((one) => isHere(one.range))) {
        const url = lostAddress(problem);
        if (url === undefined) continue;
        const args: ImageArguments = [document.uri, url, problem.range.start];
        if (mayAsk) {
          const title = t('Look for a snapshot in a web archive');
          add(title, vscode.CodeActionKind.QuickFix, 'findSnapshot', args, problem);
        }
        const mark = t('Mark the image as known to be broken, with a reason…');
        const marked = [document.uri, problem.rule, problem.range.start];
        add(mark, vscode.CodeActionKind.QuickFix, 'markImageBroken', marked, problem);
      }
    }
    if (mayAsk && isWanted(vscode.CodeActionKind.RefactorRewrite)) {
      for (const { image, url } of placedImages(checked.article, tools).filter((one) => isHere(one.image.range))) {
        const kind = remoteImages.verdicts.of(url)?.kind;
        if (kind !== undefined && kind !== 'ok' && kind !== 'moved' && kind !== 'refused') continue;
        const args: ImageArguments = [document.uri, url, image.range.start];
        const title = t('Download this image beside the article');
        add(title, vscode.CodeActionKind.RefactorRewrite, 'downloadImage', args);
      }
    }
    return actions;
  }
}

/** The address that a problem is about, where a reader does not see what is there. */
function lostAddress({ data }: Problem): string | undefined {
  if (typeof data !== 'object' || data === null || !('verdict' in data) || !('url' in data)) return undefined;
  const { verdict, url } = data;
  if (typeof url !== 'string' || typeof verdict !== 'object' || verdict === null || !('kind' in verdict))
    return undefined;
  return lost.has(verdict.kind as VerdictKind) ? url : undefined;
}
