import type * as vscode from 'vscode';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import type { Problem } from '../../../core/problems/problem';
import type { ProblemLeaf, ProblemRow } from '../../../core/problems/problemTree';
import type { Services } from '../../services';
import { rowArguments } from '../../ui/rowArguments';
import type { Archive } from '../archives/archive';

/** One problem in its place, below the row of its article. */
export class ProblemPlace {
  readonly type = 'detail';
  readonly leaf: ProblemLeaf;
  readonly problem: Problem;
  /** Which one of its rule it is in the article, from 0. */
  readonly number: number;
  /** Where it was when the row was made. */
  readonly range: vscode.Range;

  constructor(leaf: ProblemLeaf, problem: Problem, number: number, range: vscode.Range) {
    this.leaf = leaf;
    this.problem = problem;
    this.number = number;
    this.range = range;
  }

  get id(): string {
    return `${this.leaf.id}#${this.number}`;
  }
}

/** What stands in the Problems view and commands are called on. */
export type ProblemsViewRow = ProblemRow | ProblemPlace;

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

/** The rows of the Problems view that a command is about. */
export function problemRowsOf(
  args: readonly unknown[],
  { problemTrees }: Pick<Services, 'problemTrees'>,
): readonly ProblemsViewRow[] {
  return rowArguments(args).filter(
    (row): row is ProblemsViewRow => row instanceof ProblemPlace || problemTrees.isRow(row),
  );
}

/** One target for each row; empty where the command was not called on rows of the Problems view. */
export function problemTargets(
  args: readonly unknown[],
  services: Pick<Services, 'problemTrees'>,
): readonly ProblemTarget[] {
  return problemRowsOf(args, services).flatMap((row) => {
    const archive = services.problemTrees.archiveOf(row.type === 'detail' ? row.leaf : row);
    return archive === undefined ? [] : [targetOf(row, archive)];
  });
}

function targetOf(row: ProblemsViewRow, archive: Archive): ProblemTarget {
  if (row.type === 'group') {
    return { archive, articles: [...row.items.values()], ...(row.key?.kind === 'rule' && { rule: row.key.key }) };
  }
  if (row.type === 'detail') {
    return { archive, articles: [row.leaf.item], rule: row.problem.rule, problem: row.problem };
  }
  return { archive, articles: [row.item], rule: row.measure.rule };
}
