import { csvField } from '../../text/csvField';
import type { AgreementReport } from './agreementReport';
import type { Coefficient } from './coefficient';

export const agreementFormats = ['json', 'csv', 'csv-disagreements'] as const;
/** All of it, a table of the coefficients, or a table of the disagreements. */
export type AgreementFormat = (typeof agreementFormats)[number];

/** The report as a file, in parts. */
export function* writeAgreement(report: AgreementReport, format: AgreementFormat): Generator<string, void> {
  switch (format) {
    case 'json':
      yield `${JSON.stringify({ version: 1, ...report }, undefined, 2)}\n`;
      return;
    case 'csv':
      yield line('of', 'label', 'kind', 'people', 'items', 'measure', 'value');
      yield* coefficients(report);
      return;
    case 'csv-disagreements':
      yield line('of', 'article', 'label', 'start', 'end', 'by', 'not', 'values');
      yield* disagreements(report);
  }
}

/** A row a coefficient. */
function* coefficients({ creators, passages, joint, articleLabels }: AgreementReport): Generator<string, void> {
  for (const { label, units, alpha, pairs } of passages) {
    yield line('passages', label, '', creators, units, 'krippendorff-alpha-unitising', alpha);
    for (const pair of pairs)
      yield line('passages', label, '', pair.creators, pair.items, 'krippendorff-alpha-unitising', pair.value);
  }
  const units = passages.reduce((sum, own) => sum + own.units, 0);
  if (passages.length > 0) yield line('passages', '', '', creators, units, 'krippendorff-alpha-unitising', joint);
  for (const { label, kind, items, alpha, fleiss, pairs } of articleLabels) {
    for (const [level, value] of Object.entries(alpha))
      yield line('articles', label, kind, creators, items, `krippendorff-alpha-${level}`, value);
    yield line('articles', label, kind, creators, items, 'fleiss-kappa', fleiss);
    for (const pair of pairs) {
      yield line('articles', label, kind, pair.creators, pair.items, 'cohen-kappa', pair.value);
      const level = kind === 'scale' ? 'ordinal' : 'nominal';
      yield line('articles', label, kind, pair.creators, pair.items, `krippendorff-alpha-${level}`, pair.alpha);
    }
  }
}

/** A row a disagreement. */
function* disagreements({ disagreements }: AgreementReport): Generator<string, void> {
  for (const one of disagreements) {
    if (one.kind === 'passage') yield line('passage', one.path, one.labels, one.start, one.end, one.by, one.not, '');
    else {
      const values = Object.entries(one.values).map(([who, value]) => `${who}: ${value}`);
      yield line('article', one.path, one.label, null, null, '', '', values);
    }
  }
}

function line(...fields: readonly (string | readonly string[] | Coefficient)[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}
