import * as vscode from 'vscode';
import { articleFacets } from '../../../core/archive/articleFilter';
import {
  type ArticleLeaf,
  ArticleTree,
  type ArticleTreeRow,
  type ArticleTypes,
} from '../../../core/archive/articleTree';
import { isProfileGrouping, type Placement, type ProfileTable, placementOf } from '../../../core/archive/grouping';
import { changedSources, profileTable } from '../../../core/archive/profileTable';
import { matcher } from '../../../core/query/filter';
import { stableHash } from '../../../core/text/stableHash';
import type { ArticlesViewState } from '../../ui/viewStates';
import type { Archive } from './archive';
import type { Archives } from './archives';
import { ArchiveTrees, nameChanges } from './archiveTrees';

/** How the articles of an archive are grouped now. */
interface ArchiveGrouping {
  placement: Placement;
  /** By which, where it is something that is known of their sources. */
  profiles: ProfileTable | undefined;
}

/** The articles of each archive as the person wants to see them now. */
export class ArticleTrees extends ArchiveTrees<ArticleTypes, ArticleTree> {
  readonly #archives: Archives;
  readonly #articlesState: ArticlesViewState;
  readonly #groupings = new WeakMap<ArticleTree, ArchiveGrouping>();
  /** The row that is selected in the Articles view. */
  selected: ArticleTreeRow | undefined;

  constructor(archives: Archives, articlesState: ArticlesViewState) {
    super(archives, articlesState.onDidChange);
    this.#archives = archives;
    this.#articlesState = articlesState;
  }

  get isFiltered(): boolean {
    return this.#articlesState.isFiltered;
  }

  /** The first row of an article, where the filter lets it show. */
  rowOf(uri: vscode.Uri): ArticleLeaf | undefined {
    const archive = this.#archives.of(uri);
    const entry = archive?.entryOf(uri);
    return archive && entry && this.treeOf(archive)?.leavesOf(entry.path)[0];
  }

  protected override follow(archive: Archive): vscode.Disposable {
    const isRenamed = nameChanges(archive);
    return vscode.Disposable.from(
      archive.onDidChangeProfiles(() => this.change(archive, (tree) => this.#regroup(archive, tree))),
      archive.onDidChangeArticles((change) =>
        this.change(archive, (tree) => {
          if (isRenamed()) tree.renamed();
          tree.apply(change);
        }),
      ),
      archive.problems.onDidChange((change) =>
        this.change(archive, (tree) => {
          const paths = change.map(({ path }) => path);
          if (this.#articlesState.filter.problems) tree.put(paths.flatMap((path) => archive.index.get(path) ?? []));
          tree.touch(paths);
        }),
      ),
      archive.marks.onDidChange((paths) => this.change(archive, (tree) => tree.refreshUnread(paths))),
    );
  }

  protected override build(archive: Archive): ArticleTree {
    const { filter } = this.#articlesState;
    const { grouping, order } = this.#articlesState.arrangement;
    const { timeZone, sources, marks } = archive;
    const own = this.#groupingOf(archive);
    const isUnread = (path: string): boolean => marks.isUnread(path);
    const context = { timeZone, sources, isUnread, hasProblems: archive.hasProblems.bind(archive) };
    const matches = matcher(articleFacets, filter, context);
    // Rows of different trees are told apart: what is open in one of them says nothing about another.
    const id = [archive.folder.uri.toString(), grouping, stableHash(JSON.stringify(filter))].join('#');
    const placement: Placement = (entry) => own.placement(entry);
    const tree = new ArticleTree(id, { placement, order, matches, isUnread }, archive.index.entries());
    this.#groupings.set(tree, own);
    return tree;
  }

  /** Moves the articles of those sources of which other things are known now, and no others. */
  #regroup(archive: Archive, tree: ArticleTree): void {
    const own = this.#groupings.get(tree);
    const now = this.#groupingOf(archive);
    if (own?.profiles === undefined || now.profiles === undefined) return;
    const sources = changedSources(own.profiles, now.profiles);
    Object.assign(own, now);
    tree.regroup(tree.articlesOf(sources));
  }

  #groupingOf({ timeZone, sources, names, sourceFile }: Archive): ArchiveGrouping {
    const { grouping } = this.#articlesState.arrangement;
    const profiles = isProfileGrouping(grouping) ? profileTable(grouping, sourceFile.profiles) : undefined;
    const { categories } = names;
    return {
      placement: placementOf(grouping, { timeZone, sources, categories, ...(profiles && { profiles }) }),
      profiles,
    };
  }
}
