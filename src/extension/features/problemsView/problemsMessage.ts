import * as vscode from 'vscode';
import { problemFacets } from '../../../core/problems/problemFilter';
import type { Services } from '../../services';
import { setting } from '../../ui/contribute';
import { counted } from '../../ui/counts';
import { describeFilter } from '../../ui/filterPick';
import { showNumber } from '../../ui/showNumber';
import type { Archive } from '../../workspace/archives/archive';

/** Fewer articles are checked before anybody could read that they are. */
const worthTelling = 20;

/** Whether an archive is being checked for so long that a person wants to know. */
export function isChecking(archive: Archive, { problems }: Services): boolean {
  return (problems.checksOf(archive)?.progress?.all ?? 0) > worthTelling;
}

/** How many problems the view shows, in how many articles. */
export function shownTotals({ problemTrees }: Services): {
  readonly problems: number;
  readonly articles: number;
} {
  const roots = problemTrees.shownTrees.map(({ root }) => root);
  return { problems: sum(roots.map(({ totals }) => totals.count)), articles: sum(roots.map(({ size }) => size)) };
}

/** The line above the tree: what is being checked, what was left, what the tree is narrowed to, or that all is well. */
export function problemsMessage(services: Services): string | undefined {
  const { t } = vscode.l10n;
  const { trees, problemTrees } = services;
  const { shown } = trees;
  const lines = shown.flatMap((archive) => checkingLine(archive, services) ?? []);
  const { look } = problemTrees;
  const totals = shownTotals(services);
  if (look.isFiltered) {
    // Where nothing is left a welcome text offers a way out; VS Code shows it only while there is no message.
    if (totals.problems > 0) lines.push(t('Filter: {0}', describeFilter(problemFacets, look.filter)));
  } else if (totals.problems === 0 && lines.length === 0 && shown.every((archive) => isSettled(archive, services))) {
    const all = sum(shown.map(({ index }) => index.size));
    if (all === 0) return undefined;
    lines.push(counted(t('No problems in 1 article|No problems in {0} articles'), all));
  }
  return lines.length > 0 ? lines.join('\n') : undefined;
}

function checkingLine(archive: Archive, services: Services): string | undefined {
  const { t } = vscode.l10n;
  const checks = services.problems.checksOf(archive);
  const progress = checks?.progress;
  if (progress !== undefined && isChecking(archive, services)) {
    return t('Checking articles: {0} of {1}', showNumber(progress.done), showNumber(progress.all));
  }
  if (checks !== undefined && checks.unchecked > 0) {
    return counted(
      t(
        'Checking was stopped: 1 article is left. “Go On Checking” checks it.|Checking was stopped: {0} articles are left. “Go On Checking” checks them.',
      ),
      checks.unchecked,
    );
  }
  const isWhole = setting('problems.check', archive.folder.uri) === 'archive';
  return isWhole ? undefined : t('Only open articles are checked. “Check All Again” checks the whole archive once.');
}

function isSettled(archive: Archive, { problems }: Services): boolean {
  const isRead = archive.state === 'ready' || archive.state === 'stopped';
  return isRead && problems.checksOf(archive)?.progress === undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
