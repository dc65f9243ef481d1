import * as vscode from 'vscode';
import { labelOf } from '../../../core/annotations/codebook/codebook';
import type { AnnotationGrouping } from '../../../core/annotations/index/annotationGroups';
import { annotationsView, type CommandId } from '../../contributions';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { annotationsLook } from '../../ui/looks';
import { showNumber } from '../../ui/showNumber';
import { annotationLeaves, isAnnotationLeaf } from '../../workspace/annotations/annotationLeaf';
import { goToAnnotation } from '../../workspace/annotations/goToAnnotation';
import { OrphanSearch } from '../../workspace/annotations/orphanSearch';
import type { Archive } from '../../workspace/archives/archive';
import { AnnotationsProvider, type AnnotationsRow } from './annotationsProvider';
import { askForAnnotationFilter, describeAnnotationFilter, type FilterKnowledge } from './askForAnnotationFilter';

/** Annotations that come in numbers are shown together. */
const pause = 100;

/** Each choice of the view's menu; the one in force stands there with a tick, as a command of its own. */
const groupings: Readonly<Partial<Record<CommandId, AnnotationGrouping>>> = {
  groupAnnotationsByLabel: 'label',
  'groupAnnotationsByLabel.active': 'label',
  groupAnnotationsByArticle: 'article',
  'groupAnnotationsByArticle.active': 'article',
  groupAnnotationsBySource: 'source',
  'groupAnnotationsBySource.active': 'source',
  groupAnnotationsByPerson: 'person',
  'groupAnnotationsByPerson.active': 'person',
};

/** The tree of annotations in the side bar. Nothing is read before it is first seen. */
export function registerAnnotationsView(services: Services): vscode.Disposable {
  const { archives, annotations, trees, log } = services;
  const look = annotationsLook(services.context.workspaceState);
  const provider = new AnnotationsProvider(services, look);
  const view = vscode.window.createTreeView<AnnotationsRow>(annotationsView, {
    treeDataProvider: provider,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const searches = new Map<Archive, vscode.Disposable>();
  const names = new Map<string, string>();
  let isStarted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const labelName = (label: string): string => names.get(label) ?? label;
  const refresh = (): void => {
    timer = undefined;
    const { shown, all } = provider.totals;
    view.description = all === 0 ? '' : showNumber(shown);
    const { t } = vscode.l10n;
    view.message =
      look.isFiltered && shown > 0
        ? t(
            'Filter: {0} ({1} of {2})',
            describeAnnotationFilter(look.filter, labelName),
            showNumber(shown),
            showNumber(all),
          )
        : '';
    provider.refresh();
  };
  const refreshSoon = (): void => {
    if (isStarted) timer ??= setTimeout(refresh, pause);
  };
  /** Lost passages of an archive are looked for once its annotations are seen. */
  const search = (archive: Archive): void => {
    const own = annotations.of(archive);
    if (!isStarted || own === undefined || !own.isLoaded || searches.has(archive)) return;
    const isOpen = (article: string): boolean => annotations.documents.of(archive.uri({ path: article })) !== undefined;
    searches.set(archive, new OrphanSearch(own, isOpen, log));
  };
  const learnNames = async (archive: Archive): Promise<void> => {
    const codebook = await annotations.of(archive)?.codebook();
    if (codebook === undefined) return;
    for (const { id } of codebook.labels) names.set(id, labelOf(codebook, id)?.name ?? id);
  };
  const start = (): void => {
    if (!view.visible) return;
    isStarted = true;
    void archives.start().then(() => {
      for (const archive of archives.all) search(archive);
      refreshSoon();
    });
  };
  const knowledge: FilterKnowledge = {
    rows: () => trees.shown.flatMap((archive) => [...(annotations.of(archive)?.index.rows ?? [])]),
    labelName,
  };
  const open = async (args: readonly unknown[], options: vscode.TextDocumentShowOptions): Promise<void> => {
    const leaves = annotationLeaves(args);
    for (const leaf of leaves) await goToAnnotation(leaf, services, { preview: leaves.length === 1, ...options });
  };

  start();
  return vscode.Disposable.from(
    look,
    view,
    provider,
    view.onDidChangeVisibility(start),
    view.onDidChangeSelection(({ selection }) => {
      annotations.selected = selection.find(isAnnotationLeaf);
    }),
    view.onDidExpandElement(({ element }) => provider.turn(element, true)),
    view.onDidCollapseElement(({ element }) => provider.turn(element, false)),
    look.onDidChange(refreshSoon),
    annotations.onDidChange(({ archive }) => {
      search(archive);
      void learnNames(archive).then(refreshSoon, (error: unknown) => log.warn(String(error)));
    }),
    // Which folders are archives is known there, and what their articles are called.
    trees.onDidChange(refreshSoon),
    archives.onDidClose((archive) => {
      searches.get(archive)?.dispose();
      searches.delete(archive);
    }),
    ...Object.entries(groupings).map(([id, grouping]) =>
      registerCommand(id as CommandId, () => look.arrange({ grouping })),
    ),
    registerCommand('filterAnnotations', async () => {
      await archives.start();
      await askForAnnotationFilter(look, knowledge);
    }),
    registerCommand('clearAnnotationFilter', () => look.setFilter({})),
    registerCommand('openAnnotation', (...args) => open(args, { preserveFocus: false })),
    registerCommand('openAnnotationToSide', (...args) => open(args, { viewColumn: vscode.ViewColumn.Beside })),
    registerCommand('copyAnnotation', async (...args) => {
      const texts = annotationLeaves(args).map(({ row }) => [row.subject, row.note].filter(Boolean).join('\n'));
      if (texts.length > 0) await vscode.env.clipboard.writeText(texts.join('\n\n'));
    }),
    {
      dispose: () => {
        clearTimeout(timer);
        for (const own of searches.values()) own.dispose();
      },
    },
  );
}
