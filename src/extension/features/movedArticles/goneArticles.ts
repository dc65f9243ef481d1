import type { GoneArticle } from '../../../core/annotations/movedArticles';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';

/** The annotated articles of an archive that have no file. */
export async function goneArticles({ archive, index, store }: ArchiveAnnotations): Promise<readonly GoneArticle[]> {
  const counts = new Map<string, number>();
  for (const { article } of index.rows) {
    if (article === undefined || archive.index.get(article) !== undefined) continue;
    counts.set(article, (counts.get(article) ?? 0) + 1);
  }
  // A file that is no article of the archive (any more) is still where its annotations say.
  const { files } = await archive.files.stat([...counts.keys()]);
  for (const { path } of files) counts.delete(path);
  const gone: GoneArticle[] = [];
  for (const [path, annotations] of counts) {
    const { texts } = await store.read(path);
    gone.push({ path, annotations, fingerprints: [...texts.values()] });
  }
  return gone;
}
