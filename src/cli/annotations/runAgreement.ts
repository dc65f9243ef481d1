import {
  type AgreementReport,
  agreementReport,
  type Coefficient,
  type Disagreement,
  type GivenLabel,
  type LabelledArticle,
} from '../../core/annotations/agreement/agreementReport';
import { type Command, exitCode } from '../cliHost';
import { withArchive } from '../openArchive';
import { plainLine } from '../plainLine';
import { writeAll } from '../writeAll';
import { type AnnotatedArticle, annotatedArticles, codebookOf } from './annotatedArticles';
import { type AnnotationsArgs, annotationsArgs, formatOf } from './annotationsArgs';

/** Says how far people agree who annotated the same articles. */
export const runAgreement: Command['run'] = (args, host) => {
  const request = annotationsArgs('agreement', args);
  const format = formatOf(['text', 'json'], request.format, 'text');
  return withArchive(request.folder, host, async (archive) => {
    const articles: LabelledArticle[] = [];
    for await (const annotated of annotatedArticles(archive, host.signal)) {
      const article = labelled(annotated, request);
      if (article !== undefined) articles.push(article);
      for (const { path, detail } of annotated.read.broken) {
        host.error.write(`${plainLine(`${path}: not counted, it cannot be read: ${detail}`)}\n`);
      }
    }
    const report = agreementReport(articles, await codebookOf(archive));
    writeAll(
      host.out,
      format === 'json' ? [`${JSON.stringify({ version: 1, ...report }, undefined, 2)}\n`] : text(report),
    );
    return exitCode.done;
  });
};

function labelled(
  { read, anchored }: AnnotatedArticle,
  { labels, creators }: AnnotationsArgs,
): LabelledArticle | undefined {
  const { article } = read;
  if (article === undefined || anchored.prepared === undefined) return undefined;
  const own = anchored.anchored.filter(
    ({ annotation }) => creators.length === 0 || creators.includes(annotation.creator),
  );
  return {
    path: article,
    length: anchored.prepared.article.length,
    creators: [...new Set(own.map(({ annotation }) => annotation.creator))],
    labels: own.flatMap(({ annotation, start, end, state }): readonly GivenLabel[] => {
      const { kind } = annotation.target;
      if (state === 'orphan' || (kind !== 'passage' && kind !== 'article')) return [];
      const given = annotation.labels.filter(({ label }) => labels.length === 0 || labels.includes(label));
      return given.map((use) => ({
        creator: annotation.creator,
        ...use,
        ...(start === null || end === null ? {} : { range: { start, end } }),
      }));
    }),
  };
}

function* text({
  creators,
  articles,
  passages,
  joint,
  articleLabels,
  disagreements,
}: AgreementReport): Generator<string, void> {
  if (articles === 0) {
    yield 'No article has annotations of two people.\n';
    return;
  }
  yield `${plainLine(`${articles} ${articles === 1 ? 'article' : 'articles'} annotated by several of ${creators.join(', ')}`)}\n`;
  if (passages.length > 0) yield `\nPassages, Krippendorff's alpha of units: ${shown(joint)} in all\n`;
  for (const { label, alpha, units } of passages) yield `  ${plainLine(label)}: ${shown(alpha)} (${units} passages)\n`;
  if (articleLabels.length > 0) yield '\nArticles as a whole\n';
  for (const { label, alpha, fleiss, items, pairs } of articleLabels) {
    const alphas = Object.entries(alpha).map(([level, value]) => `${level} ${shown(value)}`);
    yield `  ${plainLine(label)}: alpha ${alphas.join(', ')}; Fleiss' kappa ${shown(fleiss)} (${items} articles)\n`;
    for (const pair of pairs)
      yield `    ${plainLine(pair.creators.join(' and '))}: Cohen's kappa ${shown(pair.value)} (${pair.items})\n`;
  }
  if (disagreements.length > 0) yield '\nDisagreements\n';
  for (const disagreement of disagreements) yield `  ${plainLine(described(disagreement))}\n`;
}

function described(disagreement: Disagreement): string {
  const { path, label } = disagreement;
  if (disagreement.kind === 'article') {
    return `${path}: ${label}: ${Object.entries(disagreement.values)
      .map(([who, value]) => `${who} ${value}`)
      .join(', ')}`;
  }
  const { start, end, by, not } = disagreement;
  return `${path}: ${label}: ${start}-${end} by ${by}, not by ${not.join(', ')}`;
}

function shown(value: Coefficient | undefined): string {
  return value === null || value === undefined ? 'not to be computed' : value.toFixed(3);
}
