import type { Named } from '../../../core/query/filter';
import type { Choice } from '../../ui/filterPick';
import { plainLabel } from '../../ui/plainLabel';
import { showNumber } from '../../ui/showNumber';
import type { Archive } from '../archives/archive';
import { sourceCounts } from './sourceCounts';

/** All sources that a filter can be set to, with how many articles each has. */
export function sourceChoices(archives: readonly Archive[]): readonly Choice<Named>[] {
  return sourceCounts(archives).map(({ key, name, count }) => ({
    label: plainLabel(name),
    description: showNumber(count),
    value: { key, name },
  }));
}
