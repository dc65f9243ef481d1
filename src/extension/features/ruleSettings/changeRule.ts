import * as vscode from 'vscode';
import { configPath } from '../../../core/config/archiveConfig';
import type { RuleScope } from '../../../core/config/ruleInConfig';
import { type Level, levels } from '../../../core/problems/problem';
import type { Archive } from '../../archives/archive';
import { showInformation, showWarning } from '../../notify';
import { editConfig } from '../../problems/editConfig';
import { levelName } from '../../problems/levelName';
import type { Services } from '../../services';
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

/** Writes it into the archive's configuration, and offers to undo that. */
export async function changeRules(
  archive: Archive,
  rules: readonly string[],
  level: Level,
  scope: RuleScope,
  services: Services,
): Promise<void> {
  const { t } = vscode.l10n;
  if (rules.length === 0) return;
  const { ruleInConfig } = await services.problems.loadTools();
  const inAll = (text: string | undefined): string | undefined => {
    let changed = text;
    for (const rule of rules) {
      changed = ruleInConfig(changed, rule, level, scope);
      if (changed === undefined) return undefined;
    }
    return changed;
  };
  const edit = await editConfig(archive, inAll, services);
  if (edit === undefined) return;
  const undo = t('Undo');
  const open = t('Open {0}', 'config.json');
  const chosen = await showInformation(describe(await quoted(rules, services), level, scope), undo, open);
  if (chosen === open) await vscode.window.showTextDocument(archive.uri({ path: configPath }));
  if (chosen === undo && !(await edit.undo())) {
    void showWarning(t('{0} has been changed since: undo it there.', configPath));
  }
}

async function quoted(rules: readonly string[], { problems: { ruleTexts } }: Services): Promise<string> {
  await ruleTexts.load();
  return ruleTexts.quoted(rules);
}

function describe(rule: string, level: Level, scope: RuleScope): string {
  const { t } = vscode.l10n;
  if (scope.kind === 'source') return t('{0} is off now for articles of {1}.', rule, scope.name);
  if (scope.kind === 'folder')
    return t('{0} is off now in the folder {1}.', rule, scope.path === '' ? '/' : scope.path);
  return level === 'off'
    ? t('{0} is off now in this archive.', rule)
    : t('{0} is of this severity now in the archive: {1}.', rule, levelName(level));
}
