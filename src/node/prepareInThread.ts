import type { PreparationOptions } from '../core/preview/preparationOptions';
import type { PreparedArticle } from '../core/preview/preparedArticle';
import type { WorkerPool } from './workerPool';

/** Makes an article ready for the preview in one of the pool's threads. */
export async function prepareInThread(
  pool: WorkerPool,
  text: string,
  options: PreparationOptions,
): Promise<PreparedArticle> {
  let prepared: PreparedArticle | undefined;
  await pool.run(
    { kind: 'prepare', text, options },
    (part) => {
      if (part.kind === 'prepared') prepared = part.article;
    },
    new AbortController().signal,
  );
  if (prepared === undefined) throw new Error('The parse worker is of another version: reload the window.');
  return prepared;
}
