import { collapse } from '../article/fieldValue';
import { foldName } from '../article/sourceNames';

/** A spelling counts as the usual one where so many articles use it, and so many times more than use the other. */
const fewestUses = 3;
const timesMore = 2;

/** How the articles of an archive spell the names of sources which differ only by width, case or white space. */
export class SourceSpellings {
  readonly #byKey = new Map<string, Map<string, Set<string>>>();

  /** The spelling that far more articles use; undefined where the text is it, or none is. */
  usualOf(text: string): string | undefined {
    const spellings = this.#byKey.get(foldName(text));
    return spellings === undefined ? undefined : usualOf(spellings, collapse(text));
  }

  /** Tells the paths whose usual spelling is another one now. */
  add(text: string, path: string): readonly string[] {
    return this.#change(text, (paths) => paths.add(path));
  }

  /** Tells the paths whose usual spelling is another one now. */
  remove(text: string, path: string): readonly string[] {
    return this.#change(text, (paths) => paths.delete(path));
  }

  #change(text: string, change: (paths: Set<string>) => void): readonly string[] {
    const key = foldName(text);
    const spelling = collapse(text);
    const spellings = this.#byKey.get(key) ?? new Map<string, Set<string>>();
    this.#byKey.set(key, spellings);
    const usual = (): ReadonlyMap<string, string | undefined> =>
      new Map([...spellings.keys()].map((one) => [one, usualOf(spellings, one)]));
    const before = spellings.size > 0 ? usual() : undefined;
    const paths = spellings.get(spelling) ?? new Set<string>();
    spellings.set(spelling, paths);
    change(paths);
    if (paths.size === 0) spellings.delete(spelling);
    if (spellings.size === 0) this.#byKey.delete(key);
    // With one spelling before and after there is no other for anyone to be told of.
    if (before === undefined || (before.size < 2 && spellings.size < 2)) return [];
    return [...usual()].flatMap(([one, now]) => (before.get(one) === now ? [] : [...(spellings.get(one) ?? [])]));
  }
}

function usualOf(spellings: ReadonlyMap<string, ReadonlySet<string>>, spelling: string): string | undefined {
  if (spellings.size < 2 && spellings.has(spelling)) return undefined;
  const own = spellings.get(spelling)?.size ?? 0;
  let usual: string | undefined;
  let most = Math.max(fewestUses, own * timesMore) - 1;
  for (const [text, { size }] of spellings) {
    if (text !== spelling && size > most) {
      usual = text;
      most = size;
    }
  }
  return usual;
}
