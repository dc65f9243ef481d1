import picomatch from 'picomatch';
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { applyEdits, type TextEdit } from '../problems/fix';
import { readArchiveConfig } from './archiveConfig';

/**
 * The text of `config.json` with one more accepted problem: a rule that is not to fire in an article. Only what is added
 * changes. Undefined where the text cannot be read as what it should be.
 */
export function ignoreInConfig(text: string | undefined, rule: string, path: string): string | undefined {
  if (text === undefined || text.trim() === '') {
    return `${JSON.stringify({ problems: { ignore: [{ rule, paths: [literal(path)] }] } }, undefined, 2)}\n`;
  }
  const edit = editFor(text, rule, literal(path));
  const changed = edit === undefined ? undefined : applyEdits(text, [edit]);
  return changed !== undefined && isIgnored(changed, rule, path) ? changed : undefined;
}

function editFor(text: string, rule: string, glob: string): TextEdit | undefined {
  // JSON is YAML, and this parser knows places. A byte order mark is as wide as a space.
  const root: unknown = parseDocument(text.replace(/^\uFEFF/, ' '), {
    logLevel: 'silent',
    prettyErrors: false,
  }).contents;
  if (!isMap(root)) return undefined;
  const problems = valueIn(root, 'problems');
  const entry = { rule, paths: [glob] };
  if (problems === undefined) return added(text, root, `"problems": ${JSON.stringify({ ignore: [entry] })}`);
  if (!isMap(problems)) return undefined;
  const ignore = valueIn(problems, 'ignore');
  if (ignore === undefined) return added(text, problems, `"ignore": ${JSON.stringify([entry])}`);
  if (!isSeq(ignore)) return undefined;
  const paths = ignore.items.map((item) => pathsOfPlain(item, rule)).find((found) => found !== undefined);
  return paths === undefined ? added(text, ignore, JSON.stringify(entry)) : added(text, paths, JSON.stringify(glob));
}

/** The paths of an entry for the same rule, where that has no reason that might not hold for another article. */
function pathsOfPlain(item: unknown, rule: string): YAMLSeq | undefined {
  if (!isMap(item) || item.has('reason')) return undefined;
  const own = item.get('rule');
  const paths = valueIn(item, 'paths');
  return own === rule && isSeq(paths) ? paths : undefined;
}

/** One more item at the end of an object or list, on a line of its own where the others are. */
function added(text: string, parent: YAMLMap | YAMLSeq, item: string): TextEdit | undefined {
  const [start] = parent.range ?? [];
  if (start === undefined) return undefined;
  const spaced = item.replace(/([:,])(?=["[{])/g, '$1 ');
  const last: Pair | unknown = parent.items.at(-1);
  const lastNode = isPair(last) ? (last.value as Node | null) : (last as Node | undefined);
  const firstNode = isPair(parent.items[0])
    ? (parent.items[0].key as Node | null)
    : (parent.items[0] as Node | undefined);
  if (!lastNode?.range || !firstNode?.range) return { range: { start: start + 1, end: start + 1 }, text: spaced };
  const gap = text.slice(start + 1, firstNode.range[0]);
  const end = lastNode.range[1];
  return { range: { start: end, end }, text: `,${/[\r\n]/.test(gap) ? gap : ' '}${spaced}` };
}

function valueIn(map: YAMLMap, key: string): unknown {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key)?.value ?? undefined;
}

function isPair(value: unknown): value is Pair {
  return typeof value === 'object' && value !== null && 'key' in value && 'value' in value && !('items' in value);
}

/** A path as a glob that fits nothing else. */
function literal(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|"'^$]/g, '\\$&');
}

function isIgnored(text: string, rule: string, path: string): boolean {
  const { ignore } = readArchiveConfig(text, 'UTC').config.checks;
  return ignore.some((entry) => entry.rule === rule && picomatch([...entry.paths])(path));
}
