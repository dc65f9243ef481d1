import * as vscode from 'vscode';
import type { Services } from '../../services';
import { onDidChangeSetting, setting } from '../../ui/contribute';
import type { Archive } from '../../workspace/archives/archive';
import type { ArticlesOfArchive } from '../../workspace/images/listImages';
import { reporter } from './checkImages';

/** What changes in one go, such as by git, is looked at in one run. */
const pause = 2000;

/** Checks remote images without being told to, as far as a person has set that. */
export function checkByItself({ archives, problems, remoteImages, log }: Services): vscode.Disposable {
  const waiting = new Map<Archive, Set<string>>();
  const seen = new Set<string>();
  const followed = new Map<Archive, vscode.Disposable>();
  const alive = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const when = (archive: Archive) => setting('images.checkRemote', archive.folder.uri);
  const run = async (): Promise<void> => {
    timer = undefined;
    const articles: ArticlesOfArchive[] = [...waiting].map(([archive, paths]) => ({ archive, paths: [...paths] }));
    waiting.clear();
    const title = vscode.l10n.t('Checking remote images');
    try {
      await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, (progress) =>
        remoteImages.check(articles, { wanted: 'due', signal: alive.signal, onProgress: reporter(progress) }),
      );
    } catch (error) {
      log.error(`Checking remote images: ${error}`);
    }
  };
  const want = (archive: Archive, paths: Iterable<string>): void => {
    if (remoteImages.obstacle !== undefined || !archive.isArchive) return;
    const own = waiting.get(archive) ?? new Set();
    for (const path of paths) own.add(path);
    if (own.size === 0) return;
    waiting.set(archive, own);
    timer ??= setTimeout(() => void run(), pause);
  };
  const wantAll = (archive: Archive): void => {
    if (archive.state === 'ready' && when(archive) === 'archive') want(archive, archive.index.paths());
  };
  const follow = (archive: Archive): void => {
    const following = vscode.Disposable.from(
      archive.onDidChangeState(() => wantAll(archive)),
      archive.onDidChangeArticles(({ added, changed }) => {
        if (archive.state !== 'ready' || when(archive) !== 'archive') return;
        // Of a file that is the same as before only the index has learnt more.
        const rewritten = changed.filter(
          ({ before, after }) => before.mtime !== after.mtime || before.size !== after.size,
        );
        want(
          archive,
          [...added, ...rewritten.map(({ after }) => after)].map(({ path }) => path),
        );
      }),
    );
    followed.set(archive, following);
    wantAll(archive);
  };
  const restart = (): void => {
    seen.clear();
    for (const archive of archives.all) wantAll(archive);
  };
  for (const archive of archives.all) follow(archive);

  return vscode.Disposable.from(
    archives.onDidOpen(follow),
    archives.onDidClose((archive) => {
      followed.get(archive)?.dispose();
      followed.delete(archive);
      waiting.delete(archive);
    }),
    problems.documents.onDidCheck(({ document, archive, path }) => {
      const key = document.uri.toString();
      if (seen.has(key)) return;
      seen.add(key);
      if (['onOpen', 'archive'].includes(when(archive))) want(archive, [path]);
    }),
    problems.documents.onDidClose((uri) => seen.delete(uri.toString())),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      const archive = archives.of(uri);
      const path = archive?.articlePath(uri);
      if (archive !== undefined && path !== undefined && when(archive) !== 'onCommand') want(archive, [path]);
    }),
    onDidChangeSetting('images.checkRemote', restart),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    {
      dispose: () => {
        alive.abort();
        clearTimeout(timer);
        for (const following of followed.values()) following.dispose();
      },
    },
  );
}
