import { decodeHashes } from './anchoring/fingerprint';
import type { PreparedText } from './anchoring/preparedText';

/** An article that may be one whose annotations lost theirs. */
export interface LikelyHome {
  readonly path: string;
  /** The share of the old text's pieces that stand in it, 0 to 1. */
  readonly likeness: number;
}

/** Below this a text is another one. */
const least = 0.5;

/**
 * Looks for articles that were moved outside of the editor, so that their annotations are left behind: `lost` are the
 * fingerprints kept with those annotations, `candidates` the articles without any. Best first; one to be offered, never taken
 * without asking.
 */
export function likelyHomes(
  lost: Iterable<string>,
  candidates: Iterable<readonly [path: string, text: PreparedText]>,
): readonly LikelyHome[] {
  const old = [...lost].flatMap((fingerprint) => decodeHashes(fingerprint) ?? []).filter(({ length }) => length > 0);
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
