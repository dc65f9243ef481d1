import * as vscode from 'vscode';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import { shownProblems } from '../../../core/problems/problemFilter';
import { ProblemTree, type ProblemTypes } from '../../../core/problems/problemTree';
import { ruleIds } from '../../../core/problems/ruleIds';
import { type ArticlesViewState, leastGrave, type ProblemsViewState } from '../../ui/viewStates';
import type { Archive } from '../archives/archive';
import type { Archives } from '../archives/archives';
import { ArchiveTrees, nameChanges } from '../archives/archiveTrees';
import { sourceOf } from '../sources/sourceCounts';

const ranks = new Map(ruleIds.map((id, rank) => [id, rank]));

/** The problems of each archive as the person wants to see them now. */
export class ProblemTrees extends ArchiveTrees<ProblemTypes, ProblemTree> {
  readonly look: ProblemsViewState;
  readonly #articlesState: ArticlesViewState;
  readonly #following: vscode.Disposable;

  constructor(archives: Archives, articlesState: ArticlesViewState, look: ProblemsViewState) {
    super(archives, look.onDidChange);
    this.look = look;
    this.#articlesState = articlesState;
    let { order } = articlesState.arrangement;
    this.#following = articlesState.onDidChange(() => {
      if (articlesState.arrangement.order === order) return;
      order = articlesState.arrangement.order;
      this.restart();
    });
  }

  override dispose(): void {
    this.#following.dispose();
    super.dispose();
  }

  protected override follow(archive: Archive): vscode.Disposable {
    const isRenamed = nameChanges(archive);
    const update = (paths: Iterable<string>): void => this.change(archive, (tree) => tree.update(paths));
    return vscode.Disposable.from(
      archive.problems.onDidChange((change) => update(change.map(({ path }) => path))),
      archive.onDidChangeArticles(({ added, changed, removed }) =>
        this.change(archive, (tree) => {
          if (isRenamed() && this.look.arrangement.grouping === 'source') tree.renamed();
          tree.update([...added, ...changed.map(({ after }) => after), ...removed].map(({ path }) => path));
        }),
      ),
      archive.onDidTouchArticles(update),
    );
  }

  protected override build(archive: Archive): ProblemTree {
    const { filter } = this.look;
    const { grouping } = this.look.arrangement;
    const options = {
      grouping,
      order: this.#articlesState.arrangement.order,
      entryOf: (path: string) => archive.index.get(path),
      summaryOf: (path: string) => archive.problems.of(path),
      shown: shownProblems({ ...filter, severity: leastGrave(this.look) }, archive),
      sourceOf: (entry: ArticleEntry) => sourceOf(entry, archive),
      rankOf: (rule: string) => ranks.get(rule) ?? ranks.size,
    };
    const paths = Array.from(archive.problems.entries(), ([path]) => path);
    return new ProblemTree(`${archive.folder.uri}#${grouping}`, options, paths);
  }
}
