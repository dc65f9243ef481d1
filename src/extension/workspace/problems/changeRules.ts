import * as vscode from 'vscode';
import { configPath } from '../../../core/config/archiveConfig';
import { type RuleScope, ruleInConfig } from '../../../core/config/ruleInConfig';
import type { Level } from '../../../core/problems/problem';
import type { Services } from '../../services';
import { levelName } from '../../ui/levelName';
import { showInformation, showWarning } from '../../ui/notify';
import type { Archive } from '../archives/archive';
import { editConfig } from './editConfig';

/** Writes the level of rules into the archive's configuration, and offers to undo that. */
export async function changeRules(
  archive: Archive,
  rules: readonly string[],
  level: Level,
  scope: RuleScope,
  services: Services,
): Promise<void> {
  const { t } = vscode.l10n;
  if (rules.length === 0) return;
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
  const { ruleTexts } = services.problems;
  await ruleTexts.load();
  const undo = t('Undo');
  const open = t('Open {0}', 'config.json');
  const chosen = await showInformation(describe(ruleTexts.quoted(rules), level, scope), undo, open);
  if (chosen === open) await vscode.window.showTextDocument(archive.uri({ path: configPath }));
  if (chosen === undo && !(await edit.undo())) {
    void showWarning(t('{0} has been changed since: undo it there.', configPath));
  }
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
