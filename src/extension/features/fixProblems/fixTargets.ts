import type { FixSelection } from '../../../core/problems/fixAll';
import type { Services } from '../../services';
import { setting } from '../../ui/contribute';
import type { Archive } from '../../workspace/archives/archive';
import { articlesOf } from '../../workspace/articleArguments';
import { problemRowsOf, problemTargets } from '../../workspace/problems/problemRows';

/** Articles in which the same problems are to be fixed. */
export interface FixTarget {
  readonly archive: Archive;
  readonly paths: readonly string[];
  readonly selection: FixSelection;
  /** All articles of the archive are meant. */
  readonly isWhole?: true;
}

interface Wanted {
  readonly archive: Archive;
  readonly path: string;
  /** All rules without it. */
  readonly rule?: string | undefined;
}

/**
 * What a command is about: rows of the Problems view with the problems that it shows, or articles with all that is in them. Hints
 * are among those where a person wants to see hints.
 */
export function fixTargets(args: readonly unknown[], services: Services): readonly FixTarget[] {
  const rows = problemRowsOf(args, services);
  const wanted: readonly Wanted[] =
    rows.length > 0
      ? rows.flatMap((row) => wantedBelow(row, services))
      : articlesOf(args, services).map(({ archive, entry }) => ({ archive, path: entry.path }));
  const rules = new Map<Archive, Map<string, Set<string> | undefined>>();
  for (const { archive, path, rule } of wanted) {
    const paths = rules.get(archive) ?? new Map<string, Set<string> | undefined>();
    rules.set(archive, paths);
    const known = paths.get(path);
    // A row that stands for all rules makes those for one of them superfluous.
    if (rule === undefined || (paths.has(path) && known === undefined)) paths.set(path, undefined);
    else paths.set(path, (known ?? new Set()).add(rule));
  }
  const hints = hintsSelection(services);
  return [...rules].flatMap(([archive, paths]) => targetsOf(archive, paths, hints));
}

/** Whether hints are to be fixed: not where the Problems view hides them. */
export function hintsSelection({ problemTrees }: Services): Pick<FixSelection, 'withoutHints'> {
  return problemTrees.look.arrangement.hints ? {} : { withoutHints: true };
}

/** A row that holds rows of rules stands for what these show. */
function wantedBelow(row: ReturnType<typeof problemRowsOf>[number], services: Services): readonly Wanted[] {
  const isOfRules = row.type === 'group' && row.groups.size > 0;
  if (isOfRules) return [...row.groups.values()].flatMap((group) => wantedBelow(group, services));
  return problemTargets([row], services).flatMap(({ archive, articles, rule }) =>
    articles.map(({ path }) => ({ archive, path, rule })),
  );
}

function targetsOf(
  archive: Archive,
  paths: ReadonlyMap<string, ReadonlySet<string> | undefined>,
  hints: Pick<FixSelection, 'withoutHints'>,
): readonly FixTarget[] {
  const byRules = new Map<string, { readonly paths: string[]; readonly selection: FixSelection }>();
  for (const [path, rules] of paths) {
    const sorted = rules && [...rules].sort();
    const key = sorted?.join() ?? '';
    const known = byRules.get(key);
    if (known !== undefined) known.paths.push(path);
    else byRules.set(key, { paths: [path], selection: { ...hints, ...(sorted && { rules: sorted }) } });
  }
  return [...byRules.values()].map((target) => ({ archive, ...target }));
}

/** Whether it is known of all articles what is wrong with them. */
export function isAllChecked(archive: Archive, { problems }: Services): boolean {
  const checks = problems.checksOf(archive);
  const isDone = checks?.progress === undefined && checks?.unchecked === 0 && archive.state === 'ready';
  return isDone && setting('problems.check', archive.folder.uri) === 'archive';
}

/** Without the articles of which is known that nothing can be fixed in them. */
export function promisingPaths({ archive, paths, selection }: FixTarget, services: Services): readonly string[] {
  if (!isAllChecked(archive, services)) return paths;
  const { rules, withoutHints } = selection;
  return paths.filter((path) =>
    archive.problems
      .of(path)
      .some(
        ({ rule, severity, fixable }) =>
          fixable > 0 && (rules?.includes(rule) ?? true) && !(withoutHints && severity === 'hint'),
      ),
  );
}

/** How many hints are left that could be fixed, as far as that is known. */
export function hiddenHints(targets: readonly FixTarget[]): number {
  let hints = 0;
  for (const { archive, paths, selection } of targets) {
    if (!selection.withoutHints) continue;
    for (const path of paths) {
      for (const { severity, fixable } of archive.problems.of(path)) if (severity === 'hint') hints += fixable;
    }
  }
  return hints;
}
