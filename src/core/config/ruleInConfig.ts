import { foldName } from '../article/sourceNames';
import type { Level } from '../problems/problem';
import { literalGlob } from '../text/globs';
import { setJsonValue } from '../text/json/editJson';
import { isJsonObject } from '../text/json/jsonValue';
import { listAt } from '../text/json/parseJson';

/** Where in an archive a rule is to be as grave as somebody says. */
export type RuleScope =
  | { readonly kind: 'archive' }
  | { readonly kind: 'source'; readonly name: string }
  /** With all that is below it. */
  | { readonly kind: 'folder'; readonly path: string };

/**
 * The text of `config.json` in which a rule has another level. Of the rest nothing changes; an entry for the same scope is
 * used again where no later one says otherwise. Undefined where the text cannot be read as what it should be.
 */
export function ruleInConfig(
  text: string | undefined,
  rule: string,
  level: Level,
  scope: RuleScope,
): string | undefined {
  if (scope.kind === 'archive') return setJsonValue(text, ['problems', 'rules', rule], level);
  // In what cannot be read nothing can be set either, which is what the caller is told.
  const overrides = listAt(text, ['problems', 'overrides']);
  const own = overrides.findLastIndex((entry) => isFor(entry, scope));
  const isLast = own >= 0 && overrides.slice(own + 1).every((entry) => !mentions(entry, rule));
  if (isLast) return setJsonValue(text, ['problems', 'overrides', own, 'rules', rule], level);
  const added = { ...selectionOf(scope), rules: { [rule]: level } };
  return setJsonValue(text, ['problems', 'overrides', overrides.length], added);
}

type PartScope = Exclude<RuleScope, { kind: 'archive' }>;

function selectionOf(
  scope: PartScope,
): { readonly sources: readonly string[] } | { readonly paths: readonly string[] } {
  return scope.kind === 'source' ? { sources: [scope.name] } : { paths: [folderGlob(scope.path)] };
}

/** Whether an entry is for just this and nothing else. */
function isFor(entry: unknown, scope: PartScope): boolean {
  if (!isJsonObject(entry) || !isJsonObject(entry.rules)) return false;
  const { sources, paths } = entry;
  if (scope.kind === 'folder') return sources === undefined && isOnly(paths, (path) => path === folderGlob(scope.path));
  return paths === undefined && isOnly(sources, (name) => foldName(name) === foldName(scope.name));
}

function isOnly(list: unknown, fits: (text: string) => boolean): boolean {
  return Array.isArray(list) && list.length === 1 && typeof list[0] === 'string' && fits(list[0]);
}

function mentions(entry: unknown, rule: string): boolean {
  return isJsonObject(entry) && isJsonObject(entry.rules) && Object.hasOwn(entry.rules, rule);
}

function folderGlob(path: string): string {
  return path === '' ? '**' : `${literalGlob(path)}/**`;
}
