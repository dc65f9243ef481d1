import * as vscode from 'vscode';
import { gravity } from '../../../core/problems/problemSummary';
import type { Services } from '../../services';
import { showNumber } from '../../ui/showNumber';
import type { Archive } from '../../workspace/archives/archive';
import type { RuleTexts } from '../../workspace/problems/ruleTexts';
import { type FixTarget, hintsSelection, isAllChecked } from './fixTargets';

interface Fixable extends vscode.QuickPickItem {
  readonly rule?: string;
  readonly isHint?: boolean;
}

/**
 * All of an archive, with the rules that a person has chosen to fix. Those that the Problems view hides stand last, unticked.
 * Undefined when they think better of it. Where not all is checked nobody knows which there are, and all that would be
 * shown is meant.
 */
export async function chooseRules(archive: Archive, services: Services): Promise<FixTarget | undefined> {
  const paths = [...archive.index.paths()];
  const selection = hintsSelection(services);
  const whole = { archive, paths, selection, isWhole: true } as const;
  if (!isAllChecked(archive, services)) return whole;
  const { ruleTexts } = services.problems;
  await ruleTexts.load();
  const items = fixableRules(archive, ruleTexts);
  const areHintsShown = selection.withoutHints === undefined;
  const shown = items.filter(({ isHint }) => areHintsShown || !isHint);
  const hidden = items.filter((item) => !shown.includes(item));
  if (shown.length < 2 && hidden.length === 0) return whole;
  const { t } = vscode.l10n;
  const heading: Fixable = { label: t('Hidden in the Problems view'), kind: vscode.QuickPickItemKind.Separator };
  const all = [...shown.map((item) => ({ ...item, picked: true })), ...(hidden.length > 0 ? [heading, ...hidden] : [])];
  const title = t('Fix Problems of These Rules');
  const picked = await vscode.window.showQuickPick(all, { canPickMany: true, title, matchOnDescription: true });
  if (picked === undefined || picked.length === 0) return undefined;
  const rules = [...new Set(picked.flatMap(({ rule }) => rule ?? []))].sort();
  const withHints = picked.some(({ isHint }) => isHint);
  return { ...whole, selection: withHints ? { rules } : { rules, withoutHints: true } };
}

/** The rules of which something can be fixed without guessing, the gravest first; those that are hints apart. */
function fixableRules({ problems }: Archive, texts: RuleTexts): readonly Fixable[] {
  const counts = new Map<string, { readonly rule: string; readonly isHint: boolean; weight: number; count: number }>();
  for (const [, summary] of problems.entries()) {
    for (const { rule, severity, fixable } of summary) {
      if (fixable === 0) continue;
      const isHint = severity === 'hint';
      const key = `${isHint} ${rule}`;
      const known = counts.get(key) ?? { rule, isHint, weight: 0, count: 0 };
      known.weight = Math.max(known.weight, gravity[severity]);
      known.count += fixable;
      counts.set(key, known);
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.weight - a.weight || b.count - a.count)
    .map(({ rule, isHint, count }) => ({
      label: texts.nameOf(rule),
      description: `${showNumber(count)} · ${rule}`,
      rule,
      isHint,
    }));
}
