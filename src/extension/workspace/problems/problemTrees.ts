import * as vscode from 'vscode';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import { shownProblems } from '../../../core/problems/problemFilter';
import { ProblemTree } from '../../../core/problems/problemTree';
import { ruleIds } from '../../../core/problems/ruleIds';
import { type ArticlesLook, leastGrave, type ProblemsLook } from '../../ui/looks';
import type { Archive } from '../archives/archive';
import type { Archives } from '../archives/archives';
import { sourceOf } from '../sources/sourceCounts';

const ranks = new Map(ruleIds.map((id, rank) => [id, rank]));

/** The problems of each archive as the person looks at them now; each tree is made when it is first asked for. */
export class ProblemTrees implements vscode.Disposable {
  readonly look: ProblemsLook;
  readonly #browsing: ArticlesLook;
  readonly #trees = new Map<Archive, ProblemTree>();
  readonly #following = new Map<Archive, vscode.Disposable>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listening: vscode.Disposable;

  /** Some trees are others now, or have changed: `takeChange` of each tells how. */
  readonly onDidChange = this.#changed.event;

  constructor(archives: Archives, browsing: ArticlesLook, look: ProblemsLook) {
    this.look = look;
    this.#browsing = browsing;
    let { order } = browsing.arrangement;
    this.#listening = vscode.Disposable.from(
      archives.onDidOpen((archive) => this.#follow(archive)),
      archives.onDidClose((archive) => this.#forget(archive)),
      look.onDidChange(() => this.#restart()),
      browsing.onDidChange(() => {
        if (browsing.arrangement.order === order) return;
        order = browsing.arrangement.order;
        this.#restart();
      }),
    );
  }

  treeOf(archive: Archive): ProblemTree {
    const tree = this.#trees.get(archive) ?? this.#build(archive);
    this.#trees.set(archive, tree);
    return tree;
  }

  dispose(): void {
    this.#listening.dispose();
    for (const following of this.#following.values()) following.dispose();
    this.#changed.dispose();
  }

  #follow(archive: Archive): void {
    const update = (paths: Iterable<string>): void => {
      const tree = this.#trees.get(archive);
      if (tree === undefined) return;
      tree.update(paths);
      this.#changed.fire();
    };
    let namesVersion = archive.names.version;
    const following = vscode.Disposable.from(
      archive.problems.onDidChange((change) => update(change.map(({ path }) => path))),
      archive.onDidChangeArticles(({ added, changed, removed }) => {
        if (archive.names.version !== namesVersion) this.#trees.get(archive)?.renamed();
        namesVersion = archive.names.version;
        update([...added, ...changed.map(({ after }) => after), ...removed].map(({ path }) => path));
      }),
      archive.onDidTouchArticles(update),
      archive.onDidReset(() => {
        this.#trees.delete(archive);
        this.#changed.fire();
      }),
    );
    this.#following.set(archive, following);
  }

  #forget(archive: Archive): void {
    this.#following.get(archive)?.dispose();
    this.#following.delete(archive);
    this.#trees.delete(archive);
    this.#changed.fire();
  }

  #restart(): void {
    this.#trees.clear();
    this.#changed.fire();
  }

  #build(archive: Archive): ProblemTree {
    const { filter } = this.look;
    const { grouping } = this.look.arrangement;
    const folder = archive.folder.uri.toString();
    const source = (entry: ArticleEntry): ReturnType<typeof sourceOf> => sourceOf(entry, archive);
    const paths = Array.from(archive.problems.entries(), ([path]) => path);
    return new ProblemTree(
      `${folder}#${grouping}`,
      folder,
      {
        grouping,
        order: this.#browsing.arrangement.order,
        entryOf: (path) => archive.index.get(path),
        summaryOf: (path) => archive.problems.of(path),
        shown: shownProblems({ ...filter, severity: leastGrave(this.look) }, (entry) => source(entry).key, archive),
        sourceOf: source,
        rankOf: (rule) => ranks.get(rule) ?? ranks.size,
      },
      paths,
    );
  }
}
