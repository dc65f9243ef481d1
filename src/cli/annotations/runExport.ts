import type { AnchoredAnnotation } from '../../core/annotations/anchorAnnotations';
import { exportAnnotations, exportFormats } from '../../core/annotations/exchange/exportAnnotations';
import { type ExportedArticle, selected } from '../../core/annotations/exchange/exportedArticle';
import { readArticle } from '../../core/article/readArticle';
import type { SourceResolver } from '../../core/article/sourceNames';
import { inEnglish } from '../../core/text/message';
import { CannotRun, type Command, exitCode } from '../cliHost';
import { type OpenArchive, withArchive } from '../openArchive';
import { plainLine } from '../plainLine';
import { readArticles } from '../readArticles';
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
    const { index } = await readArticles(archive, 'head', host.signal);
    const sources = archive.sources.spelledBy(index.names.sources);
    const articles: ExportedArticle[] = [];
    const missing = new Missing(request);
    let isComplete = true;
    for await (const annotated of annotatedArticles(archive, host.signal)) {
      for (const { path, reason } of annotated.read.broken) {
        isComplete = false;
        host.error.write(`${plainLine(`${path}: not exported, it cannot be read: ${inEnglish(reason)}`)}\n`);
      }
      missing.take(annotated.anchored.anchored);
      const annotations = selected(annotated.anchored.anchored, request.labels, request.creators);
      if (annotations.length > 0) articles.push({ ...described(annotated, archive.config, sources), annotations });
    }
    for (const line of missing.told) host.error.write(`${plainLine(line)}\n`);
    writeAll(host.out, exportAnnotations(articles, format, codebook));
    return isComplete ? exitCode.done : exitCode.problemsFound;
  });
};

/** Labels and people that were asked for and that no annotation has: likely a slip of the keys. */
class Missing {
  readonly #labels: Set<string>;
  readonly #creators: Set<string>;

  constructor({ labels, creators }: { readonly labels: readonly string[]; readonly creators: readonly string[] }) {
    this.#labels = new Set(labels);
    this.#creators = new Set(creators);
  }

  take(annotations: readonly AnchoredAnnotation[]): void {
    for (const { annotation } of annotations) {
      this.#creators.delete(annotation.creator);
      for (const { label } of annotation.labels) this.#labels.delete(label);
    }
  }

  get told(): readonly string[] {
    return [
      ...[...this.#labels].map((label) => `--label ${label}: no annotation has this label; give its id, not its name`),
      ...[...this.#creators].map((creator) => `--creator ${creator}: no annotation is by this person`),
    ];
  }
}

function described(
  { read, anchored, document }: AnnotatedArticle,
  { rules }: OpenArchive['config'],
  sources: SourceResolver,
): Omit<ExportedArticle, 'annotations'> {
  const path = read.article ?? '';
  const entry = document === undefined ? undefined : readArticle(document, { path, size: 0, mtime: 0 }, 'head', rules);
  return {
    path,
    title: entry?.title ?? '',
    source: entry?.source === undefined ? '' : sources.resolve(entry.source).name,
    text: anchored.prepared?.article.text ?? '',
    texts: read.texts,
  };
}
