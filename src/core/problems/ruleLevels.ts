import { foldName } from '../article/sourceNames';
import { globMatcher } from '../text/globs';
import type { CheckSettings } from './checkSettings';
import type { Level } from './problem';
import type { AnyRule } from './rule';

/** How grave each rule is in each article, as the archive's configuration says. Made once for many articles. */
export class RuleLevels {
  readonly #base: ReadonlyMap<string, Level>;
  readonly #overrides: readonly ((path: string, source: string) => Readonly<Record<string, Level>> | undefined)[];
  readonly #ignored: readonly { readonly rule: string; readonly matches: (path: string) => boolean }[];

  constructor(rules: readonly AnyRule[], settings: CheckSettings) {
    this.#base = new Map(rules.map(({ id, level }) => [id, settings.levels[id] ?? level]));
    this.#overrides = settings.overrides.map(({ paths, sources, levels }) => {
      const inPaths = paths === undefined ? () => true : globMatcher(paths);
      const names = sources === undefined ? undefined : new Set(sources.map(foldName));
      return (path, source) => (inPaths(path) && (names === undefined || names.has(source)) ? levels : undefined);
    });
    this.#ignored = settings.ignore.map(({ rule, paths }) => ({ rule, matches: globMatcher(paths) }));
  }

  /** `source` is the folded name of the article's source; empty without one. */
  levelOf(rule: AnyRule, path: string, source: string): Level {
    if (this.#ignored.some((entry) => entry.rule === rule.id && entry.matches(path))) return 'off';
    let level = this.#base.get(rule.id) ?? rule.level;
    for (const override of this.#overrides) level = override(path, source)?.[rule.id] ?? level;
    return level;
  }
}
