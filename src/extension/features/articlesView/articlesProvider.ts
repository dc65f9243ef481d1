import * as vscode from 'vscode';
import type { GroupNode, TreeRow } from '../../../core/archive/groupNode';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import { type MoreRow, moreItem, PagedGroups } from '../../ui/pagedGroups';
import type { Archive } from '../../workspace/archives/archive';
import type { ArticleTrees, TreesChange } from '../../workspace/archives/articleTrees';
import type { RuleTexts } from '../../workspace/problems/ruleTexts';
import { articleItem } from './articleItem';
import { articleTooltip } from './articleTooltip';
import { groupCounts, groupItem } from './groupItem';
import { showProblems } from './showProblems';

export type ViewRow = TreeRow | MoreRow<GroupNode>;

/** More than this and a person would rather see the groups. */
const fewResults = 50;

/** Rows of the Articles view, told anew only where they changed. */
export class ArticlesProvider implements vscode.TreeDataProvider<ViewRow>, vscode.Disposable {
  readonly #trees: ArticleTrees;
  readonly #annotationsOn: (entry: ArticleEntry, archive: Archive) => number;
  readonly #ruleTexts: RuleTexts;
  readonly #changed = new vscode.EventEmitter<ViewRow[] | undefined>();
  readonly #pages = new PagedGroups<GroupNode>((group) => this.#fire(group));
  /** What a person has opened and closed, by id: VS Code forgets it of rows that another tree has taken the place of. */
  readonly #turned = new Map<string, boolean>();

  readonly onDidChangeTreeData = this.#changed.event;

  /** `annotationsOn`: how many annotations an article has. */
  constructor(
    trees: ArticleTrees,
    ruleTexts: RuleTexts,
    annotationsOn: (entry: ArticleEntry, archive: Archive) => number,
  ) {
    this.#trees = trees;
    this.#ruleTexts = ruleTexts;
    this.#annotationsOn = annotationsOn;
  }

  getChildren(row?: ViewRow): ViewRow[] {
    if (row?.type === 'article' || row?.type === 'more') return [];
    if (row !== undefined) return this.#page(row);
    const roots = this.#roots();
    const [only] = roots;
    return roots.length === 1 && only !== undefined ? this.#page(only) : [...roots];
  }

  getParent(row: ViewRow): ViewRow | undefined {
    if (row.type === 'more') return row.group;
    const archive = this.#trees.archiveOf(row);
    const parent = archive === undefined ? undefined : this.#trees.treeOf(archive)?.parent(row);
    return parent?.key === undefined && this.#roots().length === 1 ? undefined : parent;
  }

  getTreeItem(row: ViewRow): vscode.TreeItem {
    if (row.type === 'more') return moreItem(row);
    const archive = this.#trees.archiveOf(row);
    if (row.type === 'article') {
      return archive === undefined
        ? new vscode.TreeItem('')
        : articleItem(row, archive, this.#annotationsOn(row.entry, archive));
    }
    const open = this.#turned.get(row.id) ?? this.#opensByItself(row, archive);
    return row.key === undefined ? groupItem(row, open, archive?.folder.name) : groupItem(row, open);
  }

  async resolveTreeItem(item: vscode.TreeItem, row: ViewRow): Promise<vscode.TreeItem> {
    const archive = row.type === 'more' ? undefined : this.#trees.archiveOf(row);
    if (row.type === 'group' && row.key?.kind === 'source' && archive !== undefined) {
      const { sourceTooltip } = await import('../../workspace/sources/sourceTooltip');
      item.tooltip = sourceTooltip(groupCounts(row), { archive, source: row.key });
    }
    if (row.type === 'article' && archive !== undefined) {
      const problems = await showProblems(row.entry, archive, this.#ruleTexts);
      item.tooltip = articleTooltip(row.entry, archive, {
        problems,
        annotations: this.#annotationsOn(row.entry, archive),
      });
    }
    return item;
  }

  /** Remembers that a person has opened or closed a row. */
  turn(row: ViewRow, open: boolean): void {
    if (row.type === 'group') this.#turned.set(row.id, open);
  }

  /** Makes sure that a row is among those its group shows. */
  include(row: TreeRow): void {
    const parent = this.#parentGroup(row);
    if (parent === undefined) return;
    const archive = this.#trees.archiveOf(row);
    const rows = archive === undefined ? [] : (this.#trees.treeOf(archive)?.children(parent) ?? []);
    this.#pages.include(parent, rows.indexOf(row));
  }

  refresh(changes: readonly TreesChange[]): void {
    const rows = new Set<ViewRow>();
    for (const { archive, change } of changes) {
      const several = this.#roots().length > 1;
      const root = archive === undefined ? undefined : this.#trees.treeOf(archive)?.root;
      if (root === undefined || change === undefined || (change.whole && !several)) {
        this.#changed.fire(undefined);
        return;
      }
      if (several && (change.whole || change.groups.size > 0)) rows.add(root);
      else for (const group of change.groups) rows.add(group);
      for (const row of change.rows) rows.add(row);
    }
    if (rows.size > 0) this.#changed.fire([...rows]);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #roots(): readonly GroupNode[] {
    return this.#trees.shown.flatMap((archive) => this.#trees.treeOf(archive)?.root ?? []);
  }

  /** Archives show what is in them, and a filter that leaves little shows all that it has found. */
  #opensByItself(group: GroupNode, archive: Archive | undefined): boolean {
    if (group.key === undefined) return true;
    const tree = archive === undefined ? undefined : this.#trees.treeOf(archive);
    return this.#trees.isFiltered && tree !== undefined && tree.size <= fewResults;
  }

  #page(group: GroupNode): ViewRow[] {
    const archive = this.#trees.archiveOf(group);
    const rows = archive === undefined ? [] : (this.#trees.treeOf(archive)?.children(group) ?? []);
    return this.#pages.page(group, rows);
  }

  #parentGroup(row: TreeRow): GroupNode | undefined {
    const archive = this.#trees.archiveOf(row);
    return archive === undefined ? undefined : this.#trees.treeOf(archive)?.parent(row);
  }

  #fire(group: GroupNode): void {
    this.#changed.fire(group.key === undefined && this.#roots().length === 1 ? undefined : [group]);
  }
}
