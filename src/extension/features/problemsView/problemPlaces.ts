import type * as vscode from 'vscode';
import type { ProblemArticle } from '../../../core/problems/problemGroup';
import { LineIndex } from '../../../core/text/lineIndex';
import type { Services } from '../../services';
import { rangeIn } from '../../workspace/problems/fixEdit';
import { archiveOfProblems, ProblemPlace } from '../../workspace/problems/problemRows';

export interface PlacedProblem {
  readonly row: ProblemPlace;
  readonly range: vscode.Range;
}

/** The problems that an article's row stands for, where they are in its text now. */
export async function problemPlaces(row: ProblemArticle, services: Services): Promise<readonly PlacedProblem[]> {
  const archive = archiveOfProblems(row, services);
  const places = archive && (await services.problems.placesIn(archive, row.entry));
  if (places === undefined) return [];
  const { fixable: onlyFixable } = services.problemTrees.look.filter;
  const lines = new LineIndex(places.article.text);
  return places.problems
    .filter(({ rule, safelyFixable }) => rule === row.group.key && (safelyFixable || !onlyFixable))
    .map((problem, number) => {
      const range = rangeIn(lines, problem.range);
      return { row: new ProblemPlace(row, problem, number, range.start.line), range };
    });
}
