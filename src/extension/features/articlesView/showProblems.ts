import * as vscode from 'vscode';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import { problemCount } from '../../../core/problems/problemSummary';
import { showNumber } from '../../ui/showNumber';
import type { Archive } from '../../workspace/archives/archive';
import type { RuleTexts } from '../../workspace/problems/ruleTexts';

/** What is wrong with an article, in a line: its rules by their names. */
export async function showProblems(
  { path, fault }: ArticleEntry,
  archive: Archive,
  ruleTexts: RuleTexts,
): Promise<string> {
  const { t } = vscode.l10n;
  if (fault === 'notUtf8') return t('The file is not UTF-8 text. Save it with encoding UTF-8 to read it here.');
  if (fault === 'cannotRead') return t('The file cannot be read. The Marginalia log says why.');
  const summary = archive.problems.of(path);
  const count = problemCount(summary);
  if (count === 0) return t('none');
  await ruleTexts.load();
  const rules = summary.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule);
  return t('{0} ({1})', showNumber(count), ruleTexts.listed(rules));
}
