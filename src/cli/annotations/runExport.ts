import { exportAnnotations, exportFormats } from '../../core/annotations/exchange/exportAnnotations';
import { type ExportedArticle, selected } from '../../core/annotations/exchange/exportedArticle';
import { readArticle } from '../../core/article/readArticle';
import { CannotRun, type Command, exitCode } from '../cliHost';
import { type OpenArchive, withArchive } from '../openArchive';
import { plainLine } from '../plainLine';
import { choiceOf } from '../readOptions';
import { writeAll } from '../writeAll';
import { type AnnotatedArticle, annotatedArticles, codebookOf } from './annotatedArticles';
import { annotationsArgs } from './annotationsArgs';

/** Writes annotations in a format that other tools read. */
export const runExport: Command['run'] = async (args, host) => {
  const request = annotationsArgs('export', args);
  const format = choiceOf('format', exportFormats, request.format);
  if (format === undefined)
    throw new CannotRun(`annotations export needs --format, one of ${exportFormats.join(', ')}`);
  return withArchive(request.folder, host, async (archive) => {
    const codebook = await codebookOf(archive);
    const articles: ExportedArticle[] = [];
    let isComplete = true;
    for await (const annotated of annotatedArticles(archive, host.signal)) {
      for (const { path, detail } of annotated.read.broken) {
        isComplete = false;
        host.error.write(`${plainLine(`${path}: not exported, it cannot be read: ${detail}`)}\n`);
      }
      const annotations = selected(annotated.anchored.anchored, request.labels, request.creators);
      if (annotations.length > 0) articles.push({ ...described(annotated, archive), annotations });
    }
    writeAll(host.out, exportAnnotations(articles, format, codebook));
    return isComplete ? exitCode.done : exitCode.problemsFound;
  });
};

function described(
  { read, anchored, document }: AnnotatedArticle,
  { config, sources }: OpenArchive,
): Omit<ExportedArticle, 'annotations'> {
  const path = read.article ?? '';
  const entry =
    document === undefined ? undefined : readArticle(document, { path, size: 0, mtime: 0 }, 'head', config.rules);
  return {
    path,
    title: entry?.title ?? '',
    source: entry?.source === undefined ? '' : sources.resolve(entry.source).name,
    text: anchored.prepared?.article.text ?? '',
    texts: read.texts,
  };
}
