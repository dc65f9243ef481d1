import type { Disagreement, PassageDisagreement } from './disagreements';

/** A place that people see differently, to be looked at once, however many of them marked it. */
export type ContestedPlace =
  | Extract<Disagreement, { readonly kind: 'article' }>
  | (Omit<PassageDisagreement, 'by'> & { readonly by: readonly string[] });

/** Disagreements about overlapping passages with the same label are one place. They come article by article, in order. */
export function contestedPlaces(disagreements: Iterable<Disagreement>): readonly ContestedPlace[] {
  const places: ContestedPlace[] = [];
  // The last place of each label of the article at hand, by its index.
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
    const index = last.get(label) ?? -1;
    const known = places[index];
    if (known?.kind === 'passage' && disagreement.start < known.end) {
      places[index] = { ...known, end: Math.max(known.end, disagreement.end), ...together(known, disagreement) };
      continue;
    }
    last.set(label, places.length);
    places.push({ ...disagreement, by: [disagreement.by] });
  }
  return places;
}

function together(
  known: { readonly by: readonly string[]; readonly not: readonly string[] },
  { by, not }: PassageDisagreement,
): { readonly by: readonly string[]; readonly not: readonly string[] } {
  const all = [...new Set([...known.by, by])];
  return { by: all, not: [...new Set([...known.not, ...not])].filter((person) => !all.includes(person)) };
}
