import * as vscode from 'vscode';
import { levels } from '../../../core/problems/problem';
import type { Services } from '../../services';
import { levelName } from '../../ui/levelName';
import { changeRules } from '../../workspace/problems/changeRules';
import { askForRules } from './askForRules';
import { askForScope } from './askForScope';
import type { RuleRequest } from './ruleRequest';

/** Turns rules off in all of an archive. */
export async function turnOffRule(request: RuleRequest, services: Services): Promise<void> {
  await changeRules(request.archive, await askForRules(request, services), 'off', { kind: 'archive' }, services);
}

/** Asks how grave rules are to be in all of an archive. */
export async function changeSeverity(request: RuleRequest, services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const { archive } = request;
  const rules = await askForRules(request, services);
  if (rules.length === 0) return;
  const now = rules.length === 1 ? archive.checkSettings.levels[rules[0] ?? ''] : undefined;
  const items = [...levels].reverse().map((level) => ({
    label: levelName(level),
    ...(level === now && { description: t('now') }),
    level,
  }));
  const title = t('Severity of {0}', await quoted(rules, services));
  const picked = await vscode.window.showQuickPick(items, { title });
  if (picked !== undefined) await changeRules(archive, rules, picked.level, { kind: 'archive' }, services);
}

/** Asks for the source or folder in whose articles rules are not to fire. */
export async function ignoreRule(request: RuleRequest, services: Services): Promise<void> {
  const rules = await askForRules(request, services);
  const scope = rules.length === 0 ? undefined : await askForScope(request, await quoted(rules, services));
  if (scope !== undefined) await changeRules(request.archive, rules, 'off', scope, services);
}

async function quoted(rules: readonly string[], { problems: { ruleTexts } }: Services): Promise<string> {
  await ruleTexts.load();
  return ruleTexts.quoted(rules);
}
