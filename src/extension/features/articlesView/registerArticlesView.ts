import * as vscode from 'vscode';
import { articlesView, type ViewState } from '../../contributions';
import type { Services } from '../../services';
import { onDidChangeSetting, setContextKey } from '../../ui/contribute';
import type { TreesChange } from '../../workspace/archives/articleTrees';
import { ArticlesProvider, type ViewRow } from './articlesProvider';
import { describeGrouping } from './describeGrouping';
import { followActiveEditor } from './followActiveEditor';
import { decorateProblems } from './problemDecorations';
import { showBadge } from './showBadge';
import { viewMessage } from './viewMessage';

/** While an archive is being read or checked its batches come faster than a person can look. */
const pauseWhileBusy = 250;

/** The tree of articles in the side bar. Nothing is read before it is first seen. */
export function registerArticlesView(services: Services): vscode.Disposable {
  const { archives, browsing, trees, problems, annotations } = services;
  const provider = new ArticlesProvider(
    trees,
    problems.ruleTexts,
    ({ path }, archive) => annotations.of(archive)?.index.rowsOf(path).length ?? 0,
  );
  const view = vscode.window.createTreeView<ViewRow>(articlesView, {
    treeDataProvider: provider,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const refreshed = new vscode.EventEmitter<void>();
  let waiting: TreesChange[] = [];
  let shown = trees.shown;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let endReading: (() => void) | undefined;

  const isReading = (): boolean => archives.all.some((archive) => archive.state === 'reading');
  const isChecking = (): boolean => archives.all.some((archive) => problems.checksOf(archive)?.progress !== undefined);
  const refresh = (): void => {
    timer = undefined;
    const changes = waiting;
    waiting = [];
    view.message = viewMessage(services) ?? '';
    view.description = describeGrouping(browsing.arrangement.grouping, trees.shown);
    showBadge(view, services);
    setContextKey('state', viewState(services));
    // A folder that turns into an archive, or out of being one, changes the outermost rows.
    const isSame = trees.shown.length === shown.length && trees.shown.every((archive, at) => archive === shown[at]);
    shown = trees.shown;
    provider.refresh(isSame ? changes : [{}]);
    refreshed.fire();
  };
  const refreshSoon = (changes: readonly TreesChange[]): void => {
    waiting.push(...changes);
    timer ??= setTimeout(refresh, isReading() || isChecking() ? pauseWhileBusy : 0);
  };
  /** The bar that runs along the top of the view for as long as anything is being read. */
  const showReading = (): void => {
    setContextKey('indexing', isReading());
    if (isReading() && endReading === undefined) {
      // VS Code calls back some time later, when the reading may be over already.
      const ended = new Promise<void>((resolve) => {
        endReading = resolve;
      });
      void vscode.window.withProgress({ location: { viewId: articlesView } }, () => ended);
    } else if (!isReading()) {
      endReading?.();
      endReading = undefined;
    }
    refreshSoon([]);
  };
  const start = (): void => {
    if (view.visible) void archives.start().then(() => refreshSoon([]));
  };

  setContextKey('state', 'starting');
  const watched = new Map<object, vscode.Disposable>();
  start();
  return vscode.Disposable.from(
    view,
    provider,
    view.onDidChangeVisibility(start),
    view.onDidChangeSelection(({ selection }) => {
      trees.selected = selection.find((row) => row.type !== 'more');
    }),
    view.onDidExpandElement(({ element }) => provider.turn(element, true)),
    view.onDidCollapseElement(({ element }) => provider.turn(element, false)),
    trees.onDidChange((change) => refreshSoon([change])),
    browsing.onDidChange(() => refreshSoon([])),
    annotations.onDidChange(({ archive, articles, onlyStates }) => {
      const entries = articles.flatMap((path) => (path === undefined ? [] : (archive.index.get(path) ?? [])));
      const change = onlyStates ? undefined : trees.treeOf(archive)?.refresh(entries);
      if (change !== undefined) refreshSoon([{ archive, change }]);
    }),
    onDidChangeSetting('articles.badge', () => refreshSoon([])),
    archives.onDidOpen((archive) => watched.set(archive, archive.onDidChangeState(showReading))),
    archives.onDidClose((archive) => {
      watched.get(archive)?.dispose();
      watched.delete(archive);
      showReading();
    }),
    refreshed,
    followActiveEditor(view, provider, services, refreshed.event),
    decorateProblems(services),
    {
      dispose: () => {
        clearTimeout(timer);
        endReading?.();
        for (const listening of watched.values()) listening.dispose();
      },
    },
  );
}

function viewState({ archives, trees }: Services): ViewState {
  if (trees.shown.length > 0) return 'ready';
  const settled = archives.all.every(({ state }) => state === 'ready' || state === 'stopped');
  return settled && archives.all.length > 0 ? 'none' : 'starting';
}
