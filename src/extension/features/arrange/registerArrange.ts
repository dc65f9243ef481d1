import * as vscode from 'vscode';
import type { CommandId } from '../../contributions';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import type { ArticleArrangement } from '../../ui/looks';

/** Each choice of the view's menu; the one in force stands there with a tick, as a command of its own. */
const arrangements: Readonly<Partial<Record<CommandId, Partial<ArticleArrangement>>>> = {
  groupBySource: { grouping: 'source' },
  groupByDate: { grouping: 'date' },
  groupByCategory: { grouping: 'category' },
  groupByFolder: { grouping: 'folder' },
  sortByNewest: { order: 'newest' },
  sortByOldest: { order: 'oldest' },
  sortByTitle: { order: 'title' },
};

/** Commands that group and sort the Articles view. */
export function registerArrange({ browsing }: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(arrangements).flatMap(([id, arrangement]) => [
      registerCommand(id as CommandId, () => browsing.arrange(arrangement)),
      registerCommand(`${id}.active` as CommandId, () => browsing.arrange(arrangement)),
    ]),
  );
}
