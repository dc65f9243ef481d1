import * as vscode from 'vscode';
import { arrangements, articlesView, type ViewState } from '../../contributions';
import type { Services } from '../../services';
import { registerArrangements } from '../../ui/arrangeCommands';
import { onDidChangeSetting, setContextKey } from '../../ui/contribute';
import { SideBarTree } from '../../ui/treeView';
import { articlesProvider } from './articlesProvider';
import { badge } from './badge';
import { describeGrouping } from './describeGrouping';
import { followActiveEditor } from './followActiveEditor';
import { decorateProblems } from './problemDecorations';
import { viewMessage } from './viewMessage';

/** The tree of articles in the side bar. Nothing is read before it is first seen. */
export function registerArticlesView(services: Services): vscode.Disposable {
  const { archives, articlesState, trees, problems, annotations } = services;
  const isReading = (): boolean => archives.all.some((archive) => archive.state === 'reading');
  const isChecking = (): boolean => archives.all.some((archive) => problems.checksOf(archive)?.progress !== undefined);
  const provider = articlesProvider(services);
  const tree = new SideBarTree({
    id: articlesView,
    provider,
    start: () => archives.start(),
    isBusy: () => isReading() || isChecking(),
    showsProgress: isReading,
    message: () => viewMessage(services),
    description: () => describeGrouping(articlesState.arrangement.grouping, trees.shown),
    badge: () => badge(services),
    onRefresh: () => {
      setContextKey('indexing', isReading());
      setContextKey('state', viewState(services));
    },
    onSelect: (rows) => {
      trees.selected = rows.find((row) => row.type !== 'more');
    },
    refreshesUnseen: true,
  });
  const refreshSoon = (): void => tree.refreshSoon();
  const watched = new Map<object, vscode.Disposable>();

  setContextKey('state', 'starting');
  return vscode.Disposable.from(
    tree,
    registerArrangements(articlesState, arrangements.articles),
    trees.onDidChange(refreshSoon),
    articlesState.onDidChange(refreshSoon),
    annotations.onDidChange(({ archive, articles, onlyStates }) => {
      if (onlyStates) return;
      trees.treeOf(archive)?.touch(articles.flatMap((path) => path ?? []));
      refreshSoon();
    }),
    onDidChangeSetting('articles.badge', refreshSoon),
    archives.onDidOpen((archive) => watched.set(archive, archive.onDidChangeState(refreshSoon))),
    archives.onDidClose((archive) => {
      watched.get(archive)?.dispose();
      watched.delete(archive);
      refreshSoon();
    }),
    followActiveEditor(tree.view, provider, services, tree.onDidRefresh),
    decorateProblems(services),
    { dispose: () => vscode.Disposable.from(...watched.values()).dispose() },
  );
}

function viewState({ archives, trees }: Services): ViewState {
  if (trees.shown.length > 0) return 'ready';
  const settled = archives.all.every(({ state }) => state === 'ready' || state === 'stopped');
  return settled && archives.all.length > 0 ? 'none' : 'starting';
}
