import { type DayRange, isWithinDays } from '../../query/dayRange';
import { daysFacet, type Facets, type Named, toggleFacet, wordsFacet } from '../../query/filter';
import { foldedWords, foldText } from '../../text/foldText';
import { say } from '../../text/message';
import type { AnchorState } from '../anchoring/passage';
import type { AnnotationRow } from './annotationRow';

/** Which annotations are wanted; every part that is set must hold. */
export interface AnnotationFilter {
  /** Words that all must be in the subject, the note or the article's path. */
  readonly text?: string;
  /** By its id. */
  readonly label?: Named;
  readonly creator?: string;
  /** On which it was made. */
  readonly days?: DayRange;
  readonly unresolved?: true;
  readonly orphans?: true;
}

export interface AnnotationFilterContext {
  /** Undefined where nobody looked yet. */
  readonly stateOf: (row: AnnotationRow) => AnchorState | undefined;
}

export const annotationFacets: Facets<AnnotationFilter, AnnotationRow, AnnotationFilterContext> = {
  text: wordsFacet(
    (words) => say('$(search) Words “{0}”', words),
    (text) => {
      const words = foldedWords(text);
      return ({ subject, note, article = '' }) => {
        const folded = words.length === 0 ? '' : foldText(`${subject}\n${note}\n${article}`);
        return words.every((word) => folded.includes(word));
      };
    },
  ),
  label: {
    matches:
      ({ key }) =>
      ({ labels }) =>
        labels.some(({ label }) => label === key),
    question: { kind: 'one', label: say('$(tag) Label…'), title: say('Show Annotations With This Label') },
    describe: ({ name }) => [name],
  },
  creator: {
    matches: (wanted) => (row) => row.creator === wanted,
    question: { kind: 'one', label: say('$(person) Person…'), title: say('Show Annotations of This Person') },
    describe: (name) => [name],
  },
  days: daysFacet(
    say('$(calendar) Made on…'),
    say('Show Annotations Made On'),
    (days) =>
      ({ created }) =>
        isWithinDays(Number(created.slice(0, 10).replaceAll('-', '')), days),
  ),
  unresolved: toggleFacet(
    say('$(circle-large-outline) Not resolved only'),
    say('not resolved'),
    () =>
      ({ isResolved }) =>
        !isResolved,
  ),
  orphans: toggleFacet(
    say('$(warning) Not found any more only'),
    say('not found any more'),
    ({ stateOf }) =>
      (row) =>
        stateOf(row) === 'orphan',
  ),
};
