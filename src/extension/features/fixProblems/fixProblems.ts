import * as vscode from 'vscode';
import type { Services } from '../../services';
import { counted } from '../../ui/counts';
import { showInformation } from '../../ui/notify';
import { showNumber } from '../../ui/showNumber';
import { applyChanges } from '../../workspace/bulkEdits/applyChanges';
import type { ArticleChange } from '../../workspace/bulkEdits/articleChange';
import { collectChanges } from '../../workspace/bulkEdits/collectChanges';
import { limitChanges } from '../../workspace/bulkEdits/limitChanges';
import { tellChanges } from '../../workspace/bulkEdits/tellChanges';
import { withCountedProgress } from '../../workspace/bulkEdits/withCountedProgress';
import { commandLine } from './commandLine';
import { fixMaker } from './fixMaker';
import { type FixTarget, hiddenHints, promisingPaths } from './fixTargets';

/** Fixes what needs no guessing in articles, after a look at the changes. */
export async function fixProblems(targets: readonly FixTarget[], services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const title = t('Looking for problems that can be fixed');
  const changes = await withCountedProgress(title, countOf(targets, services), (signal, onDone) =>
    changesOf(targets, services, signal, onDone),
  );
  if (changes === undefined) return;
  if (changes.length === 0) {
    const nothing = t('There is nothing here that can be fixed without guessing.');
    void showInformation([nothing, ...hintsLeft(targets)].join(' '));
    return;
  }
  // Counted before: what is fixed changes what is known.
  const left = hintsLeft(targets);
  const archive = targets.length === 1 && targets[0]?.isWhole ? targets[0].archive : undefined;
  const some = await limitChanges(changes, archive && commandLine(archive, services.context.extensionUri));
  const applied = some && (await applyChanges(some));
  if (applied !== undefined) tellChanges([describe(applied.done), ...left].join(' '), applied, services.log);
}

async function changesOf(
  targets: readonly FixTarget[],
  services: Services,
  signal: AbortSignal,
  onDone: (articles: number) => void,
): Promise<readonly ArticleChange[]> {
  const changes: ArticleChange[] = [];
  for (const target of targets) {
    const paths = promisingPaths(target, services);
    const maker = fixMaker(services, target.selection);
    changes.push(...(await collectChanges(target.archive, paths, maker, signal, onDone)));
  }
  return changes;
}

function countOf(targets: readonly FixTarget[], services: Services): number {
  return targets.reduce((sum, target) => sum + promisingPaths(target, services).length, 0);
}

/** What else could be fixed: a person who does not see hints would not miss it. */
function hintsLeft(targets: readonly FixTarget[]): readonly string[] {
  const { t } = vscode.l10n;
  const hints = hiddenHints(targets);
  if (hints === 0) return [];
  return [
    counted(
      t(
        '1 hint that is hidden in the Problems view could be fixed too.|{0} hints that are hidden in the Problems view could be fixed too.',
      ),
      hints,
    ),
  ];
}

function describe(done: readonly ArticleChange[]): string {
  const { t } = vscode.l10n;
  const fixed = done.reduce((sum, { count }) => sum + count, 0);
  if (fixed === 0) return t('Nothing was fixed.');
  if (fixed === 1) return t('Fixed 1 problem.');
  return counted(
    t('Fixed {1} problems in 1 article.|Fixed {1} problems in {0} articles.'),
    done.length,
    showNumber(fixed),
  );
}
