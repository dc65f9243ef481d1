import * as vscode from 'vscode';
import type { ProblemArticle, ProblemGroup } from '../../../core/problems/problemGroup';
import type { ProblemTree } from '../../../core/problems/problemTree';
import type { Services } from '../../services';
import { type MoreRow, moreItem, PagedGroups } from '../../ui/pagedGroups';
import type { Archive } from '../../workspace/archives/archive';
import { archiveOfProblems, type ProblemPlace, type ProblemsViewRow } from '../../workspace/problems/problemRows';
import type { RuleTexts } from '../../workspace/problems/ruleTexts';
import { articleItem, groupItem, placeItem } from './problemItems';
import { problemPlaces } from './problemPlaces';
import { problemsTooltip } from './problemsTooltip';

export type ViewRow = ProblemsViewRow | MoreRow<ProblemGroup>;

/** Rows of the Problems view, told anew only where they changed. */
export class ProblemsProvider implements vscode.TreeDataProvider<ViewRow>, vscode.Disposable {
  readonly #services: Services;
  readonly #texts: RuleTexts;
  readonly #changed = new vscode.EventEmitter<ViewRow[] | undefined>();
  readonly #pages = new PagedGroups<ProblemGroup>((group) => this.#refreshGroup(group));
  /** What a person has opened and closed, by id: VS Code forgets it of rows that go and come again. */
  readonly #turned = new Map<string, boolean>();
  #told: readonly ProblemTree[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services, texts: RuleTexts) {
    this.#services = services;
    this.#texts = texts;
  }

  async getChildren(row?: ViewRow): Promise<ViewRow[]> {
    if (row === undefined) {
      await this.#texts.load();
      const roots = this.#trees().map(({ root }) => root);
      const [only] = roots;
      return roots.length === 1 && only !== undefined ? this.#page(only) : roots.filter(({ count }) => count > 0);
    }
    if (row.type === 'group') return this.#page(row);
    return row.type === 'article' ? this.#places(row) : [];
  }

  getTreeItem(row: ViewRow): vscode.TreeItem {
    if (row.type === 'more') return moreItem(row);
    if (row.type === 'problem') return placeItem(row);
    const archive = this.#archiveOf(row);
    const open = this.#turned.get(row.id) ?? (row.type === 'group' && row.kind === 'archive');
    if (row.type === 'group') return groupItem(row, archive, this.#texts, open);
    return archive === undefined ? new vscode.TreeItem('') : articleItem(row, archive, open);
  }

  async resolveTreeItem(item: vscode.TreeItem, row: ViewRow): Promise<vscode.TreeItem> {
    const archive = row.type === 'article' ? this.#archiveOf(row) : undefined;
    if (row.type === 'article' && archive !== undefined) {
      item.tooltip = problemsTooltip(row, await this.#places(row));
    }
    return item;
  }

  /** Remembers that a person has opened or closed a row. */
  turn(row: ViewRow, open: boolean): void {
    if (row.type === 'group' || row.type === 'article') this.#turned.set(row.id, open);
  }

  /** Tells what has changed since it was last told. */
  refresh(): void {
    const trees = this.#trees();
    const isSame = trees.length === this.#told.length && trees.every((tree, at) => tree === this.#told[at]);
    this.#told = trees;
    const several = trees.length > 1;
    const rows = new Set<ViewRow>();
    let whole = !isSame;
    for (const tree of trees) {
      const change = tree.takeChange();
      // With several archives each stands there with its own count, and comes and goes with its problems.
      if (several) whole ||= change.whole || change.groups.size > 0;
      else whole ||= change.whole;
      for (const row of [...change.groups, ...change.rows]) rows.add(row);
    }
    if (whole) this.#changed.fire(undefined);
    else if (rows.size > 0) this.#changed.fire([...rows]);
  }

  /** The problems of an article stand elsewhere now; only rows that are open show where. */
  refreshPlaces(archive: Archive, path: string): void {
    if (!this.#told.some(({ root }) => root.key === archive.folder.uri.toString())) return;
    const rows = this.#services.problemTrees.treeOf(archive).rowsOf(path);
    const open = rows.filter((row) => this.#turned.get(row.id) === true);
    if (open.length > 0) this.#changed.fire(open);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #trees(): readonly ProblemTree[] {
    const { trees, problemTrees } = this.#services;
    return trees.shown.map((archive) => problemTrees.treeOf(archive));
  }

  #page(group: ProblemGroup): ViewRow[] {
    const archive = this.#archiveOf(group);
    const rows = archive === undefined ? [] : this.#services.problemTrees.treeOf(archive).children(group);
    return this.#pages.page(group, rows);
  }

  #refreshGroup(group: ProblemGroup): void {
    const isOnlyArchive = group.kind === 'archive' && this.#told.length === 1;
    this.#changed.fire(isOnlyArchive ? undefined : [group]);
  }

  async #places(row: ProblemArticle): Promise<ProblemPlace[]> {
    return (await problemPlaces(row, this.#services)).map((place) => place.row);
  }

  #archiveOf(row: ProblemsViewRow): Archive | undefined {
    return archiveOfProblems(row, this.#services);
  }
}
