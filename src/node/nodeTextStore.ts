import { readFileSync } from 'node:fs';
import {
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  symlink,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { setTimeout as delay, setImmediate as immediate } from 'node:timers/promises';
import type { TextStore } from '../core/host/textStore';
import { isInside, OutsidePathError } from './containedPath';
import { writeFileAtomically } from './writeFileAtomically';

/** Whoever holds a file this long was killed: writing one takes milliseconds. */
const staleAfter = 10_000;
const lockWait = 15;
const readAhead = 32;
const nothing = Promise.resolve(undefined);
/** Reads that take longer, in milliseconds, one after the other, are from a slow disk or over a network: those are waited for. */
const slowRead = 4;
const slowInARow = 3;
/** So long nobody else gets a turn, in milliseconds. */
const turnLength = 12;

/** Text files in a folder of this computer. */
export class NodeTextStore implements TextStore {
  readonly #root: string;
  readonly #writing = new Map<string, Promise<void>>();

  constructor(root: string) {
    this.#root = root;
  }

  async list(folder: string): Promise<readonly string[]> {
    const place = await this.#place(folder);
    const found: string[] = [];
    const walk = async (below: string): Promise<void> => {
      const inner: Promise<void>[] = [];
      for (const entry of await entriesOf(place + below)) {
        const path = `${below}/${entry.name}`;
        // Neither is a link: what is listed is in the folder.
        if (entry.isDirectory()) inner.push(walk(path));
        else if (entry.isFile() && !entry.name.startsWith('.')) found.push(folder + path);
      }
      await Promise.all(inner);
    };
    await walk('');
    return found.sort();
  }

  async *readAll(folder: string): AsyncGenerator<readonly [path: string, text: string | undefined], void> {
    const place = await this.#place(folder);
    const paths = await this.list(folder);
    let at = 0;
    let turn = performance.now();
    for (let slow = 0; slow < slowInARow && at < paths.length; at++) {
      const path = paths[at];
      if (path === undefined) break;
      const start = performance.now();
      const text = readNow(place + path.slice(folder.length));
      slow = performance.now() - start < slowRead ? 0 : slow + 1;
      yield [path, text];
      if (performance.now() - turn < turnLength) continue;
      await immediate();
      turn = performance.now();
    }
    yield* readAheadOf(paths.slice(at), (path) => readFile(place + path.slice(folder.length), 'utf8'));
  }

  async read(path: string): Promise<string | undefined> {
    const place = await this.#place(path);
    return orAbsent(readFile(place, 'utf8'));
  }

  /** In this process one after the other; other processes are kept out by a file beside. */
  update(path: string, change: (text: string | undefined) => string | undefined): Promise<void> {
    const before = this.#writing.get(path) ?? Promise.resolve();
    const own = before.then(
      () => this.#update(path, change),
      () => this.#update(path, change),
    );
    this.#writing.set(path, own);
    const forget = (): void => {
      if (this.#writing.get(path) === own) this.#writing.delete(path);
    };
    own.then(forget, forget);
    return own;
  }

  async move(from: string, to: string): Promise<boolean> {
    const [old, now] = [await this.#place(from), await this.#place(to)];
    if ((await orAbsent(stat(now))) !== undefined || (await orAbsent(stat(old))) === undefined) return false;
    await mkdir(dirname(now), { recursive: true });
    await rename(old, now);
    await this.#removeEmpty(dirname(old));
    return true;
  }

  async #update(path: string, change: (text: string | undefined) => string | undefined): Promise<void> {
    const place = await this.#place(path);
    await mkdir(dirname(place), { recursive: true });
    const unlock = await lock(place);
    try {
      const text = await orAbsent(readFile(place, 'utf8'));
      const changed = change(text);
      if (changed === undefined || changed === text) return;
      if (changed === '') await rm(place, { force: true });
      else await writeFileAtomically(place, changed);
    } finally {
      await unlock();
      await this.#removeEmpty(dirname(place));
    }
  }

  /** Where a path is, links followed as far as it exists; a path that leads out of the folder is refused. */
  async #place(path: string): Promise<string> {
    if (!isInside(path)) throw new OutsidePathError(path);
    const root = await realpath(this.#root);
    const place = join(root, path);
    for (let above = place; ; above = dirname(above)) {
      const real = await orAbsent(realpath(above));
      if (real === undefined) continue;
      const way = relative(root, real);
      if (way === '..' || way.startsWith(`..${sep}`) || way.startsWith('/')) throw new OutsidePathError(path);
      return place;
    }
  }

  /** Folders that held nothing but what is gone now. */
  async #removeEmpty(folder: string): Promise<void> {
    const root = await realpath(this.#root);
    for (let empty = folder; empty.startsWith(root + sep); empty = dirname(empty)) {
      try {
        await rmdir(empty);
      } catch {
        // Something is in it, or somebody was faster: either way it is not ours to remove.
        return;
      }
    }
  }
}

/** Many small files are read in a fifth of the time when nothing is waited for. */
function readNow(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Told as a file that cannot be read; the others still count.
    return undefined;
  }
}

async function* readAheadOf(
  paths: readonly string[],
  read: (path: string) => Promise<string>,
): AsyncGenerator<readonly [path: string, text: string | undefined], void> {
  const reading: Promise<string | undefined>[] = [];
  for (let at = 0; at < paths.length + readAhead; at++) {
    const path = paths[at];
    if (path !== undefined) reading.push(read(path).catch(() => undefined));
    const done = at - readAhead;
    const due = paths[done];
    if (due === undefined) continue;
    yield [due, await reading[done]];
    // What was handed out is not to be held.
    reading[done] = nothing;
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return [];
    throw error;
  }
}

async function orAbsent<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return undefined;
    throw error;
  }
}

/**
 * Resolves to what gives the file free again. The lock is a link that leads nowhere but names who holds it: made in one step,
 * and told from one whose holder was killed.
 */
async function lock(place: string): Promise<() => Promise<void>> {
  const path = join(dirname(place), `.${basename(place)}.lock`);
  for (;;) {
    try {
      await hold(path);
      return () => rm(path, { force: true });
    } catch (error) {
      if (hasCode(error, 'ENOENT')) await mkdir(dirname(place), { recursive: true });
      else if (!hasCode(error, 'EEXIST')) throw error;
      else if (await isStale(path)) await rm(path, { force: true });
      else await delay(lockWait);
    }
  }
}

async function hold(path: string): Promise<void> {
  try {
    await symlink(`${process.pid}@${hostname()}`, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST') || hasCode(error, 'ENOENT')) throw error;
    // Links need a permission on Windows and are unknown to some file systems.
    await (await open(path, 'wx')).close();
  }
}

async function isStale(path: string): Promise<boolean> {
  const known = await orAbsent(lstat(path));
  if (known === undefined) return false;
  if (Date.now() - known.mtimeMs > staleAfter) return true;
  if (!known.isSymbolicLink()) return false;
  const holder = (await orAbsent(readlink(path)))?.split('@');
  return holder?.[1] === hostname() && !isRunning(Number(holder[0]));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
