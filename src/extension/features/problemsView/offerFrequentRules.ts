import * as vscode from 'vscode';
import type { Services } from '../../services';
import { counted } from '../../ui/counts';
import { showInformation } from '../../ui/notify';
import { showNumber } from '../../ui/showNumber';
import type { Archive } from '../../workspace/archives/archive';
import { changeRules } from '../../workspace/problems/changeRules';
import type { RuleTexts } from '../../workspace/problems/ruleTexts';
import { frequentRules, type RuleAndArticles } from './frequentRules';

const offeredKey = 'rules.offered';

/** Rules that fire in more than half of all articles say nothing of any: offers, once, to switch them off. */
export async function offerFrequentRules(archive: Archive, services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const { workspaceState } = services.context;
  const offered = new Set(workspaceState.get<readonly string[]>(offeredKey, []));
  const keyOf = (rule: string): string => `${archive.folder.uri}#${rule}`;
  const rules = frequentRules(archive.index.size, archive.problems.entries()).filter(
    ([rule]) => !offered.has(keyOf(rule)),
  );
  if (rules.length === 0) return;
  await workspaceState.update(offeredKey, [...offered, ...rules.map(([rule]) => keyOf(rule))]);
  const { ruleTexts } = services.problems;
  await ruleTexts.load();
  const told = rules
    .map(([rule, count]) => counted(t('{1} (1 article)|{1} ({0} articles)'), count, ruleTexts.quoted([rule])))
    .join(', ');
  const turnOff = t('Turn Off');
  const leave = t('Leave It');
  const message = t('More than half of the articles of {0} have the same problem: {1}.', archive.folder.name, told);
  if ((await showInformation(message, turnOff, leave)) !== turnOff) return;
  const wanted = rules.length === 1 ? rules : await choose(rules, ruleTexts);
  if (wanted === undefined || wanted.length === 0) return;
  await changeRules(
    archive,
    wanted.map(([rule]) => rule),
    'off',
    { kind: 'archive' },
    services,
  );
}

async function choose(
  rules: readonly RuleAndArticles[],
  ruleTexts: RuleTexts,
): Promise<readonly RuleAndArticles[] | undefined> {
  const items = rules.map((found) => ({
    label: ruleTexts.nameOf(found[0]),
    description: `${showNumber(found[1])} · ${found[0]}`,
    picked: true,
    found,
  }));
  const title = vscode.l10n.t('Rules to Turn Off');
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title, matchOnDescription: true });
  return picked?.map(({ found }) => found);
}
