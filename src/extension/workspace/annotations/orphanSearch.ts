import type * as vscode from 'vscode';
import { Disposable } from 'vscode';
import type { ArchiveAnnotations } from './archiveAnnotations';

/** Between two articles, so that nobody waits for the search. */
const pause = 10;

/** Looks in the background where the passages of an archive's annotations are, so that lost ones are known without opening articles. */
export class OrphanSearch implements vscode.Disposable {
  readonly #annotations: ArchiveAnnotations;
  readonly #log: vscode.LogOutputChannel;
  readonly #waiting = new Set<string>();
  readonly #listening: vscode.Disposable;
  #isRunning = false;

  constructor(annotations: ArchiveAnnotations, log: vscode.LogOutputChannel) {
    this.#annotations = annotations;
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
      try {
        await this.#annotations.anchored(await this.#annotations.store.read(article));
      } catch (error) {
        this.#log.warn(`${article}: ${error}`);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    this.#isRunning = false;
  }
}
