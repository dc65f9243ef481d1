import * as vscode from 'vscode';
import type { ProblemGroup, ProblemLeaf } from '../../../core/problems/problemTree';
import { commandName } from '../../contributions';
import { levelName } from '../../ui/levelName';
import { showDateBriefly } from '../../ui/showDate';
import { showNumber } from '../../ui/showNumber';
import type { Archive } from '../../workspace/archives/archive';
import type { ProblemPlace } from '../../workspace/problems/problemRows';
import type { RuleTexts } from '../../workspace/problems/ruleTexts';
import { describePlace } from './describePlace';
import { ruleTooltip } from './ruleTooltip';
import { severityIcon } from './severityIcon';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** The row of a rule, a source or, where there are several, an archive. */
export function groupItem(
  group: ProblemGroup,
  archive: Archive | undefined,
  texts: RuleTexts,
  open: boolean,
): vscode.TreeItem {
  const { totals, key } = group;
  const kind = key?.kind ?? 'archive';
  const count = showNumber(totals.count);
  const articles = showNumber(group.size);
  const rule = key?.kind === 'rule' ? key.key : undefined;
  const name = rule === undefined ? (key?.name ?? archive?.folder.name ?? '') : texts.nameOf(rule);
  const item = new vscode.TreeItem(name, open ? Expanded : Collapsed);
  const spoken = `${name}. ${vscode.l10n.t('Problems: {0}, articles: {1}', count, articles)}`;
  item.id = group.id;
  item.description = count;
  item.contextValue = contextValue(contextValues[kind], totals.fixable);
  item.iconPath = kind === 'rule' ? severityIcon(totals.gravest) : new vscode.ThemeIcon(icons[kind]);
  item.tooltip = rule === undefined ? spoken : ruleTooltip(group, rule, texts.summaryOf(rule));
  item.accessibilityInformation = {
    label: rule === undefined ? spoken : `${levelName(totals.gravest)}, ${spoken}`,
  };
  return item;
}

/** The row of an article below a rule; it opens into its problems where there are several. */
export function articleItem(row: ProblemLeaf, archive: Archive, open: boolean): vscode.TreeItem {
  const { item: entry, measure: found } = row;
  const date = showDateBriefly(entry.date, archive.timeZone);
  const item = new vscode.TreeItem(entry.title, found.count === 1 ? None : open ? Expanded : Collapsed);
  item.id = row.id;
  item.description = found.count === 1 ? date : `${showNumber(found.count)} · ${date}`;
  item.contextValue = contextValue('problemArticle', found.fixable);
  item.command = goTo(row);
  item.accessibilityInformation = {
    label: `${entry.title}. ${vscode.l10n.t('Problems: {0}', showNumber(found.count))}, ${date}`,
  };
  return item;
}

/** The row of one problem. */
export function placeItem(row: ProblemPlace): vscode.TreeItem {
  const { problem } = row;
  const label = describePlace(row);
  const item = new vscode.TreeItem(label);
  item.id = row.id;
  item.tooltip = `${label}\n${problem.rule}`;
  item.contextValue = contextValue('problem', Number(problem.safelyFixable));
  item.iconPath = severityIcon(problem.severity);
  item.command = goTo(row);
  item.accessibilityInformation = { label: `${levelName(problem.severity)}, ${label}` };
  return item;
}

const contextValues = { archive: 'problemArchive', source: 'problemSource', rule: 'problemRule' } as const;
const icons = { archive: 'archive', source: 'library' } as const;

/** Menus ask whether fix all would mend something in a row. */
function contextValue(kind: string, fixable: number): string {
  return fixable > 0 ? `${kind} fixable` : kind;
}

function goTo(row: ProblemLeaf | ProblemPlace): vscode.Command {
  return { command: commandName('openProblem'), title: vscode.l10n.t('Open'), arguments: [row] };
}
