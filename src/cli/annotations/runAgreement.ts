import { type AgreementReport, agreementReport } from '../../core/annotations/agreement/agreementReport';
import { agreementFormats, writeAgreement } from '../../core/annotations/agreement/agreementTables';
import { type Coefficient, fewestArticles } from '../../core/annotations/agreement/coefficient';
import { type ContestedPlace, labelsAt } from '../../core/annotations/agreement/contestedPlaces';
import { type LabelledArticle, labelledArticle, narrowed } from '../../core/annotations/agreement/labelledArticle';
import { inEnglish } from '../../core/text/message';
import { type Command, exitCode } from '../cliHost';
import { withArchive } from '../openArchive';
import { plainLine } from '../plainLine';
import { choiceOf } from '../readOptions';
import { writeAll } from '../writeAll';
import { annotatedArticles, codebookOf } from './annotatedArticles';
import { annotationsArgs } from './annotationsArgs';

/** Says how far people agree who annotated the same articles. */
export const runAgreement: Command['run'] = (args, host) => {
  const request = annotationsArgs('agreement', args);
  const format = choiceOf('format', ['text', ...agreementFormats], request.format) ?? 'text';
  return withArchive(request.folder, host, async (archive) => {
    const articles: LabelledArticle[] = [];
    for await (const { read, anchored } of annotatedArticles(archive, host.signal)) {
      const article = labelledArticle(anchored);
      if (article !== undefined) articles.push(narrowed(article, request));
      for (const { path, reason } of read.broken) {
        host.error.write(`${plainLine(`${path}: not counted, it cannot be read: ${inEnglish(reason)}`)}\n`);
      }
    }
    const report = agreementReport(articles, await codebookOf(archive));
    writeAll(host.out, format === 'text' ? text(report) : writeAgreement(report, format));
    return exitCode.done;
  });
};

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
  const [first] = passages;
  if (first !== undefined) yield `\nPassages, Krippendorff's alpha of units: ${shown(joint, first.articles)} in all\n`;
  for (const { label, alpha, units, articles: own } of passages)
    yield `  ${plainLine(label)}: ${shown(alpha, own)} (${units} ${units === 1 ? 'passage' : 'passages'})\n`;
  if (articleLabels.length > 0) yield '\nArticles as a whole\n';
  for (const { label, alpha, fleiss, items, pairs } of articleLabels) {
    const alphas = Object.entries(alpha).map(([level, value]) => `${level} ${shown(value, items)}`);
    yield `  ${plainLine(label)}: alpha ${alphas.join(', ')}; Fleiss' kappa ${shown(fleiss, items)} (${items} ${items === 1 ? 'article' : 'articles'})\n`;
    for (const pair of pairs)
      yield `    ${plainLine(pair.creators.join(' and '))}: Cohen's kappa ${shown(pair.value, pair.items)} (${pair.items})\n`;
  }
  if (disagreements.length > 0) yield '\nDisagreements\n';
  for (const disagreement of disagreements) yield `  ${plainLine(described(disagreement))}\n`;
}

function described(disagreement: ContestedPlace): string {
  const { path } = disagreement;
  const label = labelsAt(disagreement).join(' / ');
  if (disagreement.kind === 'article') {
    return `${path}: ${label}: ${Object.entries(disagreement.values)
      .map(([who, value]) => `${who} ${value}`)
      .join(', ')}`;
  }
  const { start, end, by, not } = disagreement;
  const others = not.length === 0 ? '' : `, not by ${not.join(', ')}`;
  return `${path}: ${label}: ${start}-${end} by ${by.join(', ')}${others}`;
}

function shown(value: Coefficient | undefined, articles: number): string {
  if (value !== null && value !== undefined) return value.toFixed(3);
  return articles > 0 && articles < fewestArticles ? 'too few to say' : 'not to be computed';
}
