import * as vscode from 'vscode';
import { describePassage } from '../../../core/annotations/anchoring/describePassage';
import type { Passage } from '../../../core/annotations/anchoring/passage';
import { PreparedText } from '../../../core/annotations/anchoring/preparedText';
import { readArticleText } from '../../../core/article/articleText/readArticleText';
import { showInformation } from '../../ui/notify';

export interface DescribedPassage {
  readonly passage: Passage;
  readonly prepared: PreparedText;
}

/** What to remember of a range of an article's document; `undefined` where no text of the article is in it. */
export function passageAt(document: vscode.TextDocument, range: vscode.Range): DescribedPassage | undefined {
  const prepared = new PreparedText(readArticleText(document.getText()));
  const text = prepared.article.textOf({ start: document.offsetAt(range.start), end: document.offsetAt(range.end) });
  const passage = text && describePassage(prepared, text);
  if (passage !== undefined) return { passage, prepared };
  void showInformation(
    vscode.l10n.t('There is no text of the article here. Select words of its body, not of its front matter or tags.'),
  );
  return undefined;
}
