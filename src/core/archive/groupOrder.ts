import { type ArticleOrder, nameCollator } from './articleOrder';
import type { GroupKey } from './grouping';

interface Group {
  readonly id: string;
  readonly key: GroupKey | undefined;
  readonly name: string;
}

/** Years, months and days run with the articles; names by the alphabet; what lacks a value comes last. */
export function compareGroups(order: ArticleOrder): (a: Group, b: Group) => number {
  const direction = order === 'oldest' ? 1 : -1;
  return (a, b) => {
    const rank = rankOf(a) - rankOf(b);
    if (rank !== 0) return rank;
    if (a.key !== undefined && b.key !== undefined && 'number' in a.key && 'number' in b.key) {
      // A scale is read from its lowest step, whatever the articles do.
      return (a.key.kind === 'rating' ? 1 : direction) * (a.key.number - b.key.number);
    }
    return nameCollator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  };
}

function rankOf({ key }: Group): number {
  switch (key?.kind) {
    case 'unreadableDate':
      return 1;
    case 'noDate':
    case 'noSource':
    case 'noCategory':
    case 'noField':
      return 2;
    default:
      return 0;
  }
}
