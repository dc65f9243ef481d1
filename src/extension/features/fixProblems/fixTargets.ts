import type { Archive } from '../../archives/archive';
import { setting } from '../../contribute';
import { problemTargets } from '../../problemRows';
import { articlesOf } from '../../rowArguments';
import type { Services } from '../../services';

/** Articles in which the same rules are to be fixed. */
export interface FixTarget {
  readonly archive: Archive;
  readonly paths: readonly string[];
  /** All rules without it. */
  readonly rules?: readonly string[];
  /** All articles of the archive are meant. */
  readonly isWhole?: true;
}

/** What a command is about: rows of the Problems view with their rules only, or articles with all that is in them. */
export function fixTargets(args: readonly unknown[], services: Services): readonly FixTarget[] {
  const problems = problemTargets(args, services);
  const wanted =
    problems.length > 0
      ? problems.flatMap(({ archive, articles, rule }) => articles.map(({ path }) => ({ archive, path, rule })))
      : articlesOf(args, services).map(({ archive, entry }) => ({ archive, path: entry.path, rule: undefined }));
  const rules = new Map<Archive, Map<string, Set<string> | undefined>>();
  for (const { archive, path, rule } of wanted) {
    const paths = rules.get(archive) ?? new Map<string, Set<string> | undefined>();
    rules.set(archive, paths);
    const known = paths.get(path);
    // A row that stands for all rules makes those for one of them superfluous.
    if (rule === undefined || (paths.has(path) && known === undefined)) paths.set(path, undefined);
    else paths.set(path, (known ?? new Set()).add(rule));
  }
  return [...rules].flatMap(([archive, paths]) => targetsOf(archive, paths));
}

function targetsOf(
  archive: Archive,
  paths: ReadonlyMap<string, ReadonlySet<string> | undefined>,
): readonly FixTarget[] {
  const byRules = new Map<string, { readonly paths: string[]; readonly rules?: readonly string[] }>();
  for (const [path, rules] of paths) {
    const sorted = rules && [...rules].sort();
    const key = sorted?.join() ?? '';
    const known = byRules.get(key);
    if (known === undefined) byRules.set(key, { paths: [path], ...(sorted && { rules: sorted }) });
    else known.paths.push(path);
  }
  return [...byRules.values()].map((target) => ({ archive, ...target }));
}

/** Without the articles of which is known that nothing can be fixed in them. */
export function promisingPaths({ archive, paths, rules }: FixTarget, { problems }: Services): readonly string[] {
  const checks = problems.checksOf(archive);
  const isAllChecked = checks?.progress === undefined && checks?.unchecked === 0 && archive.state === 'ready';
  if (!isAllChecked || setting('problems.check', archive.folder.uri) !== 'archive') return paths;
  return paths.filter((path) =>
    archive.problems.of(path).some(({ rule, fixable }) => fixable > 0 && (rules?.includes(rule) ?? true)),
  );
}
