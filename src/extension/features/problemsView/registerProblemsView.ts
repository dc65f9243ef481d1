import * as vscode from 'vscode';
import { arrangements, problemsView } from '../../contributions';
import type { Services } from '../../services';
import { registerArrangements } from '../../ui/arrangeCommands';
import { onDidChangeSetting, registerCommand, setContextKey } from '../../ui/contribute';
import { showNumber } from '../../ui/showNumber';
import { SideBarTree } from '../../ui/treeView';
import type { Archive } from '../../workspace/archives/archive';
import { problemRowsOf } from '../../workspace/problems/problemRows';
import { askForProblemFilter } from './askForProblemFilter';
import { goToProblem } from './goToProblem';
import { isChecking, problemsMessage, shownTotals } from './problemsMessage';
import { problemsProvider } from './problemsProvider';
import { showRule } from './showRule';

/** The tree of problems in the side bar. Nothing is read before it is first seen. */
export function registerProblemsView(services: Services): vscode.Disposable {
  const { archives, trees, problems, problemTrees, log } = services;
  const provider = problemsProvider(services);
  const offered = new WeakSet<Archive>();
  const isShownChecking = (): boolean => trees.shown.some((archive) => isChecking(archive, services));
  const tree = new SideBarTree({
    id: problemsView,
    provider,
    start: () => archives.start(),
    isBusy: () =>
      archives.all.some((archive) => archive.state === 'reading' || problems.checksOf(archive)?.progress !== undefined),
    showsProgress: isShownChecking,
    message: () => problemsMessage(services),
    description: () => {
      const { problems: count } = shownTotals(services);
      return count === 0 ? '' : showNumber(count);
    },
    onRefresh: () => {
      const isStopped = trees.shown.some((archive) => (problems.checksOf(archive)?.unchecked ?? 0) > 0);
      setContextKey('checking', isShownChecking());
      setContextKey('checkStopped', !isShownChecking() && isStopped);
      offerToTurnOff();
    },
  });
  const refreshSoon = (): void => tree.refreshSoon();
  /** Once an archive is checked and somebody looks, for whom rules that fire nearly everywhere may bury all others. */
  const offerToTurnOff = (): void => {
    if (!tree.view.visible) return;
    for (const archive of trees.shown) {
      const checks = problems.checksOf(archive);
      if (archive.state !== 'ready' || checks?.progress !== undefined || checks?.unchecked !== 0) continue;
      if (archive.problems.articles * 2 <= archive.index.size || offered.has(archive)) continue;
      offered.add(archive);
      import('./offerFrequentRules')
        .then(({ offerFrequentRules }) => offerFrequentRules(archive, services))
        .catch((error: unknown) => log.error(`${archive.folder.name}: ${error}`));
    }
  };

  return vscode.Disposable.from(
    tree,
    problemTrees.onDidChange(refreshSoon),
    // Which folders are archives is known there.
    trees.onDidChange(refreshSoon),
    problems.onDidChangeProgress(refreshSoon),
    problems.documents.onDidCheck(({ archive, path }) =>
      provider.refreshDetails(problemTrees.treeOf(archive)?.leavesOf(path) ?? []),
    ),
    onDidChangeSetting('problems.check', refreshSoon),
    ...registerCommands(services),
  );
}

function registerCommands(services: Services): vscode.Disposable[] {
  const { archives, problems, problemTrees } = services;
  const { look } = problemTrees;
  const open = async (args: readonly unknown[], options: vscode.TextDocumentShowOptions): Promise<void> => {
    const rows = problemRowsOf(args, services).filter((row) => row.type !== 'group');
    for (const row of rows) await goToProblem(row, services, { preview: rows.length === 1, ...options });
  };
  const eachCheck = (act: (checks: NonNullable<ReturnType<typeof problems.checksOf>>) => void): void => {
    for (const archive of archives.all) {
      const checks = problems.checksOf(archive);
      if (checks !== undefined) act(checks);
    }
  };
  return [
    registerArrangements(look, arrangements.problems),
    registerCommand('showHints', () => look.arrange({ hints: true })),
    registerCommand('showHints.active', () => look.arrange({ hints: false })),
    registerCommand('filterProblems', async () => {
      await archives.start();
      await askForProblemFilter(services);
    }),
    registerCommand('clearProblemFilter', () => look.setFilter({})),
    registerCommand('checkAgain', async () => {
      await archives.start();
      eachCheck((checks) => checks.checkAll());
    }),
    registerCommand('stopChecking', () => eachCheck((checks) => checks.stop())),
    registerCommand('goOnChecking', () => eachCheck((checks) => checks.goOn())),
    registerCommand('openProblem', (...args) => open(args, { preserveFocus: false })),
    registerCommand('openProblemToSide', (...args) => open(args, { viewColumn: vscode.ViewColumn.Beside })),
    registerCommand('showRule', (rule) => showRule(rule, services)),
  ];
}
