import * as vscode from 'vscode';
import { describePassage } from '../../../core/annotations/anchoring/describePassage';
import type { Passage } from '../../../core/annotations/anchoring/passage';
import type { PreparedText } from '../../../core/annotations/anchoring/preparedText';
import { showInformation } from '../../ui/notify';
import type { OpenAnnotations } from './openAnnotations';

export interface DescribedPassage {
  readonly passage: Passage;
  readonly prepared: PreparedText;
}

/** What to remember of a range of an article's document as that is now; `undefined` where no text of the article is in it. */
export async function passageAt(
  document: vscode.TextDocument,
  { start, end }: vscode.Range,
  annotations: OpenAnnotations,
): Promise<DescribedPassage | undefined> {
  const text = document.getText();
  const range = { start: document.offsetAt(start), end: document.offsetAt(end) };
  const prepared = (await annotations.anchors()).prepare(text);
  const words = prepared.article.textOf(range);
  const passage = words && describePassage(prepared, words);
  if (passage !== undefined) return { passage, prepared };
  void showInformation(
    vscode.l10n.t('There is no text of the article here. Select words of its body, not of its front matter or tags.'),
  );
  return undefined;
}
