import type { FileStamp } from '../../../core/host/archiveFiles';
import type { CheckedBatch } from '../../../core/problems/articleChecker';
import type { CheckSettings } from '../../../core/problems/checkSettings';
import type { ArticleKnowledge } from '../../../core/problems/knowledge';
import type { Archive } from '../archives/archive';
import type { KnownVerdicts } from './knownVerdicts';

/**
 * Checks files with what is known of their remote images. Which images those are only the files tell: those with one that
 * something is wrong with are checked a second time.
 */
export async function checkFiles(
  { checker }: Pick<Archive, 'checker'>,
  files: readonly FileStamp[],
  settings: CheckSettings,
  known: ReadonlyMap<string, ArticleKnowledge>,
  verdicts: KnownVerdicts,
  signal: AbortSignal,
): Promise<CheckedBatch> {
  await verdicts.read();
  if (verdicts.isEmpty) return checker.check(files, settings, known, signal);
  const first = await checker.check(files, settings, known, signal, true);
  const more = new Map<string, ArticleKnowledge>();
  for (const { path, remoteImages = [] } of first.articles) {
    const images = verdicts.knowledgeOf(remoteImages);
    if (images.remoteImages !== undefined) more.set(path, { ...known.get(path), ...images });
  }
  if (more.size === 0) return first;
  const again = files.filter(({ path }) => more.has(path));
  const second = await checker.check(again, settings, more, signal);
  const articles = new Map(second.articles.map((article) => [article.path, article]));
  return {
    articles: first.articles.map((article) => articles.get(article.path) ?? article),
    unreadable: first.unreadable,
  };
}

/** What is known of the remote images of files, for those where something is amiss. */
export async function imageKnowledge(
  { checker }: Pick<Archive, 'checker'>,
  files: readonly FileStamp[],
  settings: CheckSettings,
  verdicts: KnownVerdicts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ArticleKnowledge>> {
  await verdicts.read();
  if (verdicts.isEmpty) return new Map();
  const listed = await checker.remoteImages(files, settings, signal);
  return new Map(listed.map(({ path, remoteImages }) => [path, verdicts.knowledgeOf(remoteImages)]));
}
