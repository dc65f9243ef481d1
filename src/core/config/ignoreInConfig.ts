import { globMatcher, literalGlob } from '../text/globs';
import { editJson, type JsonChange } from '../text/json/editJson';
import type { JsonPath } from '../text/json/jsonTree';
import { isJsonObject } from '../text/json/jsonValue';
import { listAt } from '../text/json/parseJson';
import { readArchiveConfig } from './archiveConfig';

const ignorePath: JsonPath = ['problems', 'ignore'];

/**
 * The text of `config.json` with one more accepted problem: a rule that is not to fire in an article. Only what is added
 * changes. Undefined where the text cannot be read as what it should be.
 */
export function ignoreInConfig(text: string | undefined, rule: string, path: string): string | undefined {
  const changed = editJson(text, [changeFor(listAt(text, ignorePath), rule, literalGlob(path))]);
  return changed !== undefined && isIgnored(changed, rule, path) ? changed : undefined;
}

/** Goes to an entry for the same rule, where that has no reason that might not hold for another article. */
function changeFor(entries: readonly unknown[], rule: string, glob: string): JsonChange {
  for (const [index, entry] of entries.entries()) {
    if (!isJsonObject(entry) || entry.rule !== rule || 'reason' in entry || !Array.isArray(entry.paths)) continue;
    return { path: [...ignorePath, index, 'paths', entry.paths.length], value: glob };
  }
  return { path: [...ignorePath, entries.length], value: { rule, paths: [glob] } };
}

function isIgnored(text: string, rule: string, path: string): boolean {
  const { ignore } = readArchiveConfig(text, 'UTC').config.checks;
  return ignore.some((entry) => entry.rule === rule && globMatcher(entry.paths)(path));
}
