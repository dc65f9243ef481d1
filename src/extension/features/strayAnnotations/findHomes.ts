import { type LikelyHome, likelyHomes } from '../../../core/annotations/movedArticles';
import { articleDocument } from '../../../core/archive/articleDocument';
import type { ArchiveAnnotations } from '../../annotations/archiveAnnotations';
import type { DocumentTools } from '../../platform';
import type { GoneArticle } from './goneArticles';

export interface FoundHome {
  readonly gone: GoneArticle;
  readonly path: string;
  /** 0 to 1; undefined where only the name of the file says so. */
  readonly likeness: number | undefined;
}

const readsAtOnce = 4;
/** So alike no other article can be. */
const certain = 0.95;

/** The articles that are allowed to be one that is gone: those nobody has annotated. Of the same file name first. */
export function homeCandidates(
  { archive, index }: ArchiveAnnotations,
  gone: readonly GoneArticle[],
): readonly string[] {
  const names = new Set(gone.map(({ path }) => nameOf(path)));
  const rank = (path: string): number => (names.has(nameOf(path)) ? 0 : 1);
  return [...archive.index.paths()]
    .filter((path) => index.rowsOf(path).length === 0)
    .sort((one, other) => rank(one) - rank(other));
}

/** Reads articles until all that are gone are surely found, else all of them. Rejects when aborted. */
export async function findHomes(
  { archive }: ArchiveAnnotations,
  gone: readonly GoneArticle[],
  candidates: readonly string[],
  { PreparedText, readArticleText }: DocumentTools,
  signal: AbortSignal,
  onDone: (articles: number) => void,
): Promise<readonly FoundHome[]> {
  const best = new Map<GoneArticle, LikelyHome>();
  const known = gone.filter(({ fingerprints }) => fingerprints.length > 0);
  const isDone = (): boolean => known.every((one) => (best.get(one)?.likeness ?? 0) >= certain);
  const queue = candidates.values();
  const readInTurn = async (): Promise<void> => {
    for (const path of queue) {
      signal.throwIfAborted();
      if (isDone()) return;
      const text = await articleDocument(archive.files, path);
      if (typeof text === 'string') {
        const prepared = new PreparedText(readArticleText(text));
        for (const one of known) {
          const [home] = likelyHomes(one.fingerprints, [[path, prepared]]);
          if (home && home.likeness > (best.get(one)?.likeness ?? 0)) best.set(one, home);
        }
      }
      onDone(1);
    }
  };
  await Promise.all(Array.from({ length: readsAtOnce }, readInTurn));
  return gone.flatMap((one): readonly FoundHome[] => {
    const home = best.get(one);
    if (home !== undefined) return [{ gone: one, ...home }];
    const named = candidates.filter((path) => nameOf(path) === nameOf(one.path));
    const [only] = named;
    // Of an article that is remembered by its text another text is another article, whatever its name.
    const isUnknown = one.fingerprints.length === 0 && named.length === 1;
    return only !== undefined && isUnknown ? [{ gone: one, path: only, likeness: undefined }] : [];
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
