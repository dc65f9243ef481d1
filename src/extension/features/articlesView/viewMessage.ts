import * as vscode from 'vscode';
import { articleFacets } from '../../../core/archive/articleFilter';
import type { Services } from '../../services';
import { counted } from '../../ui/counts';
import { describeFilter } from '../../ui/filterPick';
import { showNumber } from '../../ui/showNumber';
import type { Archive } from '../../workspace/archives/archive';

/** The line above the tree: what is being read, what went wrong, what the tree is narrowed to. */
export function viewMessage({ archives, articlesState, trees }: Services): string | undefined {
  const lines = archives.all.flatMap((archive) => readingLine(archive) ?? []);
  const { filter } = articlesState;
  if (articlesState.isFiltered) {
    const shown = sum(trees.shownTrees.map(({ size }) => size));
    const all = sum(trees.shown.map((archive) => archive.index.size));
    // Where nothing is left a welcome text offers a way out; VS Code shows it only while there is no message.
    if (shown > 0) {
      lines.push(
        vscode.l10n.t(
          'Filter: {0} ({1} of {2})',
          describeFilter(articleFacets, filter),
          showNumber(shown),
          showNumber(all),
        ),
      );
    }
  }
  return lines.length > 0 ? lines.join('\n') : undefined;
}

function readingLine({ state, progress, failure, folder }: Archive): string | undefined {
  const { t } = vscode.l10n;
  if (failure !== undefined)
    return t('{0} could not be read: {1}. “Read Archive Again” tries once more.', folder.name, failure);
  if (state === 'stopped') {
    return counted(
      t(
        'Reading was stopped: 1 article is here. “Read Archive Again” goes on.|Reading was stopped: {0} articles are here. “Read Archive Again” goes on.',
      ),
      progress.done,
    );
  }
  if (state !== 'reading' || progress.found === 0) return undefined;
  return t('Reading articles: {0} of {1}', showNumber(progress.done), showNumber(progress.found));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
