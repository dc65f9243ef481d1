import * as vscode from 'vscode';
import { articleMatcher, isEmptyFilter } from '../../../core/archive/articleFilter';
import { ArticleTree } from '../../../core/archive/articleTree';
import { isProfileGrouping, type Placement, type ProfileTable, placementOf } from '../../../core/archive/grouping';
import type { ArticleRow, GroupNode, TreeRow } from '../../../core/archive/groupNode';
import { changedSources, profileTable } from '../../../core/archive/profileTable';
import type { TreeChange } from '../../../core/archive/shownChange';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import type { ProblemsChange } from '../../../core/problems/archiveProblems';
import { stableHash } from '../../../core/text/stableHash';
import type { ArticlesLook } from '../../ui/looks';
import type { Archive } from './archive';
import type { Archives } from './archives';

/** What has to be shown anew; no archive stands for all of them. */
export interface TreesChange {
  readonly archive?: Archive;
  readonly change?: TreeChange;
}

interface OpenTree {
  tree: ArticleTree;
  /** By which its articles are grouped, where that is something that is known of their sources. */
  profiles: ProfileTable | undefined;
  readonly listening: vscode.Disposable;
}

/** One tree for each archive, as the person looks at the articles now. */
export class ArticleTrees implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #browsing: ArticlesLook;
  readonly #trees = new Map<Archive, OpenTree>();
  readonly #byRoot = new Map<GroupNode, Archive>();
  readonly #changed = new vscode.EventEmitter<TreesChange>();
  readonly #listening: vscode.Disposable;

  readonly onDidChange = this.#changed.event;
  /** The row that is selected in the Articles view. */
  selected: TreeRow | undefined;

  constructor(archives: Archives, browsing: ArticlesLook) {
    this.#archives = archives;
    this.#browsing = browsing;
    this.#listening = vscode.Disposable.from(
      archives.onDidOpen((archive) => this.#open(archive)),
      archives.onDidClose((archive) => this.#close(archive)),
      browsing.onDidChange(() => {
        for (const archive of this.#trees.keys()) this.#rebuild(archive);
        this.#changed.fire({});
      }),
    );
  }

  /** The folders that count as archives, in the workspace's order. */
  get shown(): readonly Archive[] {
    return this.#archives.all.filter((archive) => archive.isArchive);
  }

  get isFiltered(): boolean {
    return this.#browsing.isFiltered;
  }

  treeOf(archive: Archive): ArticleTree | undefined {
    return this.#trees.get(archive)?.tree;
  }

  archiveOf(row: TreeRow): Archive | undefined {
    let group = row.type === 'article' ? row.group : row;
    while (group.parent !== undefined) group = group.parent;
    return this.#byRoot.get(group);
  }

  /** The first row of an article, where the filter lets it show. */
  rowOf(uri: vscode.Uri): ArticleRow | undefined {
    const archive = this.#archives.of(uri);
    const entry = archive?.entryOf(uri);
    return archive === undefined || entry === undefined ? undefined : this.treeOf(archive)?.rowsOf(entry)[0];
  }

  /** All articles below a row. */
  articlesBelow(row: TreeRow): readonly ArticleEntry[] {
    if (row.type === 'article') return [row.entry];
    const found = new Map<string, ArticleEntry>();
    const collect = (group: GroupNode): void => {
      for (const article of group.articles.values()) found.set(article.entry.path, article.entry);
      for (const below of group.groups.values()) collect(below);
    };
    collect(row);
    return [...found.values()];
  }

  dispose(): void {
    this.#listening.dispose();
    for (const { listening } of this.#trees.values()) listening.dispose();
    this.#changed.dispose();
  }

  #open(archive: Archive): void {
    const listening = vscode.Disposable.from(
      archive.onDidReset(() => {
        this.#rebuild(archive);
        this.#changed.fire({ archive });
      }),
      archive.onDidChangeProfiles(() => {
        const change = this.#regroup(archive);
        if (change !== undefined) this.#changed.fire({ archive, change });
      }),
      archive.onDidChangeArticles((change) => {
        const applied = this.treeOf(archive)?.apply(change);
        this.#changed.fire(applied === undefined ? { archive } : { archive, change: applied });
      }),
      archive.problems.onDidChange((change) => {
        const applied = this.#applyProblems(archive, change);
        if (applied !== undefined) this.#changed.fire({ archive, change: applied });
      }),
      archive.marks.onDidChange((paths) => {
        const entries = paths.flatMap((path) => archive.index.get(path) ?? []);
        const applied = this.treeOf(archive)?.refreshUnread(entries);
        if (applied !== undefined) this.#changed.fire({ archive, change: applied });
      }),
    );
    const profiles = this.#profilesOf(archive);
    const tree = this.#build(archive, profiles);
    this.#trees.set(archive, { tree, profiles, listening });
    this.#byRoot.set(tree.root, archive);
    this.#changed.fire({});
  }

  #applyProblems(archive: Archive, change: ProblemsChange): TreeChange | undefined {
    const entries = change.flatMap(({ path }) => archive.index.get(path) ?? []);
    const tree = this.treeOf(archive);
    if (this.#browsing.filter.problems === undefined) return tree?.refresh(entries);
    return tree?.apply({ added: [], changed: entries.map((entry) => ({ before: entry, after: entry })), removed: [] });
  }

  #close(archive: Archive): void {
    const open = this.#trees.get(archive);
    if (open === undefined) return;
    open.listening.dispose();
    this.#trees.delete(archive);
    this.#byRoot.delete(open.tree.root);
    this.#changed.fire({});
  }

  #rebuild(archive: Archive): void {
    const open = this.#trees.get(archive);
    if (open === undefined) return;
    this.#byRoot.delete(open.tree.root);
    open.profiles = this.#profilesOf(archive);
    open.tree = this.#build(archive, open.profiles);
    this.#byRoot.set(open.tree.root, archive);
  }

  /** Moves the articles of those sources that stand elsewhere now, and no others. */
  #regroup(archive: Archive): TreeChange | undefined {
    const open = this.#trees.get(archive);
    const profiles = this.#profilesOf(archive);
    if (open?.profiles === undefined || profiles === undefined) return undefined;
    const sources = changedSources(open.profiles, profiles);
    open.profiles = profiles;
    return sources.size === 0 ? undefined : open.tree.regroup(this.#placement(archive, profiles), sources);
  }

  #profilesOf(archive: Archive): ProfileTable | undefined {
    const { grouping } = this.#browsing.arrangement;
    return isProfileGrouping(grouping) ? profileTable(grouping, archive.sourceFile.profiles) : undefined;
  }

  #placement({ timeZone, sources, names }: Archive, profiles: ProfileTable | undefined): Placement {
    return placementOf(this.#browsing.arrangement.grouping, {
      timeZone,
      sources,
      categories: names.categories,
      ...(profiles && { profiles }),
    });
  }

  #build(archive: Archive, profiles: ProfileTable | undefined): ArticleTree {
    const { filter } = this.#browsing;
    const { grouping, order } = this.#browsing.arrangement;
    const { timeZone, sources, names, marks } = archive;
    const isUnread = (path: string): boolean => marks.isUnread(path);
    const hasProblems = (entry: ArticleEntry): boolean => archive.hasProblems(entry);
    const context = { timeZone, sources, isUnread, hasProblems };
    const matches = isEmptyFilter(filter) ? () => true : articleMatcher(filter, context);
    const options = {
      placement: this.#placement(archive, profiles),
      order,
      matches,
      isUnread,
      namesVersion: () => names.version,
    };
    // Rows of different trees are told apart: what is open in one of them says nothing about another.
    const id = [archive.folder.uri.toString(), grouping, stableHash(JSON.stringify(filter))].join('#');
    return new ArticleTree(id, options, archive.index.entries());
  }
}
