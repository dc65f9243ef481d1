import * as vscode from 'vscode';
import type { AgreementAdvice } from '../../../protocol/agreementMessages';
import type { AgreementResult } from './agreementRun';
import { namesTogether } from './namesTogether';

/** What to do next where there is nothing to compare, or less than there could be. */
export function agreementAdvice(result: AgreementResult): AgreementAdvice | undefined {
  const { t } = vscode.l10n;
  const { report, everybody, people, choice, hasCodebook } = result;
  const importing = { action: 'importAnnotations', label: t('Import Annotations…') } as const;
  const labelling = { action: 'setUpLabels', label: t('Set Up Labels') } as const;
  if (everybody.length < 2) return onlyOne(everybody[0], importing);
  if (people.length === 0) {
    return {
      title: t('No article has annotations of two people'),
      text: t(
        'Annotations here are of {0}, but each on articles of their own. Agreement shows where several people annotate the same articles: open an article that somebody else has annotated and annotate it too, best without looking at what they said.',
        namesTogether(everybody),
      ),
      actions: [importing],
    };
  }
  const isChosen = choice.label !== undefined || choice.source !== undefined || choice.people.length > 0;
  if (report.passages.length + report.articleLabels.length === 0) {
    if (isChosen) {
      return {
        title: t('Nothing fits what is chosen above'),
        text: t('No article has such annotations of two of these people. Choose fewer labels or more people.'),
        actions: [{ action: 'clearChoice', label: t('Show All') }],
      };
    }
    return {
      title: t('No labels to compare'),
      text: t(
        '{0} annotated the same articles, but gave no labels. Notes cannot be compared, labels can: give some to passages or to whole articles.',
        namesTogether(people),
      ),
      actions: hasCodebook ? [] : [labelling],
    };
  }
  if (hasCodebook) return undefined;
  return {
    title: t('This archive has no codebook'),
    text: t(
      'Labels are compared by their names, each as given or not given. With a codebook they have definitions that all share, and scales are compared as scales.',
    ),
    actions: [labelling],
  };
}

function onlyOne(person: string | undefined, importing: AgreementAdvice['actions'][number]): AgreementAdvice {
  const { t } = vscode.l10n;
  return {
    title: person === undefined ? t('No annotations yet') : t('Only {0} has annotated here', person),
    text: t(
      'Agreement needs two people. Annotations are kept in the archive, in a file for each person: share it, for instance with Git, and let somebody else annotate the same articles under a name of their own, or import what they annotated elsewhere.',
    ),
    actions: [importing, { action: 'setName', label: t('Set My Name') }],
  };
}
