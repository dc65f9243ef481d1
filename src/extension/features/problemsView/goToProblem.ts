import type * as vscode from 'vscode';
import type { ProblemLeaf } from '../../../core/problems/problemTree';
import type { Services } from '../../services';
import { openArticle } from '../../workspace/archives/openArticle';
import type { ProblemPlace } from '../../workspace/problems/problemRows';
import { problemPlaces } from './problemPlaces';

/** Opens an article at a problem, or at its first one of a rule, wherever that stands by now. */
export async function goToProblem(
  row: ProblemLeaf | ProblemPlace,
  services: Services,
  options: vscode.TextDocumentShowOptions,
): Promise<void> {
  const leaf = row.type === 'leaf' ? row : row.leaf;
  const archive = services.problemTrees.archiveOf(leaf);
  if (archive === undefined) return;
  const places = await problemPlaces(leaf, services);
  // The text may have changed since the row was made: the one that has its place now comes next to it.
  const number = row.type === 'detail' ? row.number : 0;
  const selection = places[Math.min(number, places.length - 1)]?.range;
  await openArticle({ archive, entry: leaf.item }, { ...options, ...(selection && { selection }) });
}
