import type { ArticleDisagreement, Disagreement, PassageDisagreement } from './disagreements';

/** A place that people see differently, counted and looked at once, however many of them marked it and with whatever labels. */
export type ContestedPlace = ArticleDisagreement | ContestedPassage;

export interface ContestedPassage extends Omit<PassageDisagreement, 'label' | 'by'> {
  /** In the order they stand in the text. */
  readonly labels: readonly string[];
  /** Who marked anything there with one of the labels. */
  readonly by: readonly string[];
}

/**
 * Disagreements about overlapping passages are one place where the label is the same, or where one person gave one label and
 * another person another. They come article by article, in order.
 */
export function contestedPlaces(disagreements: Iterable<Disagreement>): readonly ContestedPlace[] {
  const places: ContestedPlace[] = [];
  // The last places of the article at hand by their labels, as indices.
  const last = new Map<string, number>();
  let path: string | undefined;
  for (const disagreement of disagreements) {
    if (disagreement.path !== path) last.clear();
    path = disagreement.path;
    if (disagreement.kind === 'article') {
      places.push(disagreement);
      continue;
    }
    const { label } = disagreement;
    let at = [...new Set([last.get(label), ...last.values()])].find((index) =>
      isOnePlace(places[index ?? -1], disagreement),
    );
    const known = places[at ?? -1];
    if (at !== undefined && known?.kind === 'passage') places[at] = together(known, disagreement);
    else at = places.push(asPlace(disagreement)) - 1;
    last.set(label, at);
  }
  return places;
}

/** The labels that people see differently there. */
export function labelsAt(place: ContestedPlace): readonly string[] {
  return place.kind === 'article' ? [place.label] : place.labels;
}

function isOnePlace(known: ContestedPlace | undefined, { start, label, by, not }: PassageDisagreement): boolean {
  if (known?.kind !== 'passage' || start >= known.end) return false;
  return known.labels.includes(label) || (known.not.includes(by) && known.by.some((person) => not.includes(person)));
}

function asPlace({ label, by, ...place }: PassageDisagreement): ContestedPassage {
  return { ...place, labels: [label], by: [by] };
}

function together(known: ContestedPassage, { label, end, by, not }: PassageDisagreement): ContestedPassage {
  const all = [...new Set([...known.by, by])];
  return {
    ...known,
    end: Math.max(known.end, end),
    labels: [...new Set([...known.labels, label])],
    by: all,
    not: [...new Set([...known.not, ...not])].filter((person) => !all.includes(person)),
  };
}
