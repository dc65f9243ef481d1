import * as vscode from 'vscode';
import { type ArticleFilter, articleFacets } from '../../../core/archive/articleFilter';
import type { Services } from '../../services';
import { pickFilter } from '../../ui/filterPick';
import { sourceChoices } from '../../workspace/sources/sourceChoices';

/** Asks what to narrow the Articles view to. */
export async function askForFilter({ articlesState, trees }: Services): Promise<void> {
  const filter = await pickFilter<ArticleFilter>(articlesState.filter, {
    title: vscode.l10n.t('Filter Articles'),
    placeholder: vscode.l10n.t('Words of the title, the source or the date, or choose below'),
    facets: articleFacets,
    choices: { sources: () => sourceChoices(trees.shown) },
  });
  if (filter !== undefined) articlesState.setFilter(filter);
}
