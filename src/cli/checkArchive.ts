import { Limit } from '../core/archive/limit';
import type { ArticleEntry } from '../core/article/articleEntry';
import type { UnreadableFile } from '../core/article/articleReader';
import type { FileStamp } from '../core/host/archiveFiles';
import { ArchiveKnowledge } from '../core/problems/archiveKnowledge';
import type { CheckSettings } from '../core/problems/checkSettings';
import type { CheckDetail, DetailedFile } from '../core/problems/detailedFile';
import type { ArticleKnowledge } from '../core/problems/knowledge';
import type { ListedImages } from '../core/problems/remoteImageLister';
import { PartQueue } from '../node/partQueue';
import type { CheckTarget } from './checkTargets';
import type { LookedAt } from './lookedArticles';
import type { OpenArchive } from './openArchive';
import type { RemoteLook } from './remoteLook';

const fewAtOnce = 64;
const mostAtOnce = 256;
const justImages = { remoteImages: 'only' } as const;

/** The articles of one archive, checked. */
export interface CheckedArchive {
  readonly articles: readonly DetailedFile[];
  readonly unreadable: readonly UnreadableFile[];
}

/**
 * Checks an archive. All articles are checked as they are read, and once more those of which the archive as a whole then
 * knows more. Where that is likely to be all of them, with `fix` and with `remote`, they are merely read first; with `remote`
 * each is checked when its images have been looked at.
 */
export async function checkArchive(
  archive: OpenArchive,
  target: CheckTarget,
  settings: CheckSettings,
  fix: boolean,
  signal: AbortSignal,
  remote?: RemoteLook,
): Promise<CheckedArchive> {
  const stop = new AbortController();
  const check = new ArchiveCheck(archive, settings, fix, AbortSignal.any([signal, stop.signal]));
  try {
    if (remote === undefined) {
      await check.read(target, fix ? justImages : undefined);
      await check.again();
    } else {
      const listed = new PartQueue<readonly ListedImages[]>();
      const reading = check.read(target, justImages, (articles) => listed.push(articles.map(imagesOf)));
      listed.endWith(reading);
      const looked = remote.lookAt(listed, check.signal);
      await reading;
      await check.againAsLookedAt(looked);
    }
  } catch (error) {
    stop.abort(error);
    throw error;
  }
  return check.result;
}

class ArchiveCheck {
  readonly signal: AbortSignal;
  readonly #archive: OpenArchive;
  readonly #settings: CheckSettings;
  readonly #fix: boolean;
  readonly #articles = new Map<string, DetailedFile>();
  readonly #unreadable: UnreadableFile[] = [];
  readonly #stamps = new Map<string, FileStamp>();
  readonly #entries = new Map<string, ArticleEntry>();
  readonly #knowledge: ArchiveKnowledge;

  constructor(archive: OpenArchive, settings: CheckSettings, fix: boolean, signal: AbortSignal) {
    this.signal = signal;
    this.#archive = archive;
    this.#settings = settings;
    this.#fix = fix;
    const { sources, config } = archive;
    this.#knowledge = new ArchiveKnowledge(sources, (path) => this.#entries.get(path), config.rules.timeZone);
  }

  get result(): CheckedArchive {
    const byPlace = [...this.#articles.values()].sort(byPath);
    return { articles: byPlace, unreadable: this.#unreadable.toSorted(byPath) };
  }

  /** Reads all articles and checks those that are wanted, or does with them just what is said. */
  async read(
    target: CheckTarget,
    just: Pick<CheckDetail, 'remoteImages'> | undefined,
    onArticles: (articles: readonly DetailedFile[]) => void = () => undefined,
  ): Promise<void> {
    const { files: wanted } = target;
    const detail = { places: just === undefined, fix: false, entries: true, ...just };
    const work = new Limit(4);
    await work.during(async () => {
      for await (const batch of batches(this.#archive, target, this.signal)) {
        const own = wanted === undefined ? batch : batch.filter(({ path }) => wanted.has(path));
        for (const stamp of own) this.#stamps.set(stamp.path, stamp);
        for (const piece of pieces(own)) {
          await work.add(async () => onArticles(await this.#check(piece, detail, new Map())));
        }
        const others = wanted === undefined ? [] : batch.filter(({ path }) => !wanted.has(path));
        if (others.length > 0) await work.add(() => this.#readOthers(others));
      }
    });
  }

  /** Checks those of which more is known by now; all of them where they are to be mended. */
  async again(): Promise<void> {
    const known = new Map<string, ArticleKnowledge>();
    for (const entry of this.#entries.values()) {
      const own = this.#knowledge.of(entry);
      if (Object.keys(own).length > 0) known.set(entry.path, own);
    }
    const files = [...this.#articles.keys()].filter((path) => this.#fix || known.has(path));
    await this.#checkAgain(files, known);
  }

  /** Checks each when its images have been looked at. */
  async againAsLookedAt(looked: PartQueue<LookedAt>): Promise<void> {
    const work = new Limit(4);
    await work.during(async () => {
      for await (const batch of looked.batches(fewAtOnce)) {
        const known = new Map(batch.map(({ path, knowledge }) => [path, { ...this.#knownOf(path), ...knowledge }]));
        await work.add(() => this.#checkAgain([...known.keys()], known));
      }
    });
  }

  #knownOf(path: string): ArticleKnowledge {
    const entry = this.#entries.get(path);
    return entry === undefined ? {} : this.#knowledge.of(entry);
  }

  async #checkAgain(paths: readonly string[], known: ReadonlyMap<string, ArticleKnowledge>): Promise<void> {
    const files = paths.flatMap((path) => this.#stamps.get(path) ?? []);
    if (files.length > 0) await this.#check(files, { places: true, fix: this.#fix, entries: false }, known);
  }

  async #check(
    files: readonly FileStamp[],
    detail: CheckDetail,
    known: ReadonlyMap<string, ArticleKnowledge>,
  ): Promise<readonly DetailedFile[]> {
    const checked = await this.#archive.checker.checkInDetail(files, this.#settings, known, detail, this.signal);
    // The images are looked at elsewhere, and are too many to keep.
    for (const { remoteImages: _, ...article } of checked.articles) this.#articles.set(article.path, article);
    this.#learn(checked.entries);
    this.#unreadable.push(...checked.unreadable);
    return checked.articles;
  }

  async #readOthers(files: readonly FileStamp[]): Promise<void> {
    const { reader, config } = this.#archive;
    this.#learn((await reader.read(files, 'head', config.rules, this.signal)).articles);
  }

  #learn(read: readonly ArticleEntry[]): void {
    for (const entry of read) this.#entries.set(entry.path, entry);
    this.#knowledge.apply({ added: read, changed: [], removed: [] });
  }
}

function imagesOf({ path, remoteImages = [] }: DetailedFile): ListedImages {
  return { path, remoteImages };
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
