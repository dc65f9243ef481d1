import type { ArticleReader } from '../../../core/article/articleReader';
import type { ArchiveFiles } from '../../../core/host/archiveFiles';

/** Reads articles on this thread, with what is loaded when the first one is to be read here. */
export function articleReaderOnDemand(files: ArchiveFiles): ArticleReader {
  let opened: Promise<ArticleReader> | undefined;
  const reader = (): Promise<ArticleReader> => {
    opened ??= import('../../../core/archive/inlineArticleReader').then(
      ({ InlineArticleReader }) => new InlineArticleReader(files),
    );
    return opened;
  };
  return {
    read: async (...request) => (await reader()).read(...request),
    readText: async (...request) => (await reader()).readText(...request),
  };
}
