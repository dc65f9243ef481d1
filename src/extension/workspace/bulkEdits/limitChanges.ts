import * as vscode from 'vscode';
import { showWarning } from '../../ui/notify';
import { showNumber } from '../../ui/showNumber';
import type { ArticleChange } from './articleChange';

/** VS Code opens every file of a change, one after the other: this many take it some fifteen seconds. */
export const mostAtOnce = 500;

/** What does without VS Code what is too much for it. */
export interface OtherWay {
  readonly label: string;
  run(): void;
}

/** As many changes as VS Code can show and undo in one go, when there are more and the person agrees to a part. */
export async function limitChanges(
  changes: readonly ArticleChange[],
  otherWay?: OtherWay,
): Promise<readonly ArticleChange[] | undefined> {
  if (changes.length <= mostAtOnce) return changes;
  const { t } = vscode.l10n;
  const part = t('The First {0}', showNumber(mostAtOnce));
  const message = t(
    '{0} articles would change. VS Code can show and undo about {1} at a time.',
    showNumber(changes.length),
    showNumber(mostAtOnce),
  );
  const detail = t('Change some now and run the command again for the others.');
  const items = otherWay === undefined ? [part] : [part, otherWay.label];
  const chosen = await showWarning(message, { modal: true, detail }, ...items);
  if (chosen === part) return changes.slice(0, mostAtOnce);
  if (chosen !== undefined) otherWay?.run();
  return undefined;
}
