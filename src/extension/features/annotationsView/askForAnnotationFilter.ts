import * as vscode from 'vscode';
import { type AnnotationFilter, annotationFacets } from '../../../core/annotations/index/annotationFilter';
import type { AnnotationRow } from '../../../core/annotations/index/annotationRow';
import type { Services } from '../../services';
import { type Choice, pickFilter } from '../../ui/filterPick';
import { plainLabel } from '../../ui/plainLabel';
import { showNumber } from '../../ui/showNumber';
import type { AnnotationKnowledge } from './annotationKnowledge';

/** Asks what to narrow the Annotations view to. */
export async function askForAnnotationFilter(
  { annotationTrees }: Services,
  knowledge: AnnotationKnowledge,
): Promise<void> {
  const { look, shownAnnotations } = annotationTrees;
  const counted = <Value>(
    keysOf: (row: AnnotationRow) => Iterable<string>,
    nameOf: (key: string) => string,
    choiceOf: (key: string, name: string) => Value,
  ): readonly Choice<Value>[] => {
    const counts = new Map<string, number>();
    for (const { index } of shownAnnotations) {
      for (const row of index.rows) for (const key of keysOf(row)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts]
      .map(([key, count]) => {
        const name = nameOf(key);
        return { label: plainLabel(name), description: showNumber(count), value: choiceOf(key, name) };
      })
      .sort((one, other) => one.label.localeCompare(other.label));
  };
  const filter = await pickFilter<AnnotationFilter>(look.filter, {
    title: vscode.l10n.t('Filter Annotations'),
    placeholder: vscode.l10n.t('Words of the passage, the note or the path, or choose below'),
    facets: annotationFacets,
    choices: {
      label: () =>
        counted(
          ({ labels }) => new Set(labels.map(({ label }) => label)),
          (label) => knowledge.labelName(label),
          (key, name) => ({ key, name }),
        ),
      creator: () =>
        counted(
          ({ creator }) => [creator],
          (name) => name,
          (name) => name,
        ),
    },
  });
  if (filter !== undefined) look.setFilter(filter);
}
