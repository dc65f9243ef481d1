import type * as vscode from 'vscode';
import type { ProblemArticle } from '../../../core/problems/problemGroup';
import type { Services } from '../../services';
import { openArticle } from '../../workspace/archives/openArticle';
import { archiveOfProblems, type ProblemPlace } from '../../workspace/problems/problemRows';
import { problemPlaces } from './problemPlaces';

/** Opens an article at a problem, or at its first one of a rule, wherever that stands by now. */
export async function goToProblem(
  row: ProblemArticle | ProblemPlace,
  services: Services,
  options: vscode.TextDocumentShowOptions,
): Promise<void> {
  const article = row.type === 'article' ? row : row.article;
  const archive = archiveOfProblems(row, services);
  if (archive === undefined) return;
  const places = await problemPlaces(article, services);
  // The text may have changed since the row was made: the one that has its place now comes next to it.
  const number = row.type === 'problem' ? row.number : 0;
  const selection = places[Math.min(number, places.length - 1)]?.range;
  await openArticle({ archive, entry: article.entry }, { ...options, ...(selection && { selection }) });
}
