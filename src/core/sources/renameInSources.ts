import { collapse } from '../article/fieldValue';
import { foldName, SourceNames } from '../article/sourceNames';
import { editJson, type JsonChange } from '../text/json/editJson';
import { isJsonObject, type JsonObject } from '../text/json/jsonValue';
import { isBlankFile, partAt, tryParseJson } from '../text/json/parseJson';
import { blankSources } from './profileEdit';

/**
 * The text of `sources.json` in which a source has another name and the one before is an alias: what was said of it goes
 * along, to the source that has the new name already if there is one. Of names that differ only in case, width or white
 * space none is an alias. Only what must changes. Undefined where the text cannot be read as what it should be.
 */
export function renameInSources(text: string | undefined, before: string, after: string): string | undefined {
  const known = isBlankFile(text) ? blankSources : text;
  const sources = partAt(tryParseJson(known), ['sources']);
  const changes = changesFor(isJsonObject(sources) ? sources : {}, before, after);
  const changed = changes.length === 0 ? undefined : editJson(known, changes);
  return changed !== undefined && isRenamed(changed, before, after) ? changed : undefined;
}

function changesFor(sources: JsonObject, before: string, after: string): readonly JsonChange[] {
  const isSame = foldName(before) === foldName(after);
  const old = sourceNamed(sources, before);
  const present = sourceNamed(sources, after);
  if (present !== undefined && present !== old) {
    const aliases = [before, ...textsOf(sources, old, 'aliases')];
    const domains = textsOf(sources, old, 'domains');
    const removed = old === undefined ? [] : [{ path: ['sources', old], value: undefined }];
    return [...additions(sources, present, present, { aliases, domains }), ...removed];
  }
  if (old === undefined) return isSame ? [] : [{ path: ['sources', after, 'aliases'], value: [before] }];
  return [
    { path: ['sources', old], key: after },
    ...additions(sources, old, after, isSame ? {} : { aliases: [before] }),
  ];
}

/** What a source does not have yet of these lists; `name` is what it is called by then. */
function additions(
  sources: JsonObject,
  source: string,
  name: string,
  more: Readonly<Record<string, readonly string[]>>,
): readonly JsonChange[] {
  return Object.entries(more).flatMap(([field, texts]): readonly JsonChange[] => {
    const list = partAt(sources, [source, field]);
    const known = new Set(textsOf(sources, source, field));
    const fresh = [...new Set(texts)].filter((text) => !known.has(text));
    if (fresh.length === 0) return [];
    if (list === undefined) return [{ path: ['sources', name, field], value: fresh }];
    const end = Array.isArray(list) ? list.length : 0;
    return fresh.map((value, index) => ({ path: ['sources', name, field, end + index], value }));
  });
}

function sourceNamed(sources: JsonObject, name: string): string | undefined {
  if (Object.hasOwn(sources, name)) return name;
  const key = foldName(name);
  return Object.keys(sources).find((written) => foldName(written) === key);
}

function textsOf(sources: JsonObject, source: string | undefined, field: string): readonly string[] {
  const list = source === undefined ? undefined : partAt(sources, [source, field]);
  const items: readonly unknown[] = Array.isArray(list) ? list : [list];
  return items.filter((item) => typeof item === 'string');
}

function isRenamed(text: string, before: string, after: string): boolean {
  const names = new SourceNames(tryParseJson(text));
  return [before, after].every((name) => names.canonicalOf(name)?.name === collapse(after));
}
