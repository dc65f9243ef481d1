import type { ArticleEntry } from '../article/articleEntry';
import type { GroupKey } from './grouping';
import type { OrderedRows } from './orderedRows';

/** An article in one of its groups: the same article in two categories is two rows. */
export class ArticleRow {
  readonly type = 'article';
  readonly group: GroupNode;
  entry: ArticleEntry;
  unread: boolean;

  constructor(group: GroupNode, entry: ArticleEntry, unread: boolean) {
    this.group = group;
    this.entry = entry;
    this.unread = unread;
  }

  get id(): string {
    return `${this.group.id}:${this.entry.path}`;
  }
}

export type TreeRow = GroupNode | ArticleRow;

/** One group with what is in it. But for the root, groups exist only while they hold an article. */
export class GroupNode {
  readonly type = 'group';
  readonly id: string;
  readonly parent: GroupNode | undefined;
  /** Absent for the root, which stands for the archive itself. */
  key: GroupKey | undefined;
  // Made when first needed: there may be as many groups as articles.
  #groups: Map<string, GroupNode> | undefined;
  #articles: Map<string, ArticleRow> | undefined;
  /** Articles here and below. */
  count = 0;
  unread = 0;
  /** What was sorted last; dropped when anything here changes. */
  sorted: readonly TreeRow[] | undefined;
  /** The version of the names by which it was sorted. */
  sortedBy = 0;
  /** Its articles in order, from when it was first opened. */
  ordered: OrderedRows<ArticleRow> | undefined;

  constructor(id: string, parent: GroupNode | undefined, key: GroupKey | undefined) {
    this.id = id;
    this.parent = parent;
    this.key = key;
  }

  get name(): string {
    return this.key !== undefined && 'name' in this.key ? this.key.name : '';
  }

  get groups(): ReadonlyMap<string, GroupNode> {
    return this.#groups ?? noGroups;
  }

  get articles(): ReadonlyMap<string, ArticleRow> {
    return this.#articles ?? noArticles;
  }

  addGroup(key: string, group: GroupNode): void {
    this.#groups ??= new Map();
    this.#groups.set(key, group);
    this.sorted = undefined;
  }

  deleteGroup(key: string): void {
    this.#groups?.delete(key);
    this.sorted = undefined;
  }

  addArticle(row: ArticleRow): void {
    this.#articles ??= new Map();
    this.#articles.set(row.entry.path, row);
    this.moved(row);
  }

  deleteArticle(row: ArticleRow): void {
    this.#articles?.delete(row.entry.path);
    this.moved(row);
  }

  /** The row has come, gone or changed. */
  moved(row: ArticleRow): void {
    this.sorted = undefined;
    this.ordered?.move(row);
  }

  /** Where a line of groups with one child each ends: such a line shows as one row. */
  get deepest(): GroupNode {
    if (this.parent === undefined || this.articles.size > 0 || this.groups.size !== 1) return this;
    const [only] = this.groups.values();
    return only === undefined ? this : only.deepest;
  }

  /** The first group of the line this one shows in. */
  get shownAs(): GroupNode {
    const { parent } = this;
    if (parent?.parent === undefined || parent.articles.size > 0 || parent.groups.size !== 1) return this;
    return parent.shownAs;
  }

  /** The groups from the first to the last of the line this one shows as. */
  get line(): readonly GroupNode[] {
    const line: GroupNode[] = [];
    for (let node: GroupNode | undefined = this.deepest; node !== undefined; node = node.parent) {
      line.unshift(node);
      if (node === this) break;
    }
    return line;
  }

  /** The group right below the root that this one is or stands in. */
  get topmost(): GroupNode {
    return this.parent?.parent === undefined ? this : this.parent.topmost;
  }
}

const noGroups: ReadonlyMap<string, GroupNode> = new Map();
const noArticles: ReadonlyMap<string, ArticleRow> = new Map();
