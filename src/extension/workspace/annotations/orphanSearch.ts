import type * as vscode from 'vscode';
import { Disposable } from 'vscode';
import { articleDocument } from '../../../core/archive/articleDocument';
import type { ArchiveAnnotations } from './archiveAnnotations';

/** Between two articles, so that nobody waits for the search. */
const pause = 10;

/** Looks in the background where the passages of an archive's annotations are, so that lost ones are known without opening articles. */
export class OrphanSearch implements vscode.Disposable {
  readonly #annotations: ArchiveAnnotations;
  readonly #isOpen: (article: string) => boolean;
  readonly #log: vscode.LogOutputChannel;
  readonly #waiting = new Set<string>();
  readonly #listening: vscode.Disposable;
  #isRunning = false;
  #isDisposed = false;

  /** `isOpen`: somebody else looks for the passages of this article. */
  constructor(annotations: ArchiveAnnotations, isOpen: (article: string) => boolean, log: vscode.LogOutputChannel) {
    this.#annotations = annotations;
    this.#isOpen = isOpen;
    this.#log = log;
    const { archive, index } = annotations;
    this.#listening = Disposable.from(
      annotations.onDidChange(({ articles, onlyStates }) => {
        if (!onlyStates) this.#look(articles);
      }),
      archive.onDidChangeArticles(({ added, changed, removed }) =>
        this.#look([...added, ...changed.map(({ after }) => after), ...removed].map(({ path }) => path)),
      ),
      archive.onDidTouchArticles((paths) => this.#look(paths)),
    );
    this.#look([...index.rows].map(({ article }) => article));
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listening.dispose();
    this.#waiting.clear();
  }

  #look(articles: Iterable<string | undefined>): void {
    for (const article of articles) {
      if (article !== undefined && this.#annotations.index.rowsOf(article).length > 0) this.#waiting.add(article);
    }
    if (!this.#isRunning && this.#waiting.size > 0) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (const article of this.#waiting) {
      this.#waiting.delete(article);
      if (this.#isOpen(article)) continue;
      try {
        await this.#find(article);
      } catch (error) {
        this.#log.warn(`${article}: ${error}`);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    this.#isRunning = false;
  }

  async #find(article: string): Promise<void> {
    const { archive, store } = this.#annotations;
    const [{ anchorAnnotations }, text, read] = await Promise.all([
      import('../../../core/annotations/anchorAnnotations'),
      articleDocument(archive.files, article),
      store.read(article),
    ]);
    const { anchored } = anchorAnnotations(read, typeof text === 'string' ? text : undefined);
    if (this.#isDisposed || this.#isOpen(article)) return;
    this.#annotations.setStates(article, new Map(anchored.map(({ annotation, state }) => [annotation.id, state])));
  }
}
