import * as vscode from 'vscode';
import { annotationFacets } from '../../../core/annotations/index/annotationFilter';
import { annotationsView, arrangements } from '../../contributions';
import type { Services } from '../../services';
import { registerArrangements } from '../../ui/arrangeCommands';
import { onDidChangeSetting, registerCommand } from '../../ui/contribute';
import { describeFilter } from '../../ui/filterPick';
import { showNumber } from '../../ui/showNumber';
import { SideBarTree } from '../../ui/treeView';
import { goToAnnotation } from '../../workspace/annotations/goToAnnotation';
import { OrphanSearch } from '../../workspace/annotations/orphanSearch';
import type { Archive } from '../../workspace/archives/archive';
import { AnnotationKnowledge } from './annotationKnowledge';
import { annotationsProvider } from './annotationsProvider';
import { askForAnnotationFilter } from './askForAnnotationFilter';

/** The tree of annotations in the side bar. Nothing is read before it is first seen. */
export function registerAnnotationsView(services: Services): vscode.Disposable {
  const { archives, annotations, annotationTrees: trees, log } = services;
  const { look } = trees;
  const known = new AnnotationKnowledge(services);
  const provider = annotationsProvider(services, known);
  const searches = new Map<Archive, vscode.Disposable>();
  /** Lost passages of an archive are looked for once its annotations are seen. */
  const search = (archive: Archive): void => {
    const own = annotations.of(archive);
    if (!isStarted || own === undefined || !own.isLoaded || searches.has(archive)) return;
    searches.set(archive, new OrphanSearch(own, log));
  };
  let isStarted = false;
  const tree = new SideBarTree({
    id: annotationsView,
    provider,
    start: async () => {
      isStarted = true;
      await archives.start();
      for (const archive of archives.all) search(archive);
    },
    isBusy: () => archives.all.some(({ state }) => state === 'reading'),
    showsProgress: () => false,
    message: () => {
      const { size, all } = totals(services);
      if (!look.isFiltered || size === 0) return undefined;
      const filter = describeFilter(annotationFacets, look.filter);
      return vscode.l10n.t('Filter: {0} ({1} of {2})', filter, showNumber(size), showNumber(all));
    },
    description: () => {
      const { size, all } = totals(services);
      return all === 0 ? '' : showNumber(size);
    },
    onSelect: (rows) => {
      trees.selected = rows.map((row) => trees.listed(row)).find((listed) => listed !== undefined);
    },
  });
  const refreshSoon = (): void => tree.refreshSoon();
  const learn = (): void => {
    known.load().then(
      (isOther) => (isOther ? provider.refreshAll() : refreshSoon()),
      (error: unknown) => log.warn(String(error)),
    );
  };
  const open = async (args: readonly unknown[], options: vscode.TextDocumentShowOptions): Promise<void> => {
    const listed = trees.listedIn(args);
    for (const one of listed) await goToAnnotation(one, services, { preview: listed.length === 1, ...options });
  };

  return vscode.Disposable.from(
    tree,
    trees.onDidChange(refreshSoon),
    annotations.onDidChange(({ archive }) => {
      search(archive);
      learn();
    }),
    onDidChangeSetting('annotations.creator', learn),
    archives.onDidClose((archive) => {
      searches.get(archive)?.dispose();
      searches.delete(archive);
    }),
    registerArrangements(look, arrangements.annotations),
    registerCommand('filterAnnotations', async () => {
      await archives.start();
      await askForAnnotationFilter(services, known);
    }),
    registerCommand('clearAnnotationFilter', () => look.setFilter({})),
    registerCommand('openAnnotation', (...args) => open(args, { preserveFocus: false })),
    registerCommand('openAnnotationToSide', (...args) => open(args, { viewColumn: vscode.ViewColumn.Beside })),
    registerCommand('copyAnnotation', async (...args) => {
      const texts = trees.listedIn(args).map(({ row }) => [row.subject, row.note].filter(Boolean).join('\n'));
      if (texts.length > 0) await vscode.env.clipboard.writeText(texts.join('\n\n'));
    }),
    { dispose: () => vscode.Disposable.from(...searches.values()).dispose() },
  );
}

/** How many annotations the view shows, and how many there are. */
function totals({ annotationTrees: trees }: Services): { readonly size: number; readonly all: number } {
  return {
    size: trees.shownTrees.reduce((sum, tree) => sum + tree.size, 0),
    all: trees.shownAnnotations.reduce((sum, { index }) => sum + index.size, 0),
  };
}
