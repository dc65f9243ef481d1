import { isMap, isSeq, type YAMLSeq } from 'yaml';
import { globMatcher, literalGlob } from '../text/globs';
import { addedToJson, jsonObject, valueIn, writtenJson } from '../text/json/jsonEdits';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { readArchiveConfig } from './archiveConfig';

/**
 * The text of `config.json` with one more accepted problem: a rule that is not to fire in an article. Only what is added
 * changes. Undefined where the text cannot be read as what it should be.
 */
export function ignoreInConfig(text: string | undefined, rule: string, path: string): string | undefined {
  if (text === undefined || text.trim() === '') {
    return `${JSON.stringify({ problems: { ignore: [{ rule, paths: [literalGlob(path)] }] } }, undefined, 2)}\n`;
  }
  const edit = editFor(text, rule, literalGlob(path));
  const changed = edit === undefined ? undefined : applyEdits(text, [edit]);
  return changed !== undefined && isIgnored(changed, rule, path) ? changed : undefined;
}

function editFor(text: string, rule: string, glob: string): TextEdit | undefined {
  const root = jsonObject(text);
  if (root === undefined) return undefined;
  const problems = valueIn(root, 'problems');
  const entry = { rule, paths: [glob] };
  if (problems === undefined) return addedToJson(text, root, [`"problems": ${writtenJson({ ignore: [entry] })}`]);
  if (!isMap(problems)) return undefined;
  const ignore = valueIn(problems, 'ignore');
  if (ignore === undefined) return addedToJson(text, problems, [`"ignore": ${writtenJson([entry])}`]);
  if (!isSeq(ignore)) return undefined;
  const paths = ignore.items.map((item) => pathsOfPlain(item, rule)).find((found) => found !== undefined);
  return paths === undefined
    ? addedToJson(text, ignore, [writtenJson(entry)])
    : addedToJson(text, paths, [writtenJson(glob)]);
}

/** The paths of an entry for the same rule, where that has no reason that might not hold for another article. */
function pathsOfPlain(item: unknown, rule: string): YAMLSeq | undefined {
  if (!isMap(item) || item.has('reason')) return undefined;
  const own = item.get('rule');
  const paths = valueIn(item, 'paths');
  return own === rule && isSeq(paths) ? paths : undefined;
}

function isIgnored(text: string, rule: string, path: string): boolean {
  const { ignore } = readArchiveConfig(text, 'UTC').config.checks;
  return ignore.some((entry) => entry.rule === rule && globMatcher(entry.paths)(path));
}
