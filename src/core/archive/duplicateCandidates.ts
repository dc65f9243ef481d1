/** More articles than this with one key have something in common that is no sign of being the same. */
export const mostAlike = 8;

/** Paths of articles by a text that those which may be the same share. A small hash finds them, the caller compares. */
export class DuplicateCandidates {
  readonly #byHash = new Map<number, string | Set<string>>();

  /** Puts the article in, and tells the others whose company is another one now. */
  add(key: string, path: string): Iterable<string> {
    const hash = smallHash(key);
    const held = this.#byHash.get(hash);
    if (held === undefined) {
      this.#byHash.set(hash, path);
      return [];
    }
    const members = typeof held === 'string' ? new Set([held]) : held;
    members.delete(path);
    const others = members.size <= mostAlike ? [...members] : [];
    members.add(path);
    this.#byHash.set(hash, members);
    return others;
  }

  /** Takes the article out, and tells the others whose company is another one now. */
  remove(key: string, path: string): Iterable<string> {
    const hash = smallHash(key);
    const held = this.#byHash.get(hash);
    if (held === undefined || typeof held === 'string') {
      if (held === path) this.#byHash.delete(hash);
      return [];
    }
    if (!held.delete(path)) return [];
    if (held.size === 0) this.#byHash.delete(hash);
    return held.size <= mostAlike ? [...held] : [];
  }

  /** Articles that may share the key, the one at the path left out; none where too many do. */
  others(key: string, path: string): readonly string[] {
    const held = this.#byHash.get(smallHash(key));
    if (held === undefined) return [];
    if (typeof held === 'string') return held === path ? [] : [held];
    if (held.size > mostAlike) return [];
    const others = [...held].filter((other) => other !== path);
    return others.length < mostAlike ? others : [];
  }
}

/** Thirty bits, which a map holds without a number object for each. */
function smallHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}
