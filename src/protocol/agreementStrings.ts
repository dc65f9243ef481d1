/** Every text of the agreement page's own, by its name, as English has it; `{0}` and `{1}` stand for numbers and names. */
export const agreementStrings = {
  label: 'Label',
  source: 'Source',
  people: 'People',
  all: 'All',
  export: 'Export…',
  computing: 'Comparing annotations…',
  reading: 'Reading annotated articles: {0} of {1}',
  stop: 'Stop',
  stopped: 'Stopped. What is shown may be old.',
  goOn: 'Go On',
  about: 'What these numbers say',
  aboutOne:
    '1: everybody always says the same. 0: they agree no more than if labels were given by chance. Below 0: they agree even less than that.',
  aboutAlpha:
    'Krippendorff’s alpha is what agreement is usually reported as: for any number of people, also where some said nothing. For passages it counts how far the marked stretches of text overlap; for scales it knows that 4 is nearer to 5 than to 1.',
  aboutKappa:
    'Cohen’s kappa (of two people) and Fleiss’ kappa (of several) count only whether two answers are the same.',
  aboutConvention:
    'By convention (Krippendorff 2004), results from 0.800 on are relied upon, and from 0.667 on for tentative conclusions. What a study needs is for its authors to say.',
  labels: 'Labels',
  pairs: 'Each two people: {0}',
  places: 'Disagreements',
  noPlaces: 'No disagreements.',
  previous: 'Previous Disagreement',
  next: 'Next Disagreement',
  position: '{0} of {1}',
  keys: 'Press N or P for the next or the previous one; its article opens beside.',
  more: 'Show More',
  wholeArticle: 'Whole article',
} as const;

export type AgreementStrings = Readonly<Record<keyof typeof agreementStrings, string>>;
