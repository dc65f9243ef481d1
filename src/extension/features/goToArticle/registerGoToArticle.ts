import * as vscode from 'vscode';
import { ArticleSearch } from '../../../core/archive/articleSearch';
import { registerCommand } from '../../contribute';
import { openArticle } from '../../openArticle';
import type { PlacedArticle } from '../../rowArguments';
import type { Services } from '../../services';
import { showDateBriefly } from '../../showDate';
import { showNumber } from '../../showNumber';
import { sourceOf } from '../../sourceCounts';

/** As many as a person looks through; VS Code is handed no more, however large the archive. */
const mostResults = 100;

interface ArticlePick extends vscode.QuickPickItem {
  readonly article: PlacedArticle;
}

/** A quick pick over all articles of all archives, by title, source and date. */
export function registerGoToArticle(services: Services): vscode.Disposable {
  return registerCommand('goToArticle', async () => {
    await services.archives.start();
    await goToArticle(services);
  });
}

async function goToArticle(services: Services): Promise<void> {
  const pick = vscode.window.createQuickPick<ArticlePick>();
  const search = new ArticleSearch<PlacedArticle>();
  let count = 0;
  for (const archive of services.archives.all) {
    for (const entry of archive.index.entries()) {
      const day = showDateBriefly(entry.date, archive.timeZone);
      search.add({ archive, entry }, entry, { source: sourceOf(entry, archive).name, day });
      count++;
    }
  }
  pick.title = vscode.l10n.t('Go to Article');
  pick.placeholder = vscode.l10n.t('Words of the title, the source or the date of {0} articles', showNumber(count));

  let finding = new AbortController();
  const find = async (): Promise<void> => {
    finding.abort();
    finding = new AbortController();
    const { signal } = finding;
    pick.busy = true;
    const found = await search.find(pick.value, mostResults, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (found === undefined || signal.aborted) return;
    pick.items = found.map(pickItem);
    pick.busy = false;
  };
  try {
    const chosen = await new Promise<PlacedArticle | undefined>((resolve, reject) => {
      pick.onDidChangeValue(() => find().catch(reject));
      pick.onDidAccept(() => resolve(pick.activeItems[0]?.article));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
      find().catch(reject);
    });
    if (chosen !== undefined) await openArticle(chosen, { preview: true });
  } finally {
    finding.abort();
    pick.dispose();
  }
}

function pickItem(article: PlacedArticle): ArticlePick {
  const { archive, entry } = article;
  return {
    article,
    label: entry.title,
    description: `${sourceOf(entry, archive).name} · ${showDateBriefly(entry.date, archive.timeZone)}`,
    alwaysShow: true,
  };
}
