import * as vscode from 'vscode';
import { ArticleSearch } from '../../../core/archive/articleSearch';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import type { Services } from '../../services';
import { acceptedItem } from '../../ui/acceptedItem';
import { counted } from '../../ui/counts';
import { plainLabel } from '../../ui/plainLabel';
import { showDateBriefly } from '../../ui/showDate';
import type { Archive } from '../../workspace/archives/archive';
import { openArticle } from '../../workspace/archives/openArticle';
import type { PlacedArticle } from '../../workspace/articleArguments';
import { sourceOf } from '../../workspace/sources/sourceCounts';

/** As many as a person looks through; VS Code is handed no more, however large the archive. */
const mostResults = 100;
/** While an archive is being read its articles come faster than a person can look. */
const pauseBetweenFinds = 250;

interface ArticlePick extends vscode.QuickPickItem {
  readonly article: PlacedArticle;
}

/** A quick pick over all articles of all archives, by title, source and date. */
export async function goToArticle({ archives }: Services): Promise<void> {
  const pick = vscode.window.createQuickPick<ArticlePick>();
  const search = new ArticleSearch<PlacedArticle>();
  let count = 0;
  const add = (archive: Archive, entries: Iterable<ArticleEntry>): void => {
    const { timeZone, sources } = archive;
    for (const entry of entries) {
      search.add({ archive, entry }, entry, { timeZone, sources });
      count++;
    }
    pick.placeholder = counted(
      vscode.l10n.t(
        'Words of the title, the source or the date of 1 article|Words of the title, the source or the date of {0} articles',
      ),
      count,
    );
  };
  for (const archive of archives.all) add(archive, archive.index.entries());
  pick.title = vscode.l10n.t('Go to Article');

  let finding = new AbortController();
  let latest = Promise.resolve();
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
    pick.busy = archives.all.some(({ state }) => state === 'reading');
  };
  let listening: vscode.Disposable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const chosen = await new Promise<PlacedArticle | undefined>((resolve, reject) => {
      const findNow = (): void => {
        timer = undefined;
        latest = find();
        latest.catch(reject);
      };
      // An archive that is still being read, or that gets a new article, fills the list as it goes.
      listening = vscode.Disposable.from(
        ...archives.all.flatMap((archive) => [
          archive.onDidChangeArticles(({ added }) => {
            if (added.length === 0) return;
            add(archive, added);
            timer ??= setTimeout(findNow, pauseBetweenFinds);
          }),
          archive.onDidChangeState(() => {
            timer ??= setTimeout(findNow, pauseBetweenFinds);
          }),
        ]),
      );
      pick.onDidChangeValue(findNow);
      pick.onDidAccept(() => void latest.then(() => resolve(acceptedItem(pick)?.article), reject));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
      findNow();
    });
    if (chosen !== undefined) await openArticle(chosen, { preview: true });
  } finally {
    listening?.dispose();
    clearTimeout(timer);
    finding.abort();
    pick.dispose();
  }
}

function pickItem(article: PlacedArticle): ArticlePick {
  const { archive, entry } = article;
  return {
    article,
    label: plainLabel(entry.title),
    description: plainLabel(`${sourceOf(entry, archive).name} · ${showDateBriefly(entry.date, archive.timeZone)}`),
    alwaysShow: true,
  };
}
