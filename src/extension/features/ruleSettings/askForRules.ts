import * as vscode from 'vscode';
import type { Services } from '../../services';
import { showNumber } from '../../ui/showNumber';
import type { RuleRequest } from './ruleRequest';

/** The rules that are meant: where a row stands for several a person is asked. Empty when they think better of it. */
export async function askForRules(
  { archive, articles, rules }: RuleRequest,
  { problems: { ruleTexts } }: Services,
): Promise<readonly string[]> {
  if (rules !== undefined) return rules;
  await ruleTexts.load();
  const counts = new Map<string, number>();
  for (const { path } of articles) {
    for (const { rule, count } of archive.problems.of(path)) counts.set(rule, (counts.get(rule) ?? 0) + count);
  }
  const items = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => ({ label: ruleTexts.nameOf(rule), description: `${showNumber(count)} · ${rule}`, rule }));
  const title = vscode.l10n.t('Which rules are meant?');
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title, matchOnDescription: true });
  return picked?.map(({ rule }) => rule) ?? [];
}
