import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { collapse } from '../article/fieldValue';
import { foldName, SourceNames } from '../article/sourceNames';
import { addedToJson, jsonObject, pairIn, valueIn, writtenJson } from '../text/json/jsonEdits';
import { tryParseJson } from '../text/json/parseJson';
import { applyEdits, type TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';

/**
 * The text of `sources.json` in which a source has another name and the one before is an alias: what was said of it goes
 * along, to the source that has the new name already if there is one. Of names that differ only in case, width or white
 * space none is an alias. Only what must changes. Undefined where the text cannot be read as what it should be.
 */
export function renameInSources(text: string | undefined, before: string, after: string): string | undefined {
  const isSame = foldName(before) === foldName(after);
  if (text === undefined || text.trim() === '') {
    if (isSame) return undefined;
    return `${JSON.stringify({ version: 1, sources: { [after]: { aliases: [before] } } }, undefined, 2)}\n`;
  }
  const edits = editsFor(text, before, after);
  const changed = edits === undefined ? undefined : applyEdits(text, edits);
  return changed !== undefined && isRenamed(changed, before, after) ? changed : undefined;
}

function editsFor(text: string, before: string, after: string): readonly TextEdit[] | undefined {
  const root = jsonObject(text);
  if (root === undefined) return undefined;
  const sources = valueIn(root, 'sources');
  const entry = `${writtenJson(after)}: ${writtenJson({ aliases: [before] })}`;
  if (sources === undefined) return edits(addedToJson(text, root, [`"sources": {${entry}}`]));
  if (!isMap(sources)) return undefined;
  const old = sourceNamed(sources, before);
  const present = sourceNamed(sources, after);
  if (present === undefined || present === old) {
    const isSame = foldName(before) === foldName(after);
    if (old === undefined) return isSame ? undefined : edits(addedToJson(text, sources, [entry]));
    const more = isSame ? {} : { aliases: [before] };
    const aliases = isMap(old.value) ? addedTexts(text, old.value, more) : undefined;
    return edits(keyEdit(old, after), ...(aliases ?? [undefined]));
  }
  if (!isMap(present.value)) return undefined;
  const more = { aliases: [before, ...textsOf(old?.value, 'aliases')], domains: textsOf(old?.value, 'domains') };
  const removed = old === undefined ? [] : [removal(sources, old)];
  return edits(...(addedTexts(text, present.value, more) ?? [undefined]), ...removed);
}

/** Undefined where any of them cannot be done. */
function edits(...all: readonly (TextEdit | undefined)[]): readonly TextEdit[] | undefined {
  return all.every((edit) => edit !== undefined) ? all : undefined;
}

function addedTexts(
  text: string,
  source: YAMLMap,
  more: Readonly<Record<string, readonly string[]>>,
): readonly (TextEdit | undefined)[] | undefined {
  const fresh: string[] = [];
  const found: (TextEdit | undefined)[] = [];
  for (const [field, texts] of Object.entries(more)) {
    const list = valueIn(source, field);
    const known = new Set(textsOf(source, field));
    const items = [...new Set(texts)].filter((one) => !known.has(one));
    if (items.length === 0) continue;
    if (list === undefined) fresh.push(`${writtenJson(field)}: ${writtenJson(items)}`);
    else if (!isSeq(list)) return undefined;
    else
      found.push(
        addedToJson(
          text,
          list,
          items.map((item) => writtenJson(item)),
        ),
      );
  }
  return fresh.length === 0 ? found : [...found, addedToJson(text, source, fresh)];
}

function keyEdit({ key }: Pair, name: string): TextEdit | undefined {
  const [start, end] = (isScalar(key) && key.range) || [];
  return start === undefined || end === undefined ? undefined : { range: { start, end }, text: writtenJson(name) };
}

/** Without the pair and the comma that goes with it. */
function removal(map: YAMLMap, pair: Pair): TextEdit | undefined {
  const at = map.items.indexOf(pair as (typeof map.items)[number]);
  const next = map.items[at + 1];
  const last = map.items[at - 1];
  const range = next === undefined ? undefined : spanOf(pair.key, next.key, 'starts');
  const span =
    range ?? (last === undefined ? spanOf(pair.key, pair.value, 'whole') : spanOf(last.value, pair.value, 'ends'));
  return span && { range: span, text: '' };
}

function spanOf(from: unknown, to: unknown, what: 'starts' | 'ends' | 'whole'): TextRange | undefined {
  const first = rangeOf(from);
  const second = rangeOf(to);
  if (first === undefined || second === undefined) return undefined;
  return { start: what === 'ends' ? first[1] : first[0], end: what === 'starts' ? second[0] : second[1] };
}

function rangeOf(node: unknown): readonly [number, number, ...unknown[]] | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? (node.range ?? undefined) : undefined;
}

function sourceNamed(sources: YAMLMap, name: string): Pair | undefined {
  const key = foldName(name);
  return (
    pairIn(sources, name) ??
    sources.items.find((pair) => isScalar(pair.key) && foldName(String(pair.key.value)) === key)
  );
}

function textsOf(source: unknown, field: string): readonly string[] {
  const list = isMap(source) ? valueIn(source, field) : undefined;
  const items: readonly unknown[] = isSeq(list) ? list.items : [list];
  return items.flatMap((item) => (isScalar(item) && typeof item.value === 'string' ? [item.value] : []));
}

function isRenamed(text: string, before: string, after: string): boolean {
  // Not JSON where there are comments, say: nothing that a program that knows only JSON may write into.
  const json = tryParseJson(text);
  if (json === undefined) return false;
  const names = new SourceNames(json);
  return [before, after].every((name) => names.canonicalOf(name)?.name === collapse(after));
}
