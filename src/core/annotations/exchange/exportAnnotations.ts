import { csvField } from '../../text/csvField';
import type { JsonValue } from '../../text/json/jsonValue';
import type { AnchoredAnnotation } from '../anchorAnnotations';
import type { Codebook } from '../codebook/codebook';
import { type ExportedArticle, type FlatAnnotation, flatAnnotations, labelName } from './exportedArticle';
import { markdownExport } from './markdownExport';
import { standardJsonLd } from './standardJsonLd';

export const exportFormats = [
  'jsonld',
  'jsonld-standard',
  'csv',
  'jsonl',
  'markdown',
  'labelstudio',
  'doccano',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The item's article, which its target need not name; taken off again when it is imported. */
export const articleKey = 'marginalia:article';

/** The annotations in a format, as text in parts. Only passages that are found go to tools that know nothing but passages. */
export function* exportAnnotations(
  articles: readonly ExportedArticle[],
  format: ExportFormat,
  codebook: Codebook,
): Generator<string, void> {
  switch (format) {
    case 'jsonld':
      yield jsonLd(articles, codebook);
      return;
    case 'jsonld-standard':
      yield standardJsonLd(articles, codebook);
      return;
    case 'csv':
      yield* csv(articles, codebook);
      return;
    case 'jsonl':
      for (const row of flatAnnotations(articles, codebook)) yield `${JSON.stringify(row)}\n`;
      return;
    case 'markdown':
      yield* markdownExport(articles, codebook);
      return;
    case 'labelstudio':
      yield `${JSON.stringify(
        articles.flatMap((article) => labelStudioTask(article, codebook) ?? []),
        undefined,
        2,
      )}\n`;
      return;
    case 'doccano':
      for (const article of articles) {
        if (article.path !== '') yield `${JSON.stringify(doccanoLine(article, codebook))}\n`;
      }
  }
}

function jsonLd(articles: readonly ExportedArticle[], codebook: Codebook): string {
  const items = articles.flatMap(({ path, annotations }) =>
    annotations.map(({ annotation }): JsonValue => ({ ...annotation.json, [articleKey]: path })),
  );
  const needed = new Set(
    articles.flatMap((article) =>
      article.annotations.map(({ annotation: { target } }) =>
        target.kind === 'passage' ? target.passage.trace?.text : undefined,
      ),
    ),
  );
  const texts = articles.flatMap((article) => [...article.texts].filter(([name]) => needed.has(name)));
  const page = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { marginalia: 'urn:marginalia:' }],
    type: 'AnnotationPage',
    items,
    'marginalia:texts': Object.fromEntries(texts),
    'marginalia:labels': namesOfLabels(articles, codebook),
  };
  return `${JSON.stringify(page, undefined, 2)}\n`;
}

/** The names of all labels that were given, by their ids. */
function namesOfLabels(articles: readonly ExportedArticle[], codebook: Codebook): Readonly<Record<string, string>> {
  const given = articles.flatMap(({ annotations }) =>
    annotations.flatMap(({ annotation }) => annotation.labels.map(({ label }) => label)),
  );
  return Object.fromEntries([...new Set(given)].sort().map((label) => [label, labelName(codebook, label)]));
}

const columns = [
  'id',
  'article',
  'title',
  'source',
  'kind',
  'motivation',
  'labels',
  'labelNames',
  'values',
  'quote',
  'note',
  'state',
  'start',
  'end',
  'text',
  'score',
  'creator',
  'created',
  'modified',
  'replyTo',
] as const satisfies readonly (keyof FlatAnnotation)[];

function* csv(articles: Iterable<ExportedArticle>, codebook: Codebook): Generator<string, void> {
  yield `${columns.join(',')}\r\n`;
  for (const row of flatAnnotations(articles, codebook))
    yield `${columns.map((column) => csvField(row[column])).join(',')}\r\n`;
}

function isPlaced(anchored: AnchoredAnnotation): anchored is AnchoredAnnotation & { start: number; end: number } {
  return anchored.start !== null && anchored.end !== null && anchored.annotation.target.kind === 'passage';
}

/** A task with what was annotated as an annotation of each person. */
function labelStudioTask(
  { path, title, text, annotations }: ExportedArticle,
  codebook: Codebook,
): JsonValue | undefined {
  const placed = annotations.filter(isPlaced);
  if (placed.length === 0) return undefined;
  const creators = [...new Set(placed.map(({ annotation }) => annotation.creator))];
  return {
    data: { text, article: path, title },
    annotations: creators.map((creator) => ({
      completed_by: { email: creator },
      result: placed
        .filter(({ annotation }) => annotation.creator === creator && annotation.labels.length > 0)
        .map(({ annotation, start, end, text: labelled }) => ({
          id: annotation.id,
          from_name: 'label',
          to_name: 'text',
          type: 'labels',
          value: {
            start,
            end,
            text: labelled,
            labels: annotation.labels.map(({ label }) => labelName(codebook, label)),
          },
          ...(annotation.note === '' ? {} : { meta: { text: [annotation.note] } }),
        })),
    })),
  };
}

function doccanoLine(exported: ExportedArticle, codebook: Codebook): JsonValue {
  const { path, text, annotations } = exported;
  const placed = annotations.filter(isPlaced);
  return {
    text,
    label: placed.flatMap(({ annotation, start, end }) => annotation.labels.map(({ label }) => [start, end, label])),
    article: path,
    labelNames: namesOfLabels([{ ...exported, annotations: placed }], codebook),
  };
}
