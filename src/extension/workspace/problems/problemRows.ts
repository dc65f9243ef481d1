import * as vscode from 'vscode';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import type { Problem } from '../../../core/problems/problem';
import { ProblemArticle, ProblemGroup } from '../../../core/problems/problemGroup';
import type { Services } from '../../services';
import type { Archive } from '../archives/archive';

/** One problem in its place, below the row of its article. */
export class ProblemPlace {
  readonly type = 'problem';
  readonly article: ProblemArticle;
  readonly problem: Problem;
  /** Which one of its rule it is in the article, from 0. */
  readonly number: number;
  /** Where it was when the row was made, from 0. */
  readonly line: number;

  constructor(article: ProblemArticle, problem: Problem, number: number, line: number) {
    this.article = article;
    this.problem = problem;
    this.number = number;
    this.line = line;
  }

  get id(): string {
    return `${this.article.id}#${this.number}`;
  }
}

/** What stands in the Problems view and commands are called on. */
export type ProblemsViewRow = ProblemGroup | ProblemArticle | ProblemPlace;

/** What a command on a row of the Problems view is about. */
export interface ProblemTarget {
  readonly archive: Archive;
  /** As the view shows them: what its filter hides is not meant. */
  readonly articles: readonly ArticleEntry[];
  /** Only problems of this rule are meant; else those of all rules. */
  readonly rule?: string;
  /** Only this one is meant, as it was when its row was made. */
  readonly problem?: Problem;
}

/**
 * The rows of the Problems view that a command is about: VS Code hands over the row it was called on and, where that is
 * among them, all that are selected.
 */
export function problemRowsOf(args: readonly unknown[]): readonly ProblemsViewRow[] {
  const [row, selected] = args;
  const rows = Array.isArray(selected) && selected.includes(row) ? selected : [row];
  return rows.filter(
    (item): item is ProblemsViewRow =>
      item instanceof ProblemGroup || item instanceof ProblemArticle || item instanceof ProblemPlace,
  );
}

/** One target for each row; empty where the command was not called on rows of the Problems view. */
export function problemTargets(
  args: readonly unknown[],
  services: Pick<Services, 'archives'>,
): readonly ProblemTarget[] {
  return problemRowsOf(args).flatMap((row) => {
    const archive = archiveOfProblems(row, services);
    return archive === undefined ? [] : [targetOf(row, archive)];
  });
}

export function archiveOfProblems(row: ProblemsViewRow, { archives }: Pick<Services, 'archives'>): Archive | undefined {
  const { root } = groupOf(row);
  return archives.of(vscode.Uri.parse(root.key));
}

function groupOf(row: ProblemsViewRow): ProblemGroup {
  if (row.type === 'group') return row;
  return row.type === 'article' ? row.group : row.article.group;
}

function targetOf(row: ProblemsViewRow, archive: Archive): ProblemTarget {
  if (row.type === 'group') {
    return { archive, articles: [...row.entries.values()], ...(row.kind === 'rule' && { rule: row.key }) };
  }
  if (row.type === 'article') return { archive, articles: [row.entry], rule: row.group.key };
  return { archive, articles: [row.article.entry], rule: row.problem.rule, problem: row.problem };
}
