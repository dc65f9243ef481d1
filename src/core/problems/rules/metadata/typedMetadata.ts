import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import { languageOf } from './fieldEdits';
import { openingOf } from './metadataOf';

/** So many aliases are enough for any article, and too few to blow up what they stand for. */
const mostAliases = 20;

/** Front matter with the types that its language gives to values, as a schema sees it. */
export interface TypedMetadata {
  readonly data: unknown;
  placeOf(path: readonly string[]): TypedPlace;
}

export interface TypedPlace {
  /** Where the value is written, or what comes nearest to it. */
  readonly range: TextRange;
  /** Where the key is written that leads to the value. */
  readonly key?: TextRange;
  /** Whether the range is that of one scalar, and whether that is in quotes. */
  readonly scalar?: 'quoted' | 'plain';
}

/** Reads front matter once more, with types; undefined where that is not possible. */
export function typedMetadata(article: CheckedArticle): TypedMetadata | undefined {
  return languageOf(article) === 'yaml' ? typedYaml(article) : typedFields(article);
}

function typedYaml(article: CheckedArticle): TypedMetadata | undefined {
  const { block, text } = article;
  if (block.kind === 'none') return undefined;
  const content = text.slice(block.content.start, block.content.end);
  const document = parseDocument(content, {
    schema: 'core',
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0 || (content.includes('*') && aliasesIn(document) > mostAliases)) return undefined;
  try {
    const data: unknown = document.toJS({ maxAliasCount: mostAliases }) ?? {};
    return { data, placeOf: (path) => yamlPlace(article, document, block.content.start, path) };
  } catch {
    // Aliases that stand for far more than is written; another rule tells of them.
    return undefined;
  }
}

/** What an alias of an empty list stands for counts as nothing with the parser, and is walked through all the same. */
function aliasesIn(document: Document.Parsed): number {
  let aliases = 0;
  visit(document, {
    Alias: () => {
      aliases++;
    },
  });
  return aliases;
}

function yamlPlace(
  article: CheckedArticle,
  document: Document.Parsed,
  offset: number,
  path: readonly string[],
): TypedPlace {
  let node: unknown = document.contents;
  let place: TypedPlace = { range: openingOf(article) };
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    let key: TextRange | undefined;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === step);
      key = rangeOf(article, pair?.key, offset);
      node = pair?.value;
    } else {
      node = isSeq(node) ? node.items[Number(step)] : undefined;
    }
    const own = rangeOf(article, node, offset);
    const range = own ?? key;
    if (range === undefined) return place;
    place = { range, ...(key === undefined ? {} : { key }), ...(own === undefined ? {} : scalarOf(node)) };
  }
  return place;
}

function scalarOf(node: unknown): Pick<TypedPlace, 'scalar'> {
  if (!isScalar(node)) return {};
  if (node.type === 'PLAIN') return { scalar: 'plain' };
  return node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE' ? { scalar: 'quoted' } : {};
}

function rangeOf({ text }: CheckedArticle, node: unknown, offset: number): TextRange | undefined {
  const range = (node as Node | undefined | null)?.range;
  if (range === undefined || range === null) return undefined;
  const start = range[0] + offset;
  const end = start + text.slice(start, range[1] + offset).trimEnd().length;
  return end > start ? { start, end } : undefined;
}

/** JSON and TOML are typed already; only the outermost fields have places. */
function typedFields(article: CheckedArticle): TypedMetadata {
  return {
    data: plainData(article.frontMatter.data, 0),
    placeOf([first, second]) {
      const field = article.fields.all.find(({ key }) => key === first);
      if (field === undefined) return { range: openingOf(article) };
      const item = second === undefined ? undefined : field.items[Number(second)];
      const { range, inner } = item ?? field;
      const isScalar =
        range.end > range.start && (item !== undefined || (second === undefined && field.style !== 'flow'));
      const scalar = inner.start > range.start ? 'quoted' : 'plain';
      return {
        range: range.end > range.start ? range : field.keyRange,
        key: field.keyRange,
        ...(isScalar ? { scalar } : {}),
      };
    },
  };
}

const deepest = 40;

function plainData(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((item) => plainData(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainData(item, depth + 1)]));
}
