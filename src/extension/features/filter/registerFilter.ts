import * as vscode from 'vscode';
import { withPart } from '../../../core/query/filter';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { articlesOf } from '../../workspace/articleArguments';
import { sourceOf } from '../../workspace/sources/sourceCounts';
import { askForFilter } from './askForFilter';

/** Narrows the tree to what a person looks for. */
export function registerFilter(services: Services): vscode.Disposable {
  const { articlesState, archives, trees } = services;
  return vscode.Disposable.from(
    registerCommand('filterArticles', async () => {
      await archives.start();
      await askForFilter(services);
    }),
    registerCommand('clearFilter', () => articlesState.setFilter({})),
    registerCommand('filterBySource', (...args) => {
      // Of a source's group any one article tells which source it is.
      const one = trees.rowsOf(args).flatMap((row) => articlesOf([row], services)[0] ?? []);
      const sources = new Map(
        one.map(({ archive, entry }) => [sourceOf(entry, archive).key, sourceOf(entry, archive)]),
      );
      if (sources.size > 0) articlesState.setFilter(withPart(articlesState.filter, 'sources', [...sources.values()]));
    }),
  );
}
