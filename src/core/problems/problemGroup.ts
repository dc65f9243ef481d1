import type { OrderedRows } from '../archive/orderedRows';
import type { ArticleEntry } from '../article/articleEntry';
import type { Severity } from './problem';
import { gravity, type RuleCount } from './problemSummary';

/** An article under one of the rules that fire in it: one with problems of two rules is two rows. */
export class ProblemArticle {
  readonly type = 'article';
  readonly group: ProblemGroup;
  entry: ArticleEntry;
  /** What of that rule is shown. */
  found: RuleCount;

  constructor(group: ProblemGroup, entry: ArticleEntry, found: RuleCount) {
    this.group = group;
    this.entry = entry;
    this.found = found;
  }

  get id(): string {
    return `${this.group.id}:${this.entry.path}`;
  }
}

export type ProblemRow = ProblemGroup | ProblemArticle;

/** The root is the archive; `rule` groups hold articles, `source` groups hold `rule` groups. */
export type ProblemGroupKind = 'archive' | 'source' | 'rule';

/** Problems that belong together, with how many there are. But for the root, groups exist only while they hold some. */
export class ProblemGroup {
  readonly type = 'group';
  readonly kind: ProblemGroupKind;
  /** The archive's folder, the source's folded name (empty for none) or the rule's id. */
  readonly key: string;
  /** What it is called; a source's name follows the spelling of its articles. */
  readonly #named: { readonly name: string };
  readonly parent: ProblemGroup | undefined;
  readonly id: string;
  readonly groups = new Map<string, ProblemGroup>();
  readonly rows = new Map<string, ProblemArticle>();
  /** Problems here and below. */
  readonly problems: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  /** How many of them fix all would mend. */
  fixable = 0;
  /** Articles here and below, each counted once. */
  articles = 0;
  /** What was sorted last; dropped when anything here changes. */
  sorted: readonly ProblemRow[] | undefined;
  /** Its articles in order, from when it was first opened. */
  ordered: OrderedRows<ProblemArticle> | undefined;

  constructor(
    id: string,
    kind: ProblemGroupKind,
    key: string,
    named: { readonly name: string },
    parent: ProblemGroup | undefined,
  ) {
    this.id = id;
    this.kind = kind;
    this.key = key;
    this.#named = named;
    this.parent = parent;
  }

  get name(): string {
    return this.#named.name;
  }

  /** All problems here and below. */
  get count(): number {
    const { error, warning, information, hint } = this.problems;
    return error + warning + information + hint;
  }

  get gravest(): Severity {
    const { error, warning, information } = this.problems;
    if (error > 0) return 'error';
    if (warning > 0) return 'warning';
    return information > 0 ? 'information' : 'hint';
  }

  get root(): ProblemGroup {
    return this.parent?.root ?? this;
  }

  /** The group right below the root that this one is or stands in. */
  get topmost(): ProblemGroup {
    return this.parent?.parent === undefined ? this : this.parent.topmost;
  }

  /** The articles here and below, each once. */
  get entries(): ReadonlyMap<string, ArticleEntry> {
    const found = new Map<string, ArticleEntry>();
    for (const [path, { entry }] of this.rows) found.set(path, entry);
    for (const group of this.groups.values()) for (const [path, entry] of group.entries) found.set(path, entry);
    return found;
  }
}

/** The gravest first, then the most. */
export function compareByWeight(a: ProblemGroup, b: ProblemGroup): number {
  return gravity[b.gravest] - gravity[a.gravest] || b.count - a.count;
}
