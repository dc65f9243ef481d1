import * as vscode from 'vscode';
import type { AgreementReport } from '../../../core/annotations/agreement/agreementReport';
import type { ArticleAgreement } from '../../../core/annotations/agreement/articleAgreement';
import { type Coefficient, fewestArticles } from '../../../core/annotations/agreement/coefficient';
import type { PassageAgreement } from '../../../core/annotations/agreement/passageAgreements';
import { type Codebook, type LabelKind, labelOf } from '../../../core/annotations/codebook/codebook';
import { colourValue } from '../../../core/annotations/codebook/labelColours';
import type { AgreementMatrix, AgreementMeasure, AgreementSection } from '../../../protocol/agreementMessages';
import { showNumber } from '../../ui/showNumber';
import { meaningOf, shadeOf, showCoefficient } from './meaning';
import { namesTogether } from './namesTogether';

/** What a report says label by label, in the order of the codebook. */
export function agreementSections(report: AgreementReport, codebook: Codebook): readonly AgreementSection[] {
  const order = new Map(codebook.labels.map(({ id }, index) => [id, index]));
  const place = (label: string): number => order.get(labelOf(codebook, label)?.id ?? '') ?? order.size;
  const inOrder = <T extends { readonly label: string }>(list: readonly T[]): readonly T[] =>
    list.toSorted((one, other) => place(one.label) - place(other.label));
  return [
    ...inOrder(report.passages).map((own) => passageSection(own, report, codebook)),
    ...(report.passages.length > 1 ? [jointSection(report)] : []),
    ...inOrder(report.articleLabels).map((own) => articleSection(own, report, codebook)),
  ];
}

function passageSection(own: PassageAgreement, report: AgreementReport, codebook: Codebook): AgreementSection {
  const { t } = vscode.l10n;
  const { alpha, units, articles, pairs, creators } = own;
  return {
    ...headOf('passages', own.label, codebook),
    kind: t('Passages'),
    main: { name: t('Krippendorff’s alpha of passages'), value: showCoefficient(alpha) },
    meaning: alpha === null ? nothingOf(articles) : meaningOf(alpha),
    measures: [],
    facts: [
      t('Given by {0}', namesTogether(creators)),
      t('Passages: {0}', showNumber(units)),
      t('Articles that all annotated: {0}', showNumber(articles)),
    ],
    ...matrixOf(
      t('Krippendorff’s alpha of passages'),
      report.creators,
      pairs.map((pair) => ({ ...pair, shown: pair.value })),
    ),
  };
}

function jointSection({ joint, passages }: AgreementReport): AgreementSection {
  const { t } = vscode.l10n;
  const [first] = passages;
  return {
    id: 'joint',
    name: t('All labels of passages together'),
    colour: colourValue(undefined),
    kind: t('Passages'),
    main: { name: t('Krippendorff’s alpha of passages'), value: showCoefficient(joint) },
    meaning: joint === null ? nothingOf(first?.articles ?? 0) : meaningOf(joint),
    measures: [],
    facts: [],
  };
}

function articleSection(own: ArticleAgreement, report: AgreementReport, codebook: Codebook): AgreementSection {
  const { t } = vscode.l10n;
  const { kind, alpha, fleiss, pairs, items, creators } = own;
  const isScale = kind === 'scale';
  const main = isScale ? (alpha.ordinal ?? null) : alpha.nominal;
  const [pair] = pairs;
  const kappa: AgreementMeasure =
    pair !== undefined && pairs.length === 1
      ? { name: t('Cohen’s kappa'), value: showCoefficient(pair.value) }
      : { name: t('Fleiss’ kappa'), value: showCoefficient(fleiss) };
  return {
    ...headOf('articles', own.label, codebook),
    kind: kindName(kind),
    main: {
      name: isScale ? t('Krippendorff’s alpha, ordinal') : t('Krippendorff’s alpha, nominal'),
      value: showCoefficient(main),
    },
    meaning: main === null ? nothingOf(items) : meaningOf(main),
    measures: isScale
      ? [{ name: t('Krippendorff’s alpha, interval'), value: showCoefficient(alpha.interval) }, kappa]
      : [kappa],
    facts: [t('Given by {0}', namesTogether(creators)), t('Articles that two or more judged: {0}', showNumber(items))],
    ...matrixOf(
      isScale ? t('Krippendorff’s alpha, ordinal') : t('Cohen’s kappa'),
      report.creators,
      pairs.map((one) => ({ ...one, shown: isScale ? one.alpha : one.value })),
    ),
  };
}

function headOf(of: string, label: string, codebook: Codebook): Pick<AgreementSection, 'id' | 'name' | 'colour'> {
  const known = labelOf(codebook, label);
  return {
    id: `${of} ${label}`,
    name: known?.name ?? label,
    colour: colourValue(known?.colour),
    ...(known?.definition !== undefined && { definition: known.definition }),
  };
}

interface ShownPair {
  readonly creators: readonly [string, string];
  readonly items: number;
  readonly shown: Coefficient;
}

/** Of two people there is nothing that the label's own coefficient does not say. */
function matrixOf(
  name: string,
  people: readonly string[],
  pairs: readonly ShownPair[],
): { readonly matrix?: AgreementMatrix } {
  if (people.length < 3) return {};
  const byPair = new Map(pairs.map((pair) => [JSON.stringify(pair.creators), pair]));
  const cells = people.map((one) =>
    people.map((other) => {
      const pair = byPair.get(JSON.stringify([one, other])) ?? byPair.get(JSON.stringify([other, one]));
      if (pair === undefined) return null;
      return {
        value: showCoefficient(pair.shown),
        basis: vscode.l10n.t('Articles: {0}', showNumber(pair.items)),
        ...(pair.shown !== null && { shade: shadeOf(pair.shown) }),
      };
    }),
  );
  return { matrix: { name, people, cells } };
}

function kindName(kind: LabelKind): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case 'tag':
      return t('Whole articles, given or not');
    case 'oneOf':
      return t('Whole articles, one of several');
    case 'scale':
      return t('Whole articles, on a scale');
    case 'text':
      return t('Whole articles, in words');
  }
}

function nothingOf(articles: number): string {
  const { t } = vscode.l10n;
  if (articles === 0) {
    return t(
      'No article was judged by all these people, so all of them cannot be compared. Choose fewer people, or look at each two below.',
    );
  }
  return articles < fewestArticles
    ? t('Too few to say: one article does not show how far people agree.')
    : t('It cannot be computed: everybody says the same one thing, and so would chance.');
}
