import * as vscode from 'vscode';
import { labelOf } from '../../../core/annotations/codebook/codebook';
import type { AgreementReportMessage } from '../../../protocol/agreementMessages';
import { showNumber } from '../../ui/showNumber';
import type { Archive } from '../../workspace/archives/archive';
import { agreementAdvice } from './agreementAdvice';
import type { AgreementResult } from './agreementRun';
import { agreementSections } from './agreementSections';

/** A report in words. */
export function agreementView(result: AgreementResult, archive: Archive, version: number): AgreementReportMessage {
  const { t } = vscode.l10n;
  const { report, codebook } = result;
  const places = report.disagreements.length;
  const advice = agreementAdvice(result);
  const hasAny = report.passages.length + report.articleLabels.length > 0;
  return {
    kind: 'report',
    version,
    title: t('Agreement in {0}', archive.folder.name),
    summary: hasAny
      ? [
          t('People: {0}', showNumber(report.creators.length)),
          t('Articles in common: {0}', showNumber(report.articles)),
          t('Disagreements: {0}', showNumber(places)),
        ].join(' · ')
      : '',
    choice: result.choice,
    labels: result.labels.map((id) => ({ id, name: labelOf(codebook, id)?.name ?? id })),
    sources: [...result.sources]
      .map(([id, name]) => ({ id, name }))
      .sort((one, other) => one.name.localeCompare(other.name, vscode.env.language)),
    people: result.people,
    ...(advice && { advice }),
    sections: agreementSections(report, codebook),
    places,
  };
}
