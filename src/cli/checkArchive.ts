import { ArchiveKnowledge } from '../core/archive/archiveKnowledge';
import { Limit } from '../core/archive/limit';
import type { ArticleEntry } from '../core/article/articleEntry';
import type { FileStamp } from '../core/host/archiveFiles';
import type { UnreadableFile } from '../core/host/articleReader';
import type { CheckSettings } from '../core/problems/checkSettings';
import type { DetailedFile } from '../core/problems/detailedFile';
import type { ArticleKnowledge } from '../core/problems/knowledge';
import { PartQueue } from '../node/partQueue';
import type { CheckTarget } from './checkTargets';
import type { OpenArchive } from './openArchive';
import type { RemoteLook } from './remoteLook';

const mostAtOnce = 256;
const justImages = { remoteImages: 'only' } as const;

/** The articles of one archive, checked. */
export interface CheckedArchive {
  readonly articles: readonly DetailedFile[];
  readonly unreadable: readonly UnreadableFile[];
}

/**
 * Checks an archive. All articles are checked as they are read, and once more those of which the archive as a whole then
 * knows more. Where that is likely to be all of them, with `fix` and with `remote`, which looks at remote images meanwhile,
 * they are merely read first.
 */
export async function checkArchive(
  archive: OpenArchive,
  target: CheckTarget,
  settings: CheckSettings,
  fix: boolean,
  signal: AbortSignal,
  remote?: RemoteLook,
): Promise<CheckedArchive> {
  const wanted = target.files;
  const articles = new Map<string, DetailedFile>();
  const unreadable: UnreadableFile[] = [];
  const entries = new Map<string, ArticleEntry>();
  const knowledge = new ArchiveKnowledge(archive.sources, (path) => entries.get(path), archive.config.rules.timeZone);
  // While the threads are busy anyway.
  const learn = (read: readonly ArticleEntry[]): void => {
    for (const entry of read) entries.set(entry.path, entry);
    knowledge.apply({ added: read, changed: [], removed: [] });
  };
  const stamps = new Map<string, FileStamp>();
  const listed = new PartQueue<readonly DetailedFile[]>();
  const isOnlyRead = fix || remote !== undefined;
  const first = { places: !isOnlyRead, fix: false, entries: true, ...(isOnlyRead && justImages) };
  const check = async (files: readonly FileStamp[]): Promise<void> => {
    const checked = await archive.checker.checkInDetail(files, settings, new Map(), first, signal);
    for (const article of checked.articles) articles.set(article.path, article);
    if (remote !== undefined) listed.push(checked.articles);
    learn(checked.entries);
    unreadable.push(...checked.unreadable);
  };
  const read = async (files: readonly FileStamp[]): Promise<void> => {
    learn((await archive.reader.read(files, 'head', archive.config.rules, signal)).articles);
  };
  const readAll = async (): Promise<void> => {
    const work = new Limit(4);
    await work.during(async () => {
      for await (const batch of batches(archive, target, signal)) {
        const own = wanted === undefined ? batch : batch.filter(({ path }) => wanted.has(path));
        for (const stamp of own) stamps.set(stamp.path, stamp);
        for (const piece of pieces(own)) await work.add(() => check(piece));
        const others = wanted === undefined ? [] : batch.filter(({ path }) => !wanted.has(path));
        if (others.length > 0) await work.add(() => read(others));
      }
    });
  };
  const reading = readAll();
  listed.endWith(reading);
  const [looked = []] = await Promise.all([remote?.lookAt(listed), reading]);

  const known = new Map(knownOf(knowledge, entries.values()));
  for (const [path, verdicts] of looked) known.set(path, { ...known.get(path), ...verdicts });
  const again = [...stamps.values()].filter(({ path }) => articles.has(path) && (isOnlyRead || known.has(path)));
  if (again.length > 0) {
    const detail = { places: true, fix, entries: false };
    const checked = await archive.checker.checkInDetail(again, settings, known, detail, signal);
    for (const article of checked.articles) articles.set(article.path, article);
    unreadable.push(...checked.unreadable);
  }
  return { articles: [...articles.values()].sort(byPath), unreadable: unreadable.sort(byPath) };
}

/** What there is to read: of single files in a folder that nobody set up, only those. */
async function* batches(
  { files, config }: OpenArchive,
  { files: wanted, isSetUp }: CheckTarget,
  signal: AbortSignal,
): AsyncGenerator<readonly FileStamp[], void> {
  // A file that is named is checked, whatever the configuration says of its like.
  if (wanted !== undefined) yield (await files.stat([...wanted])).files;
  if (wanted !== undefined && !isSetUp) return;
  for await (const batch of files.list(config.filter, '', signal)) {
    yield wanted === undefined ? batch : batch.filter(({ path }) => !wanted.has(path));
  }
}

/** By path, for those articles of which the others tell something. */
function knownOf(knowledge: ArchiveKnowledge, entries: Iterable<ArticleEntry>): ReadonlyMap<string, ArticleKnowledge> {
  const known = new Map<string, ArticleKnowledge>();
  for (const entry of entries) {
    const own = knowledge.of(entry);
    if (Object.keys(own).length > 0) known.set(entry.path, own);
  }
  return known;
}

/** Small ones first: the servers of their images are asked while the others are read. */
function* pieces<T>(items: readonly T[]): Generator<readonly T[], void> {
  let size = 4;
  for (let at = 0; at < items.length; ) {
    yield items.slice(at, at + size);
    at += size;
    size = Math.min(2 * size, mostAtOnce);
  }
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}
