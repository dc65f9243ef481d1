import { foldName } from '../../../article/sourceNames';
import { closestText } from '../../../text/closestText';
import type { Fix } from '../../../text/fix';
import { say } from '../../../text/message';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import { defineRule } from '../../rule';
import { addedField, languageOf, valueEdit, written } from './fieldEdits';
import { compiledSchema, type ErrorObject } from './frontMatterSchema';
import { metadataOf } from './metadataOf';
import { schemaMessage } from './schemaMessage';
import { type TypedMetadata, type TypedPlace, typedMetadata } from './typedMetadata';

/** What would make the value what the schema asks for. */
type Remedy =
  | { readonly kind: 'quote' }
  | { readonly kind: 'unquote' }
  | { readonly kind: 'replace'; readonly text: string; readonly isGuess?: true }
  | { readonly kind: 'add'; readonly key: string; readonly text: string };

interface Data {
  readonly keyword: string;
  readonly remedy?: Remedy;
}

export const schema = defineRule<Data>({
  id: 'metadata/schema',
  name: 'Schema not met',
  level: 'warning',
  summary: 'The front matter does not meet the archive’s JSON Schema.',
  documentation: `
Holds the front matter of each article against your own JSON Schema: \`problems.schema\` in \`.marginalia/config.json\` for all
articles, \`problems.sourceSchemas\` by the name of a source. Each violation is shown on the value it is about.

\`\`\`json
{ "problems": { "schema": { "required": ["tags"], "properties": { "comments": { "type": "boolean" } } } } }
\`\`\`

Values have the types of YAML 1.2: \`2021\` is a number, \`true\` a boolean, and a date is text. Draft 7 and 2020-12 are understood.
Fixes put a value in quotes or take them away, write the allowed value that is meant, or add a missing field that has a
\`default\`. A schema that cannot be used is a fault of the configuration, and of no article.

\`pattern\` and \`patternProperties\` run on an engine that never backtracks, so that none can stop the check. One that needs
lookaround, a back reference or more than 1,000 repeats is named and left out; the rest of the schema holds.
`,
  *check(article) {
    const schemas = schemasFor(article);
    if (schemas.length === 0 || metadataOf(article) === undefined) return;
    const typed = typedMetadata(article);
    if (typed === undefined) return;
    const told = new Set<string>();
    for (const one of schemas) {
      const compiled = compiledSchema(one);
      if (compiled.kind === 'broken') continue;
      for (const error of compiled.violations(typed.data)) {
        const path = pathOf(error);
        const place = typed.placeOf(path);
        const range = isAboutKey(error) ? (place.key ?? place.range) : place.range;
        const message = schemaMessage(error, path.length === 0 ? 'front matter' : path.join('.'));
        const key = JSON.stringify([range, message]);
        if (told.has(key)) continue;
        told.add(key);
        const remedy = remedyFor(error, path, place, typed, one);
        yield { range, message, data: { keyword: error.keyword, ...(remedy === undefined ? {} : { remedy }) } };
      }
    }
  },
  fixes({ range, data: { remedy } }, article) {
    const fix = remedy && fixOf(remedy, range, article);
    return fix === undefined ? [] : [fix];
  },
});

function schemasFor({ settings, knowledge, entry }: CheckedArticle): readonly unknown[] {
  const found = settings.schema === undefined ? [] : [settings.schema];
  const sources = Object.entries(settings.sourceSchemas);
  if (sources.length === 0 || entry.source === undefined) return found;
  const own = knowledge.canonicalSource?.key ?? foldName(entry.source.text);
  return [...found, ...sources.filter(([name]) => foldName(name) === own).map(([, one]) => one)];
}

/** The steps to the value that a violation is about; of a key that may not be there, to its value. */
function pathOf({ instancePath, params }: ErrorObject): readonly string[] {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const extra: unknown = params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;
  return typeof extra === 'string' ? [...steps, extra] : steps;
}

function isAboutKey({ keyword }: ErrorObject): boolean {
  return /^(?:additionalProperties|unevaluatedProperties|propertyNames|required|dependentRequired|dependencies)$/.test(
    keyword,
  );
}

function remedyFor(
  { keyword, params }: ErrorObject,
  path: readonly string[],
  { scalar }: TypedPlace,
  { data }: TypedMetadata,
  one: unknown,
): Remedy | undefined {
  if (keyword === 'required' && path.length === 0) {
    const key = String(params.missingProperty);
    const text = defaultOf(one, key);
    return text === undefined ? undefined : { kind: 'add', key, text };
  }
  if (scalar === undefined) return undefined;
  const value = path.reduce<unknown>((held, step) => (held as Record<string, unknown> | null)?.[step], data);
  if (keyword === 'type') {
    const types: readonly unknown[] = Array.isArray(params.type) ? params.type : [params.type];
    if (scalar === 'plain' && typeof value !== 'string')
      return types.includes('string') ? { kind: 'quote' } : undefined;
    return scalar === 'quoted' && types.some((type) => isOfType(value, type)) ? { kind: 'unquote' } : undefined;
  }
  const allowed: readonly unknown[] = keyword === 'const' ? [params.allowedValue] : (params.allowedValues ?? []);
  if ((keyword !== 'enum' && keyword !== 'const') || typeof value !== 'string') return undefined;
  const texts = allowed.filter((item) => typeof item === 'string');
  const same = texts.find((text) => foldName(text) === foldName(value));
  if (same !== undefined) return { kind: 'replace', text: same };
  const near = closestText(value, texts);
  return near === undefined ? undefined : { kind: 'replace', text: near, isGuess: true };
}

function isOfType(value: unknown, type: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (type === 'boolean') return /^(?:true|false)$/.test(value);
  if (type === 'integer') return /^[-+]?\d{1,15}$/.test(value);
  return type === 'number' && /^[-+]?\d{1,15}(?:\.\d+)?$/.test(value);
}

/** The text that a schema gives a field which is not there. */
function defaultOf(one: unknown, key: string): string | undefined {
  const { properties } = one as { readonly properties?: Readonly<Record<string, unknown>> };
  const property = properties?.[key];
  if (typeof property !== 'object' || property === null || !('default' in property)) return undefined;
  return typeof property.default === 'string' ? property.default : undefined;
}

function fixOf(remedy: Remedy, range: TextRange, article: CheckedArticle): Fix | undefined {
  const asWritten = article.text.slice(range.start, range.end);
  switch (remedy.kind) {
    case 'quote': {
      const text = languageOf(article) === 'yaml' ? `'${asWritten.replaceAll("'", "''")}'` : JSON.stringify(asWritten);
      return { title: say('Write it as {0}', text), edits: [{ range, text }] };
    }
    case 'unquote': {
      const text = asWritten.slice(1, -1);
      return { title: say('Write it as {0}', text), edits: [{ range, text }] };
    }
    case 'replace': {
      const isQuoted = /^["']/.test(asWritten);
      const inner = isQuoted ? { start: range.start + 1, end: range.end - 1 } : range;
      const edits = [valueEdit(article, { range, inner }, remedy.text)];
      return { title: say('Write it as “{0}”', remedy.text), edits, ...(remedy.isGuess ? { isGuess: true } : {}) };
    }
    case 'add': {
      const edit = addedField(article, remedy.key, remedy.text);
      if (edit === undefined) return undefined;
      return { title: say('Add “{0}: {1}”', remedy.key, written(remedy.text, 'yaml')), edits: [edit] };
    }
  }
}
