import type { ProblemLeaf } from '../../../core/problems/problemTree';
import { LineIndex } from '../../../core/text/lineIndex';
import type { Services } from '../../services';
import { rangeIn } from '../../ui/rangeIn';
import { ProblemPlace } from '../../workspace/problems/problemRows';

/** The problems that an article's row stands for, where they are in its text now. */
export async function problemPlaces(row: ProblemLeaf, services: Services): Promise<readonly ProblemPlace[]> {
  const archive = services.problemTrees.archiveOf(row);
  const places = archive && (await services.problems.placesIn(archive, row.item));
  if (places === undefined) return [];
  const { fixable: onlyFixable } = services.problemTrees.look.filter;
  const lines = new LineIndex(places.article.text);
  return places.problems
    .filter(({ rule, safelyFixable }) => rule === row.group.key?.key && (safelyFixable || !onlyFixable))
    .map((problem, number) => new ProblemPlace(row, problem, number, rangeIn(lines, problem.range)));
}
