import * as vscode from 'vscode';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import type { Services } from '../../services';
import type { Archive } from '../../workspace/archives/archive';
import { problemRowsOf, problemTargets } from '../../workspace/problems/problemRows';

/** What a command on rules was called for: articles of one archive, and the rules where these are known. */
export interface RuleRequest {
  readonly archive: Archive;
  /** Those of a row that stands for several are to be asked for. */
  readonly rules?: readonly string[];
  readonly articles: readonly ArticleEntry[];
  /** All of one source is meant. */
  readonly isSource: boolean;
}

/** Of rows of the Problems view, or of an article and a rule as the light bulb names them. */
export function ruleRequest(args: readonly unknown[], services: Services): RuleRequest | undefined {
  const [article, named] = args;
  if (article instanceof vscode.Uri && typeof named === 'string') {
    const archive = services.archives.of(article);
    const entry = archive?.entryOf(article);
    return archive && { archive, rules: [named], articles: entry === undefined ? [] : [entry], isSource: false };
  }
  const targets = problemTargets(args, services);
  const archive = targets[0]?.archive;
  if (archive === undefined) return undefined;
  // A configuration is an archive's own: of rows of several the one the command was called on counts.
  const own = targets.filter((target) => target.archive === archive);
  const rules = own.flatMap(({ rule }) => rule ?? []);
  const rows = problemRowsOf(args, services);
  return {
    archive,
    articles: [...new Set(own.flatMap(({ articles }) => articles))],
    ...(rules.length === own.length && { rules: [...new Set(rules)] }),
    isSource: rows.length === 1 && rows[0]?.type === 'group' && rows[0].key?.kind === 'source',
  };
}
