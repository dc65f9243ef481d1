import * as vscode from 'vscode';
import type { AgreementStrings } from '../../../protocol/agreementStrings';

/** Every text of the page's own in the person's language. */
export function agreementWords(): AgreementStrings {
  const { t } = vscode.l10n;
  return {
    label: t('Label'),
    source: t('Source'),
    people: t('People'),
    all: t('All'),
    export: t('Export…'),
    computing: t('Comparing annotations…'),
    reading: t('Reading annotated articles: {0} of {1}'),
    stop: t('Stop'),
    stopped: t('Stopped. What is shown may be old.'),
    goOn: t('Go On'),
    about: t('What these numbers say'),
    aboutOne: t(
      '1: everybody always says the same. 0: they agree no more than if labels were given by chance. Below 0: they agree even less than that.',
    ),
    aboutAlpha: t(
      'Krippendorff’s alpha is what agreement is usually reported as: for any number of people, also where some said nothing. For passages it counts how far the marked stretches of text overlap; for scales it knows that 4 is nearer to 5 than to 1.',
    ),
    aboutKappa: t(
      'Cohen’s kappa (of two people) and Fleiss’ kappa (of several) count only whether two answers are the same.',
    ),
    aboutConvention: t(
      'By convention (Krippendorff 2004), results from 0.800 on are relied upon, and from 0.667 on for tentative conclusions. What a study needs is for its authors to say.',
    ),
    labels: t('Labels'),
    pairs: t('Each two people: {0}'),
    places: t('Disagreements'),
    noPlaces: t('No disagreements.'),
    previous: t('Previous Disagreement'),
    next: t('Next Disagreement'),
    position: t('{0} of {1}'),
    keys: t('Press N or P for the next or the previous one; its article opens beside.'),
    more: t('Show More'),
    wholeArticle: t('Whole article'),
  };
}
