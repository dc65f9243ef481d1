import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnchoredArticle, anchorAnnotations } from '../../core/annotations/anchorAnnotations';
import { type Codebook, labelsPath, readCodebook } from '../../core/annotations/codebook/codebook';
import type { ArticleAnnotations } from '../../core/annotations/store/annotationStore';
import { AnnotationStore } from '../../core/annotations/store/annotationStore';
import { articleDocument } from '../../core/archive/articleDocument';
import { faultMessage } from '../../core/text/json/faultMessage';
import { inEnglish } from '../../core/text/message';
import { NodeTextStore } from '../../node/nodeTextStore';
import { CannotRun } from '../cliHost';
import type { OpenArchive } from '../openArchive';

/** An article's annotations, looked for in its document as it is now. */
export interface AnnotatedArticle {
  readonly read: ArticleAnnotations;
  readonly anchored: AnchoredArticle;
  /** Undefined where the article is gone or cannot be read. */
  readonly document: string | undefined;
}

export function storeOf({ root }: OpenArchive): AnnotationStore {
  return new AnnotationStore(new NodeTextStore(root));
}

export async function* annotatedArticles(
  archive: OpenArchive,
  signal: AbortSignal,
): AsyncGenerator<AnnotatedArticle, void> {
  for await (const read of storeOf(archive).readAll()) {
    signal.throwIfAborted();
    const text = read.article === undefined ? undefined : await articleDocument(archive.files, read.article);
    const document = typeof text === 'string' ? text : undefined;
    yield { read, anchored: anchorAnnotations(read, document), document };
  }
}

/** The archive's labels; a codebook that cannot be read is refused. */
export async function codebookOf({ root }: OpenArchive): Promise<Codebook> {
  const text = await readFile(join(root, labelsPath), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const { codebook, faults } = readCodebook(text);
  const broken = faults.find(({ kind }) => kind === 'notJson');
  if (broken !== undefined) throw new CannotRun(`${labelsPath}: ${inEnglish(faultMessage(broken))}`);
  return codebook;
}
