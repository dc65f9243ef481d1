import * as vscode from 'vscode';
import type { Coefficient } from '../../../core/annotations/agreement/coefficient';

const reliable = 0.8;
const tentative = 0.667;

/** What an alpha says in plain words, and what convention makes of it; no verdict beyond that. */
export function meaningOf(alpha: number): string {
  const { t } = vscode.l10n;
  // Alpha is 1 less the disagreement there is by that of chance.
  const share = Math.round((1 - alpha) * 100);
  const says =
    alpha < 0
      ? t('They disagree more than if the labels were given by chance: {0} % of that.', share)
      : share === 0
        ? t('They say the same.')
        : t('They disagree {0} % as much as if the labels were given by chance.', share);
  // Chinese sentences have no space between them.
  return [says, conventionOf(alpha)].join(says.endsWith('。') ? '' : ' ');
}

/** A coefficient as it is shown. */
export function showCoefficient(value: Coefficient | undefined): string {
  if (value === null || value === undefined) return '–';
  const text = value.toLocaleString(vscode.env.language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return text.replace(/^-/, '−');
}

/** From 0, as by chance or worse, to 4, as is relied upon by convention. */
export function shadeOf(value: number): number {
  return [0, 0.4, tentative, reliable].filter((step) => value > step || (step > 0 && value === step)).length;
}

function conventionOf(alpha: number): string {
  const { t } = vscode.l10n;
  if (alpha >= reliable) return t('By convention results of 0.800 and more are relied upon.');
  if (alpha >= tentative) return t('By convention results from 0.667 to 0.800 support tentative conclusions only.');
  return t('By convention results below 0.667 are not relied upon.');
}
