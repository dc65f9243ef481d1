import { articleDocument } from '../archive/articleDocument';
import { readArticleText } from '../article/articleText/readArticleText';
import type { ArchiveFiles } from '../host/archiveFiles';
import { decodeHashes } from './anchoring/fingerprint';
import { PreparedText } from './anchoring/preparedText';

/** An article that annotations are on, and that is not there any more. */
export interface GoneArticle {
  readonly path: string;
  readonly annotations: number;
  /** What is remembered of its texts; some may be malformed or of an older version, and say nothing. */
  readonly fingerprints: readonly string[];
}

/** An article that a gone one may have become. */
export interface FoundHome {
  readonly gone: GoneArticle;
  readonly path: string;
  /** 0 to 1; undefined where only the name of the file says so. */
  readonly likeness: number | undefined;
}

/** An article that may be one whose annotations lost theirs. */
export interface LikelyHome {
  readonly path: string;
  /** The share of the old text's pieces that stand in it, 0 to 1. */
  readonly likeness: number;
}

/** Below this a text is another one. */
const least = 0.5;
const readsAtOnce = 4;
/** So alike no other article can be. */
const certain = 0.95;

/**
 * Looks for articles that were moved outside of the editor, so that their annotations are left behind: `lost` are the
 * fingerprints kept with those annotations, `candidates` the articles without any. Best first; one to be offered, never taken
 * without asking.
 */
export function likelyHomes(
  lost: Iterable<string>,
  candidates: Iterable<readonly [path: string, text: PreparedText]>,
): readonly LikelyHome[] {
  const old = [...lost].flatMap((fingerprint) => readable(fingerprint) ?? []);
  const found: LikelyHome[] = [];
  for (const [path, { pieces }] of candidates) {
    const here = new Set(pieces.hashes);
    const likeness = Math.max(
      0,
      ...old.map((hashes) => hashes.reduce((count, hash) => count + (here.has(hash) ? 1 : 0), 0) / hashes.length),
    );
    if (likeness >= least) found.push({ path, likeness });
  }
  return found.sort((one, other) => other.likeness - one.likeness || (one.path < other.path ? -1 : 1));
}

/** Those of `paths` that may be one that is gone, those of the same file name first. */
export function homeCandidates(paths: Iterable<string>, gone: readonly GoneArticle[]): readonly string[] {
  const names = new Set(gone.map(({ path }) => nameOf(path)));
  const rank = (path: string): number => (names.has(nameOf(path)) ? 0 : 1);
  return [...paths].sort((one, other) => rank(one) - rank(other));
}

/** Reads articles until all that are gone are surely found, else all of them. Rejects when aborted. */
export async function findHomes(
  files: ArchiveFiles,
  gone: readonly GoneArticle[],
  candidates: readonly string[],
  signal: AbortSignal,
  onDone: (articles: number) => void = () => undefined,
): Promise<readonly FoundHome[]> {
  const best = new Map<GoneArticle, LikelyHome>();
  const known = new Set(gone.filter(({ fingerprints }) => fingerprints.some((each) => readable(each))));
  const isDone = (): boolean => [...known].every((one) => (best.get(one)?.likeness ?? 0) >= certain);
  const queue = candidates.values();
  const readInTurn = async (): Promise<void> => {
    for (const path of queue) {
      signal.throwIfAborted();
      if (isDone()) return;
      const text = await articleDocument(files, path);
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
    const isUnknown = !known.has(one) && named.length === 1;
    return only !== undefined && isUnknown ? [{ gone: one, path: only, likeness: undefined }] : [];
  });
}

/** The hashes of the pieces of a text that has any, cut as texts are cut now. */
function readable(fingerprint: string): Int32Array | undefined {
  const hashes = decodeHashes(fingerprint);
  return hashes?.length ? hashes : undefined;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
