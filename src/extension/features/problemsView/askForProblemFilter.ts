import * as vscode from 'vscode';
import type { Severity } from '../../../core/problems/problem';
import { isEmptyProblemFilter, type ProblemFilter, withProblemPart } from '../../../core/problems/problemFilter';
import type { Services } from '../../services';
import { type FilterChoice, pickFilter } from '../../ui/pickFilter';
import { pickSeveral } from '../../ui/pickSeveral';
import { showNumber } from '../../ui/showNumber';
import type { RuleTexts } from '../../workspace/problems/ruleTexts';
import { askForSources } from '../../workspace/sources/askForSources';
import { ruleCounts } from './ruleCounts';
import { severityIcon } from './severityIcon';
import { severityLabel } from './severityLabel';

type Answer = ProblemFilter | undefined;

type Choice = FilterChoice<ProblemFilter>;

/**
 * Asks what to narrow the Problems view to. What is typed is sought in title, source, date and path; the other parts of the filter
 * stand below with what they are set to, and choosing one changes that part alone.
 */
export async function askForProblemFilter(services: Services, texts: RuleTexts): Promise<void> {
  const { look } = services.problemTrees;
  const filter = await pickFilter<ProblemFilter>({
    title: vscode.l10n.t('Filter Problems'),
    placeholder: vscode.l10n.t('Words of the title, the source, the date or the path, or choose below'),
    words: look.filter.text ?? '',
    choices: (typed) => choices(look.filter, typed, services, texts),
  });
  if (filter !== undefined) look.setFilter(filter);
}

function choices(filter: ProblemFilter, typed: string, services: Services, texts: RuleTexts): Choice[] {
  const { t } = vscode.l10n;
  const { text, severity, fixable, rules, sources } = filter;
  const items: (Choice | false)[] = [
    (typed !== '' || text !== undefined) && {
      label: typed === '' ? t('$(search) Any words') : t('$(search) Articles with “{0}”', typed),
      choose: () => withProblemPart(filter, 'text', typed === '' ? undefined : typed),
    },
    {
      label: t('$(warning) Severity…'),
      description: severity === undefined ? t('any') : severityLabel(severity),
      choose: () => askForSeverity(filter),
    },
    {
      label: t('$(checklist) Rule…'),
      description: rules?.join(', ') ?? t('any'),
      choose: () => askForRules(filter, services, texts),
    },
    {
      label: t('$(library) Source…'),
      description: sources?.map(({ name }) => name).join(', ') ?? t('any'),
      choose: () => chooseSources(filter, services),
    },
    {
      label: t('$(wand) Safely fixable only'),
      ...(fixable && { description: t('on') }),
      choose: () => withProblemPart(filter, 'fixable', fixable ? undefined : true),
    },
    !isEmptyProblemFilter(filter) && { label: t('$(clear-all) Clear filter'), choose: () => ({}) },
  ];
  return items.flatMap((item) => (item === false ? [] : [{ ...item, alwaysShow: true }]));
}

async function askForSeverity(filter: ProblemFilter): Promise<Answer> {
  const { t } = vscode.l10n;
  const severities: readonly (Severity | undefined)[] = ['error', 'warning', 'information', undefined];
  const items = severities.map((severity) => ({
    label: severityLabel(severity ?? 'hint'),
    ...(severity && { iconPath: severityIcon(severity) }),
    ...(severity === filter.severity && { description: t('on') }),
    severity,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: t('Show Problems of This Severity') });
  return picked && withProblemPart(filter, 'severity', picked.severity);
}

async function askForRules(filter: ProblemFilter, services: Services, texts: RuleTexts): Promise<Answer> {
  const { t } = vscode.l10n;
  const chosen = new Set(filter.rules);
  const items = ruleCounts(services).map(({ rule, severity, count }) => ({
    label: texts.nameOf(rule),
    description: `${showNumber(count)} · ${rule}`,
    detail: texts.summaryOf(rule),
    iconPath: severityIcon(severity),
    picked: chosen.has(rule),
    rule,
  }));
  const picked = await pickSeveral({
    title: t('Show Problems of These Rules'),
    placeholder: t('None chosen means any rule'),
    items,
  });
  return picked && withProblemPart(filter, 'rules', picked.length === 0 ? undefined : picked.map(({ rule }) => rule));
}

async function chooseSources(filter: ProblemFilter, services: Services): Promise<Answer> {
  const answer = await askForSources(vscode.l10n.t('Show Problems of These Sources'), filter.sources, services);
  return answer && withProblemPart(filter, 'sources', answer.sources);
}
