import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { LocalFile, LocalFiles } from '../core/host/localFiles';
import { closestText } from '../core/text/closestText';
import { isInside } from './containedPath';

/** In a folder with more files than this, nobody is told which of them may have been meant. */
const mostNames = 20_000;
const looksAtOnce = 16;

/** Looks up files of an archive on disk. What links lead to outside of it counts as not there. */
export class NodeLocalFiles implements LocalFiles {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async lookUp(paths: readonly string[]): Promise<Readonly<Record<string, LocalFile>>> {
    const look = new Look(await realpath(this.#root));
    const found: Record<string, LocalFile> = Object.create(null);
    const queue = new Set(paths).values();
    const lookInTurn = async (): Promise<void> => {
      for (const path of queue) found[path] = await look.at(path);
    };
    await Promise.all(Array.from({ length: looksAtOnce }, lookInTurn));
    return { ...found };
  }
}

/** One look at an archive: what a folder holds is asked once. */
class Look {
  readonly #root: string;
  readonly #names = new Map<string, Promise<readonly string[]>>();

  constructor(realRoot: string) {
    this.#root = realRoot;
  }

  async at(path: string): Promise<LocalFile> {
    if (path === '' || !isInside(path)) return { kind: 'missing' };
    const real = await this.#fileAt(path);
    if (real === undefined) return this.#near(path);
    // Where case makes no difference to the system, it tells how the name is really written.
    const isOtherCase = real !== path && fold(real) === fold(path) && real.normalize() !== path.normalize();
    return isOtherCase ? { kind: 'otherCase', actual: real } : { kind: 'file' };
  }

  /** The path of the file that is really meant; undefined where there is none in the archive. */
  async #fileAt(path: string): Promise<string | undefined> {
    try {
      const real = await realpath(join(this.#root, path));
      const way = relative(this.#root, real).split(sep).join('/');
      return isInside(way) && (await stat(real)).isFile() ? way : undefined;
    } catch {
      // Not there or not to be looked at: an image that a reader does not see either.
      return undefined;
    }
  }

  /** What is there instead: a name in another case, or one that is spelt almost so. */
  async #near(path: string): Promise<LocalFile> {
    const wanted = path.split('/');
    const name = wanted.pop() ?? '';
    const folder: string[] = [];
    for (const segment of wanted) {
      const names = await this.#namesIn(folder.join('/'));
      const actual = names.includes(segment) ? segment : names.find((other) => fold(other) === fold(segment));
      if (actual === undefined) return { kind: 'missing' };
      folder.push(actual);
    }
    const names = await this.#namesIn(folder.join('/'));
    const same = names.includes(name) ? name : names.find((other) => fold(other) === fold(name));
    const actual = same === undefined ? undefined : [...folder, same].join('/');
    if (actual !== undefined && actual !== path && (await this.#fileAt(actual)) === actual) {
      return { kind: 'otherCase', actual };
    }
    const close = names.length > mostNames ? undefined : closestText(name, names);
    const nearest = close === undefined ? undefined : [...folder, close].join('/');
    return nearest !== undefined && (await this.#fileAt(nearest)) === nearest
      ? { kind: 'missing', nearest }
      : { kind: 'missing' };
  }

  #namesIn(folder: string): Promise<readonly string[]> {
    let names = this.#names.get(folder);
    if (names === undefined) {
      names = this.#list(folder);
      this.#names.set(folder, names);
    }
    return names;
  }

  async #list(folder: string): Promise<readonly string[]> {
    try {
      const real = await realpath(join(this.#root, folder));
      return isInside(relative(this.#root, real)) ? await readdir(real) : [];
    } catch {
      // A folder that is not there holds nothing.
      return [];
    }
  }
}

function fold(name: string): string {
  return name.normalize().toLowerCase();
}
