import * as vscode from 'vscode';
import { type CommandId, problemsView } from '../../contributions';
import type { Services } from '../../services';
import { onDidChangeSetting, registerCommand, setContextKey } from '../../ui/contribute';
import type { ProblemArrangement } from '../../ui/looks';
import { showNumber } from '../../ui/showNumber';
import type { Archive } from '../../workspace/archives/archive';
import { problemRowsOf } from '../../workspace/problems/problemRows';
import type { RuleTexts } from '../../workspace/problems/ruleTexts';
import { askForProblemFilter } from './askForProblemFilter';
import { goToProblem } from './goToProblem';
import { isChecking, problemsMessage, shownTotals } from './problemsMessage';
import { ProblemsProvider, type ViewRow } from './problemsProvider';
import { showRule } from './showRule';

/** While an archive is being checked its batches come faster than a person can look. */
const pauseWhileBusy = 250;

/** The tree of problems in the side bar. Nothing is read before it is first seen. */
export function registerProblemsView(services: Services): vscode.Disposable {
  const { archives, trees, problems, problemTrees, log } = services;
  const texts = problems.ruleTexts;
  const provider = new ProblemsProvider(services, texts);
  const view = vscode.window.createTreeView<ViewRow>(problemsView, {
    treeDataProvider: provider,
    canSelectMany: true,
    showCollapseAll: true,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let endChecking: (() => void) | undefined;
  let isStarted = false;
  const offered = new WeakSet<Archive>();

  const isBusy = (): boolean =>
    archives.all.some((archive) => archive.state === 'reading' || problems.checksOf(archive)?.progress !== undefined);
  const refresh = (): void => {
    timer = undefined;
    view.message = problemsMessage(services) ?? '';
    const totals = shownTotals(services);
    view.description = totals.problems === 0 ? '' : showNumber(totals.problems);
    showChecking();
    provider.refresh();
    offerToTurnOff();
  };
  const refreshSoon = (): void => {
    if (isStarted) timer ??= setTimeout(refresh, isBusy() ? pauseWhileBusy : 0);
  };
  /** The bar that runs along the top of the view for as long as anything is being checked. */
  const showChecking = (): void => {
    const checking = trees.shown.some((archive) => isChecking(archive, services));
    const stopped = trees.shown.some((archive) => (problems.checksOf(archive)?.unchecked ?? 0) > 0);
    setContextKey('checking', checking);
    setContextKey('checkStopped', !checking && stopped);
    if (checking && endChecking === undefined) {
      // VS Code calls back some time later, when the checking may be over already.
      const ended = new Promise<void>((resolve) => {
        endChecking = resolve;
      });
      void vscode.window.withProgress({ location: { viewId: problemsView } }, () => ended);
    } else if (!checking) {
      endChecking?.();
      endChecking = undefined;
    }
  };
  /** Once an archive is checked and somebody looks, for whom rules that fire nearly everywhere may bury all others. */
  const offerToTurnOff = (): void => {
    if (!view.visible) return;
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
  const start = (): void => {
    if (!view.visible) return;
    isStarted = true;
    void archives.start().then(refreshSoon);
  };

  start();
  return vscode.Disposable.from(
    view,
    provider,
    view.onDidChangeVisibility(start),
    view.onDidExpandElement(({ element }) => provider.turn(element, true)),
    view.onDidCollapseElement(({ element }) => provider.turn(element, false)),
    problemTrees.onDidChange(refreshSoon),
    // Which folders are archives is known there.
    trees.onDidChange(refreshSoon),
    problems.onDidChangeProgress(refreshSoon),
    problems.documents.onDidCheck(({ archive, path }) => provider.refreshPlaces(archive, path)),
    onDidChangeSetting('problems.check', refreshSoon),
    ...registerCommands(services, provider, texts),
    {
      dispose: () => {
        clearTimeout(timer);
        endChecking?.();
      },
    },
  );
}

/** Each choice of the view's menu; the one in force stands there with a tick, as a command of its own. */
const arrangements: Readonly<Partial<Record<CommandId, Partial<ProblemArrangement>>>> = {
  groupProblemsByRule: { grouping: 'rule' },
  'groupProblemsByRule.active': { grouping: 'rule' },
  groupProblemsBySource: { grouping: 'source' },
  'groupProblemsBySource.active': { grouping: 'source' },
  showHints: { hints: true },
  'showHints.active': { hints: false },
};

function registerCommands(services: Services, _provider: ProblemsProvider, texts: RuleTexts): vscode.Disposable[] {
  const { archives, problems, problemTrees } = services;
  const { look } = problemTrees;
  const open = async (args: readonly unknown[], options: vscode.TextDocumentShowOptions): Promise<void> => {
    const rows = problemRowsOf(args).filter((row) => row.type !== 'group');
    for (const row of rows) await goToProblem(row, services, { preview: rows.length === 1, ...options });
  };
  const eachCheck = (act: (checks: NonNullable<ReturnType<typeof problems.checksOf>>) => void): void => {
    for (const archive of archives.all) {
      const checks = problems.checksOf(archive);
      if (checks !== undefined) act(checks);
    }
  };
  return [
    ...Object.entries(arrangements).map(([id, arrangement]) =>
      registerCommand(id as CommandId, () => look.arrange(arrangement)),
    ),
    registerCommand('filterProblems', async () => {
      await archives.start();
      await texts.load();
      await askForProblemFilter(services, texts);
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
