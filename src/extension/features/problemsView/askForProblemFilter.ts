import * as vscode from 'vscode';
import type { Severity } from '../../../core/problems/problem';
import { type ProblemFilter, problemFacets, severityMessage } from '../../../core/problems/problemFilter';
import type { Services } from '../../services';
import { pickFilter } from '../../ui/filterPick';
import { showNumber } from '../../ui/showNumber';
import { translate } from '../../ui/translate';
import { sourceChoices } from '../../workspace/sources/sourceChoices';
import { ruleCounts } from './ruleCounts';
import { severityIcon } from './severityIcon';

const severities: readonly Severity[] = ['error', 'warning', 'information'];

/** Asks what to narrow the Problems view to. */
export async function askForProblemFilter(services: Services): Promise<void> {
  const { look } = services.problemTrees;
  const { ruleTexts } = services.problems;
  await ruleTexts.load();
  const filter = await pickFilter<ProblemFilter>(look.filter, {
    title: vscode.l10n.t('Filter Problems'),
    placeholder: vscode.l10n.t('Words of the title, the source, the date or the path, or choose below'),
    facets: problemFacets,
    choices: {
      severity: () =>
        severities.map((value) => ({
          label: translate(severityMessage(value)),
          iconPath: severityIcon(value),
          value,
        })),
      rules: () =>
        ruleCounts(services).map(({ rule, severity, count }) => ({
          label: ruleTexts.nameOf(rule),
          description: `${showNumber(count)} · ${rule}`,
          detail: ruleTexts.summaryOf(rule),
          iconPath: severityIcon(severity),
          value: rule,
        })),
      sources: () => sourceChoices(services.trees.shown),
    },
  });
  if (filter !== undefined) look.setFilter(filter);
}
