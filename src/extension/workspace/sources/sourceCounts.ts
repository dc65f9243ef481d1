import * as vscode from 'vscode';
import { nameCollator } from '../../../core/archive/articleOrder';
import type { ArticleEntry } from '../../../core/article/articleEntry';
import type { Archive } from '../archives/archive';

export interface SourceCount {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

/** The source of an article as a filter names it. */
export function sourceOf(entry: ArticleEntry, archive: Archive): { readonly key: string; readonly name: string } {
  return entry.source === undefined
    ? { key: '', name: vscode.l10n.t('Unknown source') }
    : archive.sources.resolve(entry.source);
}

/** All sources with how many articles each has, by name; in the end those of no source. */
export function sourceCounts(archives: readonly Archive[]): readonly SourceCount[] {
  const counts = new Map<string, SourceCount>();
  for (const archive of archives) {
    for (const entry of archive.index.entries()) {
      const { key, name } = sourceOf(entry, archive);
      const known = counts.get(key);
      counts.set(key, { key, name: known?.name ?? name, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort(
    (a, b) => Number(a.key === '') - Number(b.key === '') || nameCollator.compare(a.name, b.name),
  );
}
