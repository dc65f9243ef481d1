import { performance } from 'node:perf_hooks';
import { ArchiveIndex } from '../../../../src/core/archive/archiveIndex';
import { ArticleTree } from '../../../../src/core/archive/articleTree';
import { type Grouping, placementOf } from '../../../../src/core/archive/grouping';
import { profileTable } from '../../../../src/core/archive/profileTable';
import type { ArticleEntry } from '../../../../src/core/article/articleEntry';
import { readSourceProfiles } from '../../../../src/core/sources/sourceProfiles';

const rounds = 3;

/** How long the tree of all articles takes, grouped by source and by what is known of the sources. */
export function groupingTimes(entries: readonly ArticleEntry[]): {
  readonly bySource: number;
  readonly byOwner: number;
} {
  const names = [...new Set(entries.map(({ source }) => source?.text ?? ''))].filter((name) => name !== '');
  const sources = Object.fromEntries(names.map((name, at) => [name, { owner: `Owner ${at % 20}` }]));
  const profiles = readSourceProfiles(JSON.stringify({ sources })).sources;
  const { categories } = new ArchiveIndex().names;
  const context = {
    timeZone: 'UTC',
    sources: profiles.names,
    categories,
    profiles: profileTable('profile:owner', profiles),
  };
  const fastest = (grouping: Grouping): number => {
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      const placement = placementOf(grouping, context);
      const options = { placement, order: 'newest', matches: () => true, isUnread: () => true } as const;
      const tree = new ArticleTree('bench', options, entries);
      if (tree.size !== entries.length) throw new Error('Not all articles are in the tree.');
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  return { bySource: fastest('source'), byOwner: fastest('profile:owner') };
}
